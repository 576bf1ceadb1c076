import { createHash } from 'node:crypto';
import type { Actor } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { DEMO_COMMUNITIES } from '#modules/places/demo/district.ts';
import { publishResults } from './analysis/publishing/commands.ts';
import { DEMO_GROUPS, type DemoInterview, demoInterview, RESPONDENTS } from './demo/interviews.ts';
import { DEMO_CONSENT, DEMO_FIRST, DEMO_FOUND, DEMO_GROUP_NAMES, DEMO_SECOND } from './demo/rounds.ts';
import { keepInterview } from './keeping/commands.ts';
import { closeRound, declareRound } from './rounds/commands.ts';
import type { Declaration } from './rounds/schema.ts';
import type { InterviewId, Mode, QuestionnaireId, RoundId } from './schema.ts';

/** Where the made-up rounds are loaded. */
export interface SurveyedWorld {
  readonly together: Together;
  readonly today: PlainDate;
  readonly coordinator: Actor;
  readonly questionnaire: QuestionnaireId;
  /** Ids of places by their keys. */
  readonly places: ReadonlyMap<string, string>;
}

/** Interviews on one day, at most: so many an interviewer makes. */
const DAILY = 4;
/** Fewest in a cell that is shown: four who know no organisation are told apart from none. */
const SMALLEST = 3;
/** The question by which the figures are split: role, never place beside it. */
const ROLE = 'block_respondent/role';

/** Two rounds of the demonstration in the same communities: one published, one going on. */
export async function loadRounds(world: SurveyedWorld): Promise<void> {
  const { together, today, coordinator } = world;
  together.as(coordinator);
  const first = await declared(world, DEMO_FIRST, null);
  for (let i = 0; i < RESPONDENTS; i += 1) {
    const mode = i % 9 === 4 ? 'desk' : 'phone';
    await kept(world, first, demoInterview(i), { key: `1/${i}`, mode, on: DEMO_FIRST.from + Math.floor(i / DAILY) });
  }
  together.at(addDays(today, DEMO_FIRST.closed));
  await must(together.perform(closeRound, { round: first, kind: 'closed', reason: null }));
  together.at(addDays(today, DEMO_FIRST.published));
  await must(together.perform(publishResults, { round: first, splits: [ROLE], words: DEMO_FOUND, reason: null }));
  const second = await declared(world, DEMO_SECOND, first);
  for (let i = 0; i < DEMO_SECOND.asked; i += 1) {
    // Every seventh of the fifty: all groups, many communities; some have heard of the initiative since.
    const said = demoInterview((i * 7 + 3) % RESPONDENTS, i % 3 === 0);
    await kept(world, second, said, { key: `2/${i}`, mode: 'phone', on: DEMO_SECOND.from + Math.floor(i / DAILY) });
  }
  together.at(null);
  together.as(null);
}

async function declared(
  { together, today, places, questionnaire }: SurveyedWorld,
  said: typeof DEMO_FIRST | typeof DEMO_SECOND,
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
