import type { Actor } from '#core/actor.ts';
import { NOBODY } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import { DEMO_QUESTIONS, type DemoQuestion } from './demo/questions.ts';
import { answerQuestion } from './questions/answers/commands.ts';
import { askQuestion } from './questions/asking/commands.ts';
import { publishQuestion, refuseQuestion } from './questions/moderation/commands.ts';
import { owedAnswers } from './questions/queries.ts';
import { freshCode } from './voices/commands.ts';

/** Where the made-up questions are loaded. */
export interface AskedWorld {
  readonly together: Together;
  readonly today: PlainDate;
  /** Ids of bodies and places by their keys. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
  readonly coordinator: Actor;
  /** Who answers for a body. */
  readonly executor: (body: BodyKey) => Actor;
}

/** Nothing of the demonstration asks about a measure. */
const ask = askQuestion({ measures: async () => [] });

/** Loads the demonstration's questions day by day: one of every state. */
export async function loadQuestions(world: AskedWorld): Promise<void> {
  const { together, today } = world;
  const numbers = new Map<DemoQuestion, number>();
  const events = DEMO_QUESTIONS.flatMap((question) => [
    { on: question.asked, happen: () => asked(world, question, numbers) },
    ...(question.decided ? [{ on: question.decided.on, happen: () => moderated(world, question, numbers) }] : []),
    ...(question.answer ? [{ on: question.answer.on, happen: () => answered(world, question, numbers) }] : []),
  ]).sort((a, b) => a.on - b.on);
  for (const event of events) {
    together.at(addDays(today, event.on));
    await event.happen();
  }
  together.at(null);
  together.as(null);
}

async function asked(
  { together, bodies, places }: AskedWorld,
  question: DemoQuestion,
  numbers: Map<DemoQuestion, number>,
): Promise<void> {
  const { body, place, text } = question;
  together.as(NOBODY);
  // Nobody gets to see the code: nobody takes a question of the demonstration back.
  const { number } = await must(
    together.perform(ask, {
      ...{ code: freshCode(), measure: null, text },
      ...{ body: body && bodies.get(body)!, place: place && places.get(place)! },
    }),
  );
  numbers.set(question, number);
}

async function moderated(
  { together, coordinator }: AskedWorld,
  question: DemoQuestion,
  numbers: ReadonlyMap<DemoQuestion, number>,
): Promise<void> {
  const number = numbers.get(question)!;
  const { publish, refuse } = question.decided!;
  together.as(coordinator);
  if (refuse) await must(together.perform(refuseQuestion, { number, ...refuse }));
  else if (publish) await must(together.perform(publishQuestion, { number, text: publish, body: null }));
}

async function answered(
  { together, coordinator, executor, today }: AskedWorld,
  question: DemoQuestion,
  numbers: ReadonlyMap<DemoQuestion, number>,
): Promise<void> {
  const { text, paper, on } = question.answer!;
  const number = numbers.get(question)!;
  const forum = coordinator.kind === 'person' ? coordinator.roles[0]!.forum! : '';
  const open = (await owedAnswers(together.db, forum, 'all')).find((one) => one.number === number)!;
  together.as(paper ? coordinator : executor(question.body!));
  const letter = paper ? { ref: paper.ref, day: addDays(today, on), scan: null } : null;
  await must(together.perform(answerQuestion, { question: open.id, text, paper: letter }));
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}

/** One input of the right shape for each command of this module, by its name. */
export const participationInputs = (of: { readonly body: string; readonly question: string }) => ({
  'participation.ask': {
    ...{ code: '7K3M-7K3M-7K3M-7K3M-7K3M', body: of.body, place: null, measure: null },
    text: { az: 'Kitabxana nə vaxt açılacaq?' },
  },
  'participation.withdraw': { code: '7K3M-7K3M-7K3M-7K3M-7K3M' },
  'participation.publish': { number: 1, text: 'Kitabxana nə vaxt açılacaq?', body: null },
  'participation.refuse': { number: 1, rule: 'not_here', why: { az: 'Bu barədə nazirliyə yazın.' } },
  'participation.answer': { question: of.question, text: { az: 'Gələn ay açılacaq.' }, paper: null },
});
