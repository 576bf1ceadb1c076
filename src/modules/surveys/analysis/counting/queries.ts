import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { RoundId } from '../../schema.ts';
import type { Alike } from '../../statistics/suppression/schema.ts';
import { classCode, classOf } from '../../statistics/tables/rules.ts';
import type { Reply } from '../../statistics/tables/schema.ts';
import { AGE, AGE_CLASSES, GROUP, PLACE } from '../variables/rules.ts';
import type { Asked } from '../variables/schema.ts';

/** Interviews that count: those of which the latest word is not an exclusion. */
const counted = sql`not coalesce((select not x.counted from surveys_exclusions x
  where x.forum_id = i.forum_id and x.interview_id = i.id order by x.id desc limit 1), false)`;

/** What was said to one question, as one text: "!" and why where there is no answer, else the answer. */
function said({ name, path }: Asked): RawBuilder<string> {
  if (name === PLACE) return sql`coalesce(i.place_id::text, '!missing')`;
  if (name === GROUP) return sql`coalesce(i.group_key, '!missing')`;
  const at = path!.join('/');
  return sql`case when jsonb_exists(i.declined, ${at}) then '!' || (i.declined ->> ${at})
    else coalesce(nullif(i.answers #>> ${sql.lit(`{${path!.map((part) => `"${part}"`).join(',')}}`)}::text[], ''),
      case when i.answers #> ${sql.lit(`{${path!.map((part) => `"${part}"`).join(',')}}`)}::text[] is null
        then '!not_applicable' else '!missing' end) end`;
}

/**
 * The interviews of a round that count, those that said the same as one. `unlisted` codes (answers brought from elsewhere
 * that no list has) are given back beside, so that a table can name them.
 */
export async function alikeIn(
  db: Db,
  forum: string,
  round: RoundId,
  asked: readonly Asked[],
): Promise<readonly Alike[]> {
  const columns = asked.map((one, i) => sql`${said(one)} as ${sql.ref(`c${i}`)}`);
  const { rows } = await sql<Record<string, string> & { n: number }>`
    select ${sql.join([...columns, sql`count(*)::int as n`])} from surveys_interviews i
    where i.forum_id = ${forum} and i.round_id = ${round} and ${counted}
    ${asked.length > 0 ? sql`group by ${sql.join(asked.map((_, i) => sql.lit(i + 1)))}` : sql``}
    ${asked.length > 0 ? sql`order by ${sql.join(asked.map((_, i) => sql.lit(i + 1)))}` : sql``}`.execute(db);
  return rows.map((row) => ({
    units: row.n,
    replies: Object.fromEntries(asked.map((one, i) => [one.name, replyOf(one, row[`c${i}`] as string)])),
  }));
}

function replyOf({ name, kind, codes }: Asked, text: string): Reply {
  if (text.startsWith('!')) return text.slice(1) as Reply;
  if (name === AGE) {
    const at = classOf(Number(text), AGE_CLASSES);
    return at === null ? 'not_applicable' : [classCode(AGE_CLASSES, at)];
  }
  const listed = new Set(codes.map(({ code }) => code));
  const given = (kind === 'many' ? text.split(' ') : [text]).filter((code) => listed.has(code));
  return given.length > 0 ? given : 'missing';
}

/** Numbers that were answered, each with how often and where; what is no number is left out. */
export async function numbersIn(
  db: Db,
  forum: string,
  round: RoundId,
  asked: Asked,
): Promise<readonly { readonly value: number; readonly units: number; readonly place: string | null }[]> {
  const { rows } = await sql<{ said: string; place: string | null; n: number }>`
    select ${said(asked)} as said, i.place_id as place, count(*)::int as n from surveys_interviews i
    where i.forum_id = ${forum} and i.round_id = ${round} and ${counted} group by 1, 2 order by 1, 2`.execute(db);
  return rows.flatMap(({ said: text, n, place }) =>
    text.startsWith('!') || !Number.isFinite(Number(text)) ? [] : [{ value: Number(text), units: n, place }],
  );
}

export interface Taken {
  readonly counted: number;
  readonly excluded: number;
  readonly modes: Readonly<Record<string, number>>;
}

/** How many interviews count, by way, and how many do not. */
export async function takenIn(db: Db, forum: string, round: RoundId): Promise<Taken> {
  const { rows } = await sql<{ mode: string; counted: boolean; n: number }>`
    select i.mode, ${counted} as counted, count(*)::int as n from surveys_interviews i
    where i.forum_id = ${forum} and i.round_id = ${round} group by 1, 2 order by 1`.execute(db);
  const of = (which: boolean) => rows.filter((row) => row.counted === which);
  const sum = (some: readonly { n: number }[]): number => some.reduce((all, { n }) => all + n, 0);
  return {
    ...{ counted: sum(of(true)), excluded: sum(of(false)) },
    modes: Object.fromEntries(of(true).map(({ mode, n }) => [mode, n])),
  };
}
