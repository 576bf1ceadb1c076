import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { sheetsOf } from '../paper/queries.ts';
import { assignmentsTo, handedIn } from '../rounds/interviewers/queries.ts';
import { roundsOf } from '../rounds/queries.ts';
import { pathOf, stageOf } from '../rounds/rules.ts';
import type { Round } from '../rounds/schema.ts';
import type { SurveyLine } from './schema.ts';

interface DeskAsked {
  readonly lang: Lang;
  readonly today: PlainDate;
  /** Whoever sits there; null: nobody with an account. */
  readonly person: string | null;
  /** Keeps the surveys of this forum. */
  readonly keeps: boolean;
}

/** What of surveys lies on somebody's desk: rounds for which they ask; for those who keep surveys what waits for them. */
export async function surveyLines(
  db: Db,
  forum: Pick<Forum, 'id'>,
  { lang, today, person, keeps }: DeskAsked,
): Promise<readonly SurveyLine[]> {
  const mine = person ? await assignmentsTo(db, forum.id, person) : [];
  if (!keeps && mine.length === 0) return [];
  const open = (await roundsOf(db, forum.id)).filter(({ closure }) => closure === null);
  const lines: SurveyLine[] = [];
  for (const round of open) {
    const of = { name: lang.pick(round.declaration.title), wanted: null };
    const asks = mine.filter((one) => one.round === round.id);
    if (asks.length > 0) {
      const n = (await handedIn(db, forum.id, round.id))
        .filter((one) => one.person === person)
        .reduce((sum, one) => sum + one.n, 0);
      lines.push({ ...of, what: 'asks', path: pathOf(round), n, wanted: wantedOf(asks) });
    }
    if (keeps) lines.push(...(await keptLines(db, forum.id, round, today)).map((line) => ({ ...of, ...line })));
  }
  return lines;
}

/** Wanted in all places together; null where one of them wants as many as come. */
const wantedOf = (asks: readonly { readonly wanted: number | null }[]): number | null =>
  asks.reduce<number | null>((sum, { wanted }) => (sum === null || wanted === null ? null : sum + wanted), 0);

async function keptLines(
  db: Db,
  forum: string,
  round: Round,
  today: PlainDate,
): Promise<readonly Pick<SurveyLine, 'what' | 'path' | 'n'>[]> {
  const papers = round.declaration.modes.includes('paper')
    ? (await sheetsOf(db, forum, round.id)).filter(({ state }) => state === 'differs').length
    : 0;
  return [
    ...(papers > 0 ? [{ what: 'papers' as const, path: `${pathOf(round)}/papers`, n: papers }] : []),
    ...(stageOf(round, today) === 'over' ? [{ what: 'over' as const, path: `${pathOf(round)}/closure`, n: 0 }] : []),
  ];
}
