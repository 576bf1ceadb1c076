import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { day, type PlainDate } from '#core/time/plain-date.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { cellLines } from '../executors/queries.ts';
import type { PlansTables } from '../schema.ts';
import { evaluationsSince } from '../waiting/queries.ts';
import type { EvaluationNamed, IndicatorNamed } from './schema.ts';

/** Indicators of the forum's own public plans, measure by measure; withdrawn measures are left out. */
export async function indicatorsNamed(db: Db, forum: Forum, today: PlainDate): Promise<readonly IndicatorNamed[]> {
  const lines = (await cellLines(db, forum, 'own', today)).filter(({ withdrawn }) => !withdrawn);
  const measures = new Map(lines.map((line) => [line.measure as string, line]));
  if (measures.size === 0) return [];
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('plans_indicators')
    .select(['id', 'measure_id', 'text', 'unit'])
    .where('forum_id', '=', forum.id)
    .where(
      'measure_id',
      'in',
      [...measures.values()].map(({ measure }) => measure),
    )
    .orderBy('position')
    .orderBy('id')
    .execute();
  return [...measures].flatMap(([measure, { number, title, planSlug, slug }]) =>
    rows
      .filter((row) => row.measure_id === measure)
      .map(({ id, text, unit }) => ({
        ...{ id, text, unit, number, title, path: `/plans/${planSlug}/measures/${slug}` },
      })),
  );
}

/** Evaluations that everybody reads on the day, the newest first. */
export async function evaluationsNamed(db: Db, forum: Forum, today: PlainDate): Promise<readonly EvaluationNamed[]> {
  const lines = (await evaluationsSince(db, forum, 'all', EVER)).filter(
    ({ publishesOn, repliedOn }) => publishesOn <= today || (repliedOn !== null && repliedOn <= today),
  );
  const names = await bodyNames(
    db,
    forum.id,
    lines.map(({ author }) => author),
  );
  return lines.map(({ id, author, sentOn, number, title, planSlug, slug }) => ({
    ...{ id, sentOn, number, title, path: `/plans/${planSlug}/measures/${slug}` },
    author: names.get(author) ?? {},
  }));
}
const EVER = day('1900-01-01');
