import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { RoundId, SurveyTables } from '../schema.ts';
import type { Declared, Round, RoundGroup, RoundPlace } from './schema.ts';

const tables = (db: Db) => db.withTables<SurveyTables>();

/** The rounds of a forum, the newest first, each with what is declared of it now. */
export const roundsOf = (db: Db, forum: string): Promise<readonly Round[]> => rounds(db, forum, {});

/** A round by the number that people cite; null: there is none. */
export async function roundByNumber(db: Db, forum: string, number: string | number): Promise<Round | null> {
  const asked = typeof number === 'number' ? number : /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0;
  return asked === 0 ? null : ((await rounds(db, forum, { number: asked }))[0] ?? null);
}

export const roundById = async (db: Db, forum: string, id: RoundId): Promise<Round | null> =>
  (await rounds(db, forum, { id }))[0] ?? null;

/** The round that repeats this one, if any. */
export async function roundAfter(db: Db, forum: string, id: RoundId): Promise<Round | null> {
  return (await rounds(db, forum, { after: id }))[0] ?? null;
}

interface Wanted {
  readonly id?: RoundId;
  readonly number?: number;
  readonly after?: RoundId;
}

async function rounds(db: Db, forum: string, wanted: Wanted): Promise<readonly Round[]> {
  let query = tables(db)
    .selectFrom('surveys_rounds as r')
    .leftJoin('surveys_closures as c', (join) =>
      join.onRef('c.forum_id', '=', 'r.forum_id').onRef('c.round_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.number', 'r.after_id', 'r.entered_on', 'c.kind', 'c.reason', 'c.on_day'])
    .where('r.forum_id', '=', forum);
  if (wanted.id) query = query.where('r.id', '=', wanted.id);
  if (wanted.number) query = query.where('r.number', '=', wanted.number);
  if (wanted.after) query = query.where('r.after_id', '=', wanted.after);
  const rows = await query.orderBy('r.number', 'desc').execute();
  if (rows.length === 0) return [];
  const now = await declarations(
    db,
    forum,
    rows.map(({ id }) => id),
    'latest',
  );
  return rows.flatMap((row): Round[] => {
    const declared = now.find(({ round }) => round === row.id);
    if (!declared) return [];
    const closure = row.kind && row.on_day ? { kind: row.kind, reason: row.reason, on: row.on_day } : null;
    return [
      {
        ...{ id: row.id, number: row.number, after: row.after_id, enteredOn: row.entered_on, closure },
        declaration: declared.declaration,
      },
    ];
  });
}

/** Everything that was ever declared of a round, the oldest first. */
export const declarationsOf = (db: Db, forum: string, round: RoundId): Promise<readonly Declared[]> =>
  declarations(db, forum, [round], 'all');

async function declarations(
  db: Db,
  forum: string,
  ids: readonly RoundId[],
  which: 'latest' | 'all',
): Promise<readonly (Declared & { readonly round: RoundId })[]> {
  let query = tables(db)
    .selectFrom('surveys_declarations as d')
    .selectAll()
    .where('d.forum_id', '=', forum)
    .where('d.round_id', 'in', [...ids]);
  if (which === 'latest')
    query = query.where(
      'd.id',
      '=',
      sql<string>`(select n.id from surveys_declarations n
        where n.forum_id = d.forum_id and n.round_id = d.round_id order by n.id desc limit 1)`,
    );
  const rows = await query.orderBy('d.id').execute();
  const [places, groups] = await listsOf(
    db,
    forum,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...{ id: row.id, round: row.round_id, on: row.entered_on, reason: row.reason },
    declaration: {
      ...{ questionnaire: row.questionnaire_id, edition: row.edition, title: row.title, sampling: row.sampling },
      ...{ method: row.method, population: row.population, populationSource: row.population_source },
      ...{ plan: row.plan_id, areasAsked: row.areas_asked, areasAll: row.areas_all, consent: row.consent },
      ...{ from: row.from_day, until: row.until_day, modes: row.modes, singleUse: row.single_use },
      ...{ officeHolders: row.office_holders, smallest: row.smallest, paperTwice: row.paper_twice },
      ...{ places: places.get(row.id) ?? [], groups: groups.get(row.id) ?? [] },
    },
  }));
}

async function listsOf(
  db: Db,
  forum: string,
  ids: readonly string[],
): Promise<readonly [ReadonlyMap<string, readonly RoundPlace[]>, ReadonlyMap<string, readonly RoundGroup[]>]> {
  if (ids.length === 0) return [new Map(), new Map()];
  const places = await tables(db)
    .selectFrom('surveys_round_places')
    .select(['declaration_id as of', 'place_id as place', 'wanted', 'population'])
    .where('forum_id', '=', forum)
    .where('declaration_id', 'in', [...ids])
    .orderBy('place_id')
    .execute();
  const groups = await tables(db)
    .selectFrom('surveys_round_groups')
    .select(['declaration_id as of', 'key', 'name', 'wanted', 'population'])
    .where('forum_id', '=', forum)
    .where('declaration_id', 'in', [...ids])
    .orderBy('position')
    .execute();
  return [byDeclaration(places), byDeclaration(groups)];
}

function byDeclaration<T extends { readonly of: string }>(rows: readonly T[]): ReadonlyMap<string, Omit<T, 'of'>[]> {
  const found = new Map<string, Omit<T, 'of'>[]>();
  for (const { of, ...row } of rows) found.set(of, [...(found.get(of) ?? []), row]);
  return found;
}
