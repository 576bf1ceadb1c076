import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Rulebook, Votes } from '../rulebook/schema.ts';
import { FOUNDING } from './founding/rules.ts';
import type { AdoptedBy, Adoption, Article, Document, Judged, Kind, Signature, Version, VersionId } from './schema.ts';

interface Row {
  readonly document: string;
  readonly slug: string;
  readonly kind: Kind;
  readonly title: Texts;
  readonly id: VersionId;
  readonly number: number;
  readonly book: Rulebook;
  readonly proposed_on: PlainDate | null;
  readonly proposers: number | null;
  readonly reason: Texts | null;
  readonly on_day: PlainDate | null;
  readonly in_force_on: PlainDate | null;
  readonly by_rules: AdoptedBy | null;
  readonly decision: string | null;
  readonly votes: readonly Votes[] | null;
  readonly judged: Judged | null;
}

/** All documents of a forum with all their versions, without the texts; in the order in which they were begun. */
export async function documentsOf(db: Db, forum: string): Promise<readonly Document[]> {
  const { rows } = await sql<Row>`
    select d.id as document, d.slug, d.kind, d.title, v.id, v.number, v.book, p.on_day as proposed_on,
      p.members as proposers, p.reason, a.on_day, a.in_force_on, a.by_rules, a.decision, a.votes, a.judged
    from forum_documents d
    join forum_versions v on v.forum_id = d.forum_id and v.document_id = d.id
    left join forum_proposals p on p.forum_id = v.forum_id and p.version_id = v.id
    left join forum_adoptions a on a.forum_id = v.forum_id and a.version_id = v.id
    where d.forum_id = ${forum}
    order by d.id, v.number`.execute(db);
  const found = new Map<string, Document & { versions: Version[] }>();
  for (const row of rows) {
    const { document: id, slug, kind, title } = row;
    const there = found.get(id) ?? { id, slug, kind, title, versions: [] };
    there.versions.push(versionOf(row));
    found.set(id, there);
  }
  return [...found.values()];
}

const versionOf = (row: Row): Version => ({
  ...{ id: row.id, document: row.document, number: row.number, book: row.book },
  ...{ proposedOn: row.proposed_on, proposers: row.proposers, reason: row.reason },
  adoption: adoptionOf(row),
});

function adoptionOf(row: Row): Adoption | null {
  const { on_day: on, in_force_on: inForceOn, by_rules: by, decision, votes, judged } = row;
  return on && inForceOn && by ? { on, inForceOn, by, decision: decision ?? '', votes, judged } : null;
}

/** The articles of a version in their order. */
export async function articlesOf(db: Db, forum: string, version: VersionId): Promise<readonly Article[]> {
  const { rows } = await sql<Article>`
    select number, heading, words from forum_articles
    where forum_id = ${forum} and version_id = ${version} order by position`.execute(db);
  return rows;
}

/** Who signed a version, in the order of signing; with what was entered wrongly. */
export async function signaturesOf(db: Db, forum: string, version: VersionId): Promise<readonly Signature[]> {
  const { rows } = await sql<Omit<Signature, 'mistake'> & { wrong_on: PlainDate | null; reason: string | null }>`
    select s.id, s.body_id as body, s.capacity, s.on_day as "on", m.entered_on as wrong_on, m.reason
    from forum_signatures s
    left join forum_signature_mistakes m on m.forum_id = s.forum_id and m.signature_id = s.id
    where s.forum_id = ${forum} and s.version_id = ${version} order by s.on_day, s.id`.execute(db);
  return rows.map(({ wrong_on, reason, ...row }) => ({
    ...row,
    mistake: wrong_on === null ? null : { on: wrong_on, reason: reason ?? '' },
  }));
}

/** One version with its document; null: there is none. */
export async function versionById(
  db: Db,
  forum: string,
  id: string,
): Promise<{ readonly document: Document; readonly version: Version } | null> {
  for (const document of await documentsOf(db, forum)) {
    const version = document.versions.find((one) => one.id === id);
    if (version) return { document, version };
  }
  return null;
}

/** The title of each founding document by its address word; of the founding procedure in the reader's language. */
export const documentTitles = async (db: Db, forum: string, lang: Lang): Promise<ReadonlyMap<string, Texts>> =>
  new Map([
    [FOUNDING, { [lang.code]: lang.t('forum.documents.founding.title') }],
    ...(await documentsOf(db, forum)).map(({ slug, title }) => [slug, title] as const),
  ]);
