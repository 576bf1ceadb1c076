import { createHash } from 'node:crypto';
import type { Actor } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Together } from '#core/house.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { DEMO_COMMUNITIES } from '#modules/places/demo/district.ts';
import { publishResults } from './analysis/publishing/commands.ts';
import { DEMO_GROUPS, type DemoInterview, demoInterview, RESPONDENTS, type Wave } from './demo/interviews.ts';
import {
  DEMO_AWARE,
  DEMO_CONSENT,
  DEMO_FIRST,
  DEMO_FOUND,
  DEMO_FOUND_AGAIN,
  DEMO_GROUP_NAMES,
  DEMO_INDICATOR,
  DEMO_SECOND,
  DEMO_THIRD,
} from './demo/rounds.ts';
import { bindFinding } from './findings/bindings/commands.ts';
import { writeFinding } from './findings/commands.ts';
import { keepInterview } from './keeping/commands.ts';
import type { SurveyNeeds } from './needs/schema.ts';
import { closeRound, declareRound } from './rounds/commands.ts';
import type { Declaration } from './rounds/schema.ts';
import type { InterviewId, Mode, QuestionnaireId, RoundId } from './schema.ts';

/** Where the made-up rounds are loaded. */
export interface SurveyedWorld {
  readonly together: Together;
  readonly today: PlainDate;
  readonly forum: Forum;
  readonly coordinator: Actor;
  readonly questionnaire: QuestionnaireId;
  /** Ids of places by their keys. */
  readonly places: ReadonlyMap<string, string>;
  /** What plans know: the findings of the published rounds are put to use there. */
  readonly needs: Pick<SurveyNeeds, 'indicators' | 'evaluations' | 'bind'>;
}

/** Interviews on one day, at most: so many an interviewer makes. */
const DAILY = 4;
/** Fewest in a cell that is shown: four who know no organisation are told apart from none. */
const SMALLEST = 3;
/** The question by which the figures are split: role, never place beside it. */
const ROLE = 'block_respondent/role';

/** Three rounds of the demonstration in the same communities: two published, with a finding of each in the plan; one going on. */
export async function loadRounds(world: SurveyedWorld): Promise<void> {
  const { together, today, coordinator } = world;
  together.as(coordinator);
  const first = await published(world, 'first', null);
  const second = await published(world, 'second', first);
  const third = await declared(world, DEMO_THIRD, second);
  for (let i = 0; i < DEMO_THIRD.asked; i += 1) {
    // Every seventh of the fifty: all groups, many communities.
    const said = demoInterview((i * 7 + 3) % RESPONDENTS, 'second');
    await kept(world, third, said, { key: `3/${i}`, mode: 'phone', on: DEMO_THIRD.from + Math.floor(i / DAILY) });
  }
  together.at(addDays(today, DEMO_INDICATOR.bound.first));
  await bound(world, first, { wave: 'first', use: 'baseline' });
  together.at(addDays(today, DEMO_INDICATOR.bound.second));
  await bound(world, second, { wave: 'second', use: 'actual' });
  together.at(null);
  together.as(null);
}

const WAVES = {
  first: { facts: DEMO_FIRST, words: DEMO_FOUND, key: 1 },
  second: { facts: DEMO_SECOND, words: DEMO_FOUND_AGAIN, key: 2 },
} as const;

/** Declared, fifty asked, closed and published. */
async function published(world: SurveyedWorld, wave: Wave, after: RoundId | null): Promise<RoundId> {
  const { together, today } = world;
  const { facts, words, key } = WAVES[wave];
  const round = await declared(world, facts, after);
  for (let i = 0; i < RESPONDENTS; i += 1) {
    const mode = i % 9 === 4 ? 'desk' : 'phone';
    const on = facts.from + Math.floor(i / DAILY);
    await kept(world, round, demoInterview(i, wave), { key: `${key}/${i}`, mode, on });
  }
  together.at(addDays(today, facts.closed));
  await must(together.perform(closeRound, { round, kind: 'closed', reason: null }));
  together.at(addDays(today, facts.published));
  await must(together.perform(publishResults, { round, splits: [ROLE], words, reason: null }));
  return round;
}

/** The awareness finding of a round, and its place in the local plan. */
async function bound(
  { together, today, needs, forum }: SurveyedWorld,
  round: RoundId,
  { wave, use }: { readonly wave: Wave; readonly use: 'baseline' | 'actual' },
): Promise<void> {
  const sentence = DEMO_AWARE[wave];
  const figure = { question: 'block_awareness/aware', code: 'yes', column: null };
  const { id: finding } = await must(together.perform(writeFinding, { round, sentence, ...figure }));
  const indicators = await needs.indicators(together.db, forum, today);
  const of = indicators.find(({ text }) => text.az === DEMO_INDICATOR.text)?.id;
  if (!of) throw new Error('the local plan has no number for awareness');
  await must(together.perform(bindFinding(needs), { finding, use, of, form: 'share' }));
}

async function declared(
  { together, today, places, questionnaire }: SurveyedWorld,
  said: typeof DEMO_FIRST | typeof DEMO_SECOND | typeof DEMO_THIRD,
  after: RoundId | null,
): Promise<RoundId> {
  together.at(addDays(today, said.declared));
  const { title, method, modes } = said;
  const declaration: Declaration = {
    ...{ questionnaire, edition: 1, title, method, modes, consent: DEMO_CONSENT, sampling: 'purposive' },
    ...{ population: null, populationSource: null, plan: null, areasAsked: null, areasAll: null },
    ...{ from: addDays(today, said.from), until: addDays(today, said.until) },
    ...{ singleUse: false, officeHolders: true, smallest: SMALLEST, paperTwice: true },
    places: DEMO_COMMUNITIES.map(({ key, population }, i) => ({
      ...{ place: places.get(key)!, population, wanted: i < RESPONDENTS % DEMO_COMMUNITIES.length ? 4 : 3 },
    })),
    groups: DEMO_GROUPS.map((key) => ({ key, ...DEMO_GROUP_NAMES[key], population: null })),
  };
  return (await must(together.perform(declareRound, { declaration, after }))).id;
}

async function kept(
  { together, today, places }: SurveyedWorld,
  round: RoundId,
  { place, group, minutes, answers, declined: silent }: DemoInterview,
  at: { readonly key: string; readonly mode: Mode; readonly on: number },
): Promise<void> {
  const onDay = addDays(today, at.on);
  together.at(onDay);
  const startedAt = new Date(`${onDay}T06:30:00Z`);
  await must(
    together.perform(keepInterview, {
      ...{ id: idOf(round, at.key), round, edition: 1, mode: at.mode, place: places.get(place)!, group },
      ...{ language: 'az', startedAt, finishedAt: new Date(startedAt.getTime() + minutes * 60_000), onDay },
      ...{ answers, declined: silent, code: null, pictures: [] },
    }),
  );
}

/** An id as a telephone makes one (RFC 9562, version 8), told by the round and the place in it. */
function idOf(round: RoundId, key: string): InterviewId {
  const hex = createHash('sha256').update(`${round}/${key}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-') as InterviewId;
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}
