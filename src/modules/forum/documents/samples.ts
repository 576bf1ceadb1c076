import type { Ctx } from '#core/command.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { SeatGroup } from '#modules/places/demo/bodies.ts';
import { bindRules } from '../rulebook/binding/commands.ts';
import { adoptVersion } from './adoptions/commands.ts';
import { votersOn } from './adoptions/queries.ts';
import { writeDocument, writeText } from './commands.ts';
import {
  ADOPTED,
  CHANGE,
  FIRST_VOTE,
  FOUNDING_WORDS,
  INVITED_BEFORE,
  minutesOf,
  SIGNED_AS,
  TITLES,
  WHY,
} from './demo/founding.ts';
import { adoptFounding, publishFounding, writeFounding } from './founding/commands.ts';
import { ASSEMBLY } from './founding/rules.ts';
import { articlesOf, documentsOf } from './queries.ts';
import type { Article, VersionId } from './schema.ts';
import { signVersion } from './signatures/commands.ts';
import { type TemplateKind, templateArticles } from './templates/rules.ts';
import { openVersion, proposeVersion } from './versions/commands.ts';

export interface Founder {
  readonly id: string;
  readonly name: Texts;
  readonly seat: SeatGroup;
}

/** Where the made-up founding is loaded. */
export interface FoundingWorld {
  readonly together: Together;
  readonly forum: string;
  readonly coordinator: Ctx['actor'];
  /** Day of the founding assembly. */
  readonly founded: PlainDate;
  /** The organisations that were invited, each with one vote. */
  readonly founders: readonly Founder[];
  readonly lang: (code: LanguageCode) => Lang;
  /** What happens between the sending of the change to the members and the vote on it. */
  readonly meanwhile: (document: string, sent: PlainDate) => Promise<void>;
  /** Language in which the installation writes what is in one language only. */
  readonly language: LanguageCode;
}

/** Loads founding procedure, both documents with their votes and signatures, and the one change of the rules. */
export async function loadDocuments(world: FoundingWorld): Promise<void> {
  const { together, coordinator, founded } = world;
  together.as(coordinator);
  together.at(addDays(founded, -INVITED_BEFORE));
  await announce(world);
  const versions = new Map<TemplateKind, VersionId>();
  for (const kind of ['rules', 'memorandum'] as const) versions.set(kind, await begin(world, kind));
  together.at(founded);
  await must(together.perform(adoptFounding, { on: founded, ...FIRST_VOTE }));
  for (const kind of ['rules', 'memorandum'] as const) await adopt(world, kind, versions.get(kind)!);
  await change(world, versions.get('rules')!);
  together.at(null);
  together.as(null);
}

async function announce({ together, founders, founded, language }: FoundingWorld): Promise<void> {
  const half = { than: 'more_than' as const, part: 1, whole: 2 };
  await must(
    together.perform(writeFounding, {
      ...{ meetsOn: founded, ...FOUNDING_WORDS, majority: half, seen: null },
      quorum: { than: 'at_least', part: 2, whole: 3 },
      invited: founders.map(({ name, seat }) => ({ name: name[language] ?? '', why: WHY[seat][language] })),
    }),
  );
  await must(together.perform(publishFounding, { on: addDays(founded, -INVITED_BEFORE) }));
}

async function begin({ together, lang }: FoundingWorld, kind: TemplateKind): Promise<VersionId> {
  const articles = templateArticles(kind, lang);
  const { version } = await must(
    together.perform(writeDocument, { kind, title: TITLES[kind], articles, template: true }),
  );
  await must(together.perform(proposeVersion, { version, members: null, reason: null }));
  return version;
}

async function adopt(world: FoundingWorld, kind: TemplateKind, version: VersionId): Promise<void> {
  const { together, founded, founders, forum, language } = world;
  const { item, ...counts } = ADOPTED[kind];
  const document = (await documentsOf(together.db, forum)).find((one) => one.kind === kind)!;
  const voters = await votersOn(together.db, forum, document, founded);
  const votes = (voters ?? []).map(({ constituency, all, filled }) => ({
    ...{ constituency, all, filled, recused: 0, ...counts },
  }));
  await must(
    together.perform(adoptVersion, {
      ...{ version, on: founded, inForceOn: addDays(founded, kind === 'rules' ? 1 : 0), votes, founded: false },
      decision: minutesOf(1, item)[language],
    }),
  );
  for (const { id, seat } of founders)
    await must(together.perform(signVersion, { version, body: id, capacity: SIGNED_AS[seat], on: founded }));
}

/** A change as the rules ask for it: proposed by members, sent out in time, adopted by their majority. */
async function change(world: FoundingWorld, first: VersionId): Promise<void> {
  const { together, forum, founded, language } = world;
  together.at(addDays(founded, CHANGE.proposed));
  const { number } = await must(together.perform(openVersion, { version: first }));
  const document = (await documentsOf(together.db, forum)).find((one) => one.kind === 'rules')!;
  const { id: version, book } = document.versions.find((one) => one.number === number)!;
  const text = (await articlesOf(together.db, forum, version)).map((article) =>
    article.number === CHANGE.article ? { ...article, words: CHANGE.words } : article,
  );
  await must(together.perform(writeText, { version, language, articles: text, seen: null }));
  const notice = book.rules.notice!;
  const value = { ...notice.value, days: CHANGE.notice, agenda: CHANGE.agenda };
  const changed = { ...book, rules: { ...book.rules, notice: { ...notice, value } } };
  await must(together.perform(bindRules, { version, book: changed, seen: null }));
  await must(together.perform(proposeVersion, { version, members: CHANGE.members, reason: CHANGE.reason }));
  await world.meanwhile(document.id, addDays(founded, CHANGE.proposed));
  const on = addDays(founded, CHANGE.adopted);
  together.as(world.coordinator);
  together.at(on);
  // The constituencies stand in the order of the groups.
  const voters = (await votersOn(together.db, forum, document, on)) ?? [];
  const counts = Object.values(CHANGE.votes);
  await must(
    together.perform(adoptVersion, {
      ...{ version, on, inForceOn: addDays(on, 1), founded: false, decision: minutesOf(3, 2)[language] },
      votes: voters.map(({ constituency, all, filled }, i) => ({
        ...{ constituency, all, filled, recused: 0 },
        ...counts[i]!,
      })),
    }),
  );
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}

/** A further document as a draft that members have received: the demonstration asks everybody about it. Gives its id. */
export async function loadDraft(
  { together, forum }: Pick<FoundingWorld, 'together' | 'forum'>,
  title: Texts,
  articles: readonly Article[],
): Promise<string> {
  const { version } = await must(
    together.perform(writeDocument, { kind: 'other', title, articles: [...articles], template: false }),
  );
  await must(together.perform(proposeVersion, { version, members: 3, reason: null }));
  return (await documentsOf(together.db, forum)).find(({ versions }) => versions.some(({ id }) => id === version))!.id;
}

/** The next version of a document, with these articles in one language, as members have received it. */
export async function loadNextDraft(
  { together, forum }: Pick<FoundingWorld, 'together' | 'forum'>,
  document: string,
  language: LanguageCode,
  articles: readonly Article[],
): Promise<void> {
  const of = async () => (await documentsOf(together.db, forum)).find(({ id }) => id === document)!.versions.at(-1)!.id;
  await must(together.perform(openVersion, { version: await of() }));
  const version = await of();
  await must(together.perform(writeText, { version, language, articles: [...articles], seen: null }));
  await must(together.perform(proposeVersion, { version, members: 3, reason: null }));
}

/** One input of the right shape for each command on documents, by its name. */
export const documentInputs = (of: { readonly body: string; readonly id: string; readonly today: PlainDate }) => {
  const share = { than: 'more_than', part: 1, whole: 2 } as const;
  const version = of.id;
  return {
    'forum.document_write': { kind: 'other', title: { az: 'Etik kodeks' }, articles: [], template: false },
    'forum.text_write': { version, language: 'az', articles: [], seen: null },
    'forum.version_open': { version },
    'forum.version_discard': { version },
    'forum.signature_mistake': { version, signature: version, reason: 'Başqa qurum imzalayıb' },
    'forum.version_propose': { version, members: 3, reason: { az: 'nümunə' } },
    'forum.version_adopt': {
      ...{ version, on: of.today, inForceOn: of.today, decision: '1 nömrəli protokol', founded: false },
      votes: [
        { constituency: ASSEMBLY, all: 23, filled: 23, present: 20, recused: 0, for: 18, against: 1, abstain: 1 },
      ],
    },
    'forum.version_sign': { version, body: of.body, capacity: { az: 'sədr' }, on: of.today },
    'forum.rules_bind': { version, book: { rules: {}, topics: {} }, seen: null },
    'forum.founding_write': {
      ...{ meetsOn: of.today, place: { az: 'Zal' }, initiators: { az: 'QHT-lər' }, counters: { az: 'komissiya' } },
      ...{ invited: [{ name: 'Bələdiyyə', why: 'hesabat verir' }], quorum: share, majority: share, seen: null },
    },
    'forum.founding_publish': { on: of.today },
    'forum.founding_adopt': { on: of.today, present: 20, for: 18, against: 1, abstain: 1 },
  };
};
