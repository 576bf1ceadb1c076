import { type Actor, NOBODY } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { DEMO_REQUESTS } from '../demo/requests.ts';
import { askBodies, freshCode } from './asking/commands.ts';
import { decideRequest, deliverRequest, makeLetter, showAnswer } from './desk/commands.ts';
import { requestByNumber } from './queries.ts';
import { judgeAnswer } from './receipts/commands.ts';
import { answerByCode, enterAnswer } from './replying/commands.ts';
import type { RequestAnswerId } from './schema.ts';

/** A code that nobody was given. */
const CODE = '0000-0000-0000-0000-0000';

/** One input of the right shape for each command on requests, by its name. */
export const requestInputs = (of: { readonly body: string; readonly id: string; readonly today: PlainDate }) => ({
  'accountability.requests.ask': { code: CODE, bodies: [of.body], text: { az: 'Bu ilin büdcəsi necə bölünüb?' } },
  'accountability.requests.judge': { code: CODE, number: 1, kind: 'full' as const, ground: null },
  'accountability.requests.answer': { code: CODE, text: { az: 'Büdcə əlavədədir.' }, files: [] },
  'accountability.requests.extend': { code: CODE, reason: 'search' as const },
  'accountability.requests.decide': { number: 1, accepted: true, reason: null },
  'accountability.requests.letter': { number: 1, code: CODE },
  'accountability.requests.deliver': { number: 1, on: of.today, way: 'hand' as const, reference: null },
  'accountability.requests.enter': {
    ...{ number: 1, text: { az: 'Büdcə əlavədədir.' }, files: [] },
    paper: { ref: '14/2', day: of.today, scan: null },
  },
  'accountability.requests.show': { number: 1, answer: of.id as RequestAnswerId, words: true, files: [] },
});

/** Where the made-up requests are loaded. */
export interface RequestsWorld {
  readonly together: Together;
  readonly today: PlainDate;
  readonly forum: string;
  /** Ids of bodies by their keys. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly coordinator: Actor;
}

/** Loads the demonstration's requests day by day: one of every state. */
export async function loadRequests({ together, today, forum, bodies, coordinator }: RequestsWorld): Promise<void> {
  const as = (actor: Actor, day: number) => {
    together.at(addDays(today, day));
    together.as(actor);
  };
  for (const demo of DEMO_REQUESTS) {
    const code = freshCode();
    as(NOBODY, demo.asked);
    const ids = demo.to.map(({ body }) => bodies.get(body)!);
    const { numbers } = await must(together.perform(askBodies, { code, bodies: ids, text: demo.text }));
    if (demo.decided === null) continue;
    as(coordinator, demo.asked + 1);
    const decided = {
      accepted: demo.decided === 'accepted',
      reason: demo.decided === 'accepted' ? null : demo.decided,
    };
    await must(together.perform(decideRequest, { number: numbers[0]!, ...decided }));
    for (const [i, { delivered, answer, judged }] of demo.to.entries()) {
      const number = numbers[i]!;
      if (delivered === null) continue;
      const letter = freshCode();
      as(coordinator, delivered);
      await must(together.perform(makeLetter, { number, code: letter }));
      const handed = { on: addDays(today, delivered), way: 'hand' as const, reference: null };
      await must(together.perform(deliverRequest, { number, ...handed }));
      if (answer) {
        const { text } = answer;
        const paper = { ref: `${number}/7`, day: addDays(today, answer.on), scan: null };
        as(answer.paper ? coordinator : NOBODY, answer.on);
        await must(
          answer.paper
            ? together.perform(enterAnswer, { number, text, files: [], paper })
            : together.perform(answerByCode, { code: letter, text, files: [] }),
        );
        as(coordinator, answer.on + 1);
        const [waiting] = (await requestByNumber(together.db, forum, number))!.answers;
        await must(together.perform(showAnswer, { number, answer: waiting!.id, words: true, files: [] }));
      }
      if (!judged) continue;
      as(NOBODY, (answer?.on ?? delivered + 40) + 2);
      await must(together.perform(judgeAnswer, { code, number, kind: judged, ground: null }));
    }
  }
  together.at(null);
  together.as(null);
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}
