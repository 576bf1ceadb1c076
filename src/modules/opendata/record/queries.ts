import {
  type EntriesAsked,
  type EntryRow,
  entriesOf,
  entryById,
  isWaiting,
  newestOf,
  objectTypes,
} from '#core/audit/entries.ts';
import { type LogHead, logHeads, proofOf } from '#core/audit/queries.ts';
import type { Db } from '#core/db/database.ts';
import { opennessOf } from '#core/db/opening-rows.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { isId } from '#core/ids.ts';
import type { Sight } from '#core/opening/sight.ts';
import { bodiesOf, bodyNames, placesOf } from '#modules/places/contract.ts';
import type { EntryLine, EntrySeen, OpendataNeeds, RecordSeen } from '../schema.ts';
import { isLogPublic, showsLog } from './rules.ts';

interface Reader {
  readonly db: Db;
  readonly forum: Forum;
  readonly lang: Lang;
}

type Declared = Pick<OpendataNeeds, 'entries' | 'roles'>;

/** A list longer than this is no choice but a wall (the national register): there the thing's own history serves. */
const MOST_CHOICES = 400;

/** One page of the record of a forum with what it can be chosen by. */
export async function recordSeen(
  declared: Declared,
  reader: Reader,
  asked: EntriesAsked,
  page: { readonly skip: number; readonly limit: number },
): Promise<RecordSeen> {
  const { db, forum, lang } = reader;
  const [{ rows, total }, types, places, bodies, heads] = await Promise.all([
    entriesOf(db, [forum.id], asked, page),
    objectTypes(db, forum.id),
    placesOf(db, forum.id),
    bodiesOf(db, forum.id),
    logHeads(db, [forum.id]),
  ]);
  const choice = (all: readonly { readonly id: string; readonly name: Parameters<Lang['pick']>[0] }[]) =>
    all.length > MOST_CHOICES
      ? []
      : all
          .map(({ id, name }) => ({ value: id, label: lang.pick(name) }))
          .sort((a, b) => lang.compare(a.label, b.label));
  return {
    lines: await linesOf(declared, reader, rows),
    total,
    types,
    places: choice(places),
    bodies: choice(bodies),
    head: heads.get(forum.id) ?? null,
  };
}

/** What happened to one thing, newest first: in this forum, and where it belongs to the whole country, there. */
export async function historySeen(
  declared: Declared,
  reader: Reader,
  object: string,
  page: { readonly skip: number; readonly limit: number },
): Promise<{ readonly lines: readonly EntryLine[]; readonly total: number }> {
  const { rows, total } = await entriesOf(reader.db, [reader.forum.id, REFERENCE], { object }, page);
  return { lines: await linesOf(declared, reader, rows), total };
}

/** What others changed since a reader looked: `place` entries had their place then, or (null) never; then since `from`. */
export interface NewsAsked {
  readonly place: number | null;
  readonly from: Date;
  /** Whose own deeds are no news. */
  readonly reader: string;
  readonly limit: number;
}

/** New entries, the newest first, and how many there are; null where this reader may not see the log. */
export async function newsSeen(
  declared: Declared & Pick<OpendataNeeds, 'parts'>,
  reader: Reader & { readonly sight: Sight },
  { place, from, reader: notBy, limit }: NewsAsked,
): Promise<{ readonly lines: readonly EntryLine[]; readonly total: number } | null> {
  if (!showsLog(reader.sight, declared.parts())) return null;
  const asked = place === null ? { fromPlace: 0, from, notBy } : { fromPlace: place, notBy };
  const { rows, total } = await newestOf(reader.db, reader.forum.id, asked, limit);
  return { lines: await linesOf(declared, reader, rows), total };
}

/** One entry and how it is shown to be in the record; null when there is none. */
export async function entrySeen(declared: Declared, reader: Reader, id: string): Promise<EntrySeen | null> {
  if (!isId(id)) return null;
  const row = await entryById(reader.db, reader.forum.id, id);
  if (!row) return null;
  const [line] = await linesOf(declared, reader, [row]);
  return { line: line!, proof: await proofOf(reader.db, reader.forum.id, id) };
}

/** The forums whose log strangers may read. */
export async function publicForums(
  db: Db,
  { forums, parts }: Pick<OpendataNeeds, 'forums' | 'parts'>,
): Promise<readonly Forum[]> {
  const all = forums();
  const openness = await Promise.all(all.map((forum) => opennessOf(db, forum)));
  return all.filter((_forum, nth) => isLogPublic(openness[nth]!, parts()));
}

/** The forum of that address when its log is public, the reference forum for the installation's own; else null. */
export async function publicLog(
  db: Db,
  needs: Pick<OpendataNeeds, 'forums' | 'parts' | 'reference'>,
  slug: string,
): Promise<Forum | null> {
  const reference = needs.reference();
  if (reference.slug === slug) return reference;
  const asked = needs.forums().filter((one) => one.slug === slug);
  const [open] = await publicForums(db, { forums: () => asked, parts: needs.parts });
  return open ?? null;
}

/** The newest signed head of each of these forums. */
export const headsOf = (db: Db, forums: readonly Forum[]): Promise<ReadonlyMap<string, LogHead>> =>
  logHeads(
    db,
    forums.map(({ id }) => id),
  );

/** Until when a page of the record may be kept: not beyond the moment at which waiting entries get their place. */
export async function keptUntil(db: Db, forum: string | null, now: Date): Promise<{ validUntil?: Date }> {
  return (await isWaiting(db, forum)) ? { validUntil: new Date(now.getTime() + 2_000) } : {};
}

async function linesOf(
  declared: Declared,
  { db, forum, lang }: Reader,
  rows: readonly EntryRow[],
): Promise<readonly EntryLine[]> {
  const names = await bodyNames(db, forum.id, [...new Set(rows.flatMap((row) => row.bodies))]);
  const kinds = declared.entries();
  const roles = declared.roles();
  return rows.map((row) => {
    const sentence = kinds[row.kind]?.sentence;
    const role = roles.find((one) => one.role === row.role);
    return {
      row,
      sentence: sentence && row.params ? lang.say({ key: sentence, params: row.params }) : null,
      by: role ? lang.say({ key: role.name }) : lang.t('opendata.by', { role: row.role }),
      bodies: row.bodies.flatMap((id) => {
        const name = names.get(id);
        return name ? [lang.pick(name)] : [];
      }),
    };
  });
}
