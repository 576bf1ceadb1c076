import type { EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { faultsOf } from '../../rulebook/rules.ts';
import type { SeatsOf } from '../../rulebook/schema.ts';
import { mayKeepDocuments } from '../access.ts';
import { foundingOf } from '../founding/queries.ts';
import { ASSEMBLY, foundingRules } from '../founding/rules.ts';
import { articlesOf, documentsOf } from '../queries.ts';
import { countFault, governing, isOpen, judgeAdoption } from '../rules.ts';
import type { AdoptedBy, Judged } from '../schema.ts';
import { type Chosen, inTurn, named, personOf, tablesOf, versionObject } from '../versions/commands.ts';
import { type AdoptionInput, adoptionShape } from './forms.ts';
import { nameIn, votersOn } from './queries.ts';

/**
 * Enters that the assembly adopted a version. Once documents are in force it must have followed their procedure, the
 * quorum and the majority of that day, or it is refused with the article; before, those of the founding procedure.
 * A forum founded on paper enters its first documents as its minutes have them, and they are marked so.
 */
export const adoptVersion = command({
  name: 'forum.version_adopt',
  input: adoptionShape,
  access: (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum),
  run: async (ctx, input: AdoptionInput) => {
    const made = await adopted(ctx, input, false);
    if (!made.ok) return made;
    const { value, object, params } = made.value;
    return done(value, { kind: 'forum.version_adopted', object, params });
  },
});

/** An adoption that was written, with what the entry of the deed around names. */
interface Adopted {
  readonly value: { readonly slug: string; readonly number: number; readonly by: AdoptedBy };
  readonly object: EntryObject;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Adopts a version inside the transaction of a ballot that closed. Its roll was frozen when it was opened, so its votes
 * are those of the seats of that day; all else is asked as of any adoption. Asks no permission and writes no entry: the
 * deed around does both.
 */
export const adoptByBallot = (ctx: Ctx, input: Omit<AdoptionInput, 'founded'>): Promise<Result<Adopted>> =>
  adopted(ctx, { ...input, founded: false }, true);

async function adopted(ctx: Ctx, input: AdoptionInput, byBallot: boolean): Promise<Result<Adopted>> {
  const found = await inTurn(ctx, input.version);
  if (!found.ok) return found;
  const { version } = found.value;
  if (version.adoption) return refuse('conflict', message('forum.documents.wrong.adopted_already'));
  const judged = await judge(ctx, found.value, input, byBallot);
  if (!judged.ok) return judged;
  await tablesOf(ctx)
    .insertInto('forum_adoptions')
    .values({
      ...{ forum_id: ctx.forum.id, version_id: version.id, on_day: input.on, in_force_on: input.inForceOn },
      ...{ by_rules: judged.value.by, decision: input.decision, votes: input.votes && json(input.votes) },
      judged: judged.value.judged && json(judged.value.judged),
      ...{ entered_at: ctx.now, entered_by: personOf(ctx) },
    })
    .execute();
  return ok({
    value: { slug: found.value.document.slug, number: version.number, by: judged.value.by },
    object: versionObject(found.value),
    params: { ...named(ctx, found.value), day: input.on, in_force: input.inForceOn, decision: input.decision },
  });
}

interface Sentence {
  readonly by: AdoptedBy;
  readonly judged: Judged | null;
}

async function judge(
  ctx: Ctx,
  { document, version }: Chosen,
  input: AdoptionInput,
  byBallot: boolean,
): Promise<Result<Sentence>> {
  if (input.on > ctx.today) return wrong('on', message('forum.documents.wrong.future'));
  const strange = input.votes && !byBallot && (await strangeVotes(ctx, document, input));
  if (strange) return wrong('present_0', strange);
  const articles = await articlesOf(ctx.db, ctx.forum.id, version.id);
  if (articles.length === 0) return refuse('bad_input', message('forum.documents.wrong.no_articles'));
  const [fault] = faultsOf(version.book, { articles: articles.map((one) => one.number) });
  if (fault) return refuse('bad_input', fault.message);
  const documents = await documentsOf(ctx.db, ctx.forum.id);
  const later = document.versions.some((one) => one.adoption && one.adoption.inForceOn > input.inForceOn);
  if (later) return wrong('in_force_on', message('forum.documents.wrong.later_there'));
  const book = governing(documents, document, input.on);
  if (book) {
    const verdict = judgeAdoption(book, version, input);
    return verdict.fault ? refuse('conflict', verdict.fault) : { ok: true, value: { by: 'documents', ...verdict } };
  }
  const isFirst = document.versions.every((one) => one.adoption === null);
  if (input.founded && isFirst) return { ok: true, value: { by: 'minutes', judged: null } };
  return byFounding(ctx, version, input);
}

async function byFounding(ctx: Ctx, version: Chosen['version'], input: AdoptionInput): Promise<Result<Sentence>> {
  const founding = await foundingOf(ctx.db, ctx.forum.id);
  if (!founding?.adopted || founding.adopted.on > input.on)
    return refuse('conflict', message('forum.documents.wrong.no_founding'));
  if (isOpen(version)) return refuse('conflict', message('forum.documents.wrong.not_sent'));
  const verdict = judgeAdoption(foundingRules(founding), version, input);
  return verdict.fault ? refuse('conflict', verdict.fault) : { ok: true, value: { by: 'founding', ...verdict } };
}

const wrong = (field: string, what: ReturnType<typeof message>) => refuseFields([{ field, message: what }]);

/** Votes are of the seats of that day, none more and none less, and counts that a hall can have. */
async function strangeVotes(ctx: Ctx, document: Chosen['document'], { votes, on }: AdoptionInput) {
  const voters = await votersOn(ctx.db, ctx.forum.id, document, on);
  const same = (one: SeatsOf, other: SeatsOf | undefined): boolean =>
    one.constituency === other?.constituency && one.all === other.all && one.filled === other.filled;
  const isAssembly = votes?.length === 1 && votes[0]?.constituency === ASSEMBLY;
  const fits = voters ? votes?.length === voters.length && voters.every((one, i) => same(one, votes[i])) : isAssembly;
  if (!fits || !votes) return message('forum.documents.wrong.other_seats');
  return countFault(votes, (constituency) => nameIn(voters, constituency, ctx.lang));
}
