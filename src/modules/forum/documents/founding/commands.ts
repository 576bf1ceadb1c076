import { sql } from 'kysely';
import type { EntryObject } from '#core/audit/entry.ts';
import { type AnyCommand, type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { faultsOf } from '../../rulebook/rules.ts';
import type { Threshold } from '../../rulebook/schema.ts';
import { mayKeepDocuments } from '../access.ts';
import { documentsOf } from '../queries.ts';
import type { Founding } from '../schema.ts';
import { personOf, tablesOf } from '../versions/commands.ts';
import { type FoundingInput, foundingAdoptionShape, foundingShape, foundingValues, publicationShape } from './forms.ts';
import { foundingOf } from './queries.ts';
import { foundingRules, judgeFounding } from './rules.ts';

const wrong = (field: string, what: Message) => refuseFields([{ field, message: what }]);
const OBJECT = { type: 'founding', path: '/documents/founding' } as const;
const access = (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum);

/** One after the other: the forum's row of the founding is held until the end of the transaction. */
async function inTurn(ctx: Ctx): Promise<Founding | null> {
  await sql`select 1 from forum_foundings where forum_id = ${ctx.forum.id} for update`.execute(ctx.db);
  return foundingOf(ctx.db, ctx.forum.id);
}

/** Writes the founding procedure, until it goes out with the invitation. */
export const writeFounding = command({
  name: 'forum.founding_write',
  input: foundingShape,
  access,
  run: async (ctx, input: FoundingInput) => {
    const there = await inTurn(ctx);
    if (there?.published) return refuse('conflict', message('forum.documents.founding.wrong.published'));
    if ((await documentsOf(ctx.db, ctx.forum.id)).some((one) => one.versions.some((version) => version.adoption)))
      return refuse('conflict', message('forum.documents.founding.wrong.too_late'));
    if (!isAsSeen(input.seen, there ? foundingValues(there, ctx.lang) : {})) return changedMeanwhile();
    const quorum: Threshold = { share: input.quorum, of: 'all' };
    const majority: Threshold = { share: input.majority, of: 'cast' };
    const [fault] = faultsOf(foundingRules({ quorum, majority }));
    if (fault) return wrong(fault.key === 'quorum' ? 'quorum_share' : 'majority_share', fault.message);
    const { meetsOn, place, initiators, invited, counters } = input;
    const row = {
      ...{ meets_on: meetsOn, place: json({ ...there?.place, ...place }), invited: json(invited) },
      initiators: json({ ...there?.initiators, ...initiators }),
      counters: json({ ...there?.counters, ...counters }),
      ...{ quorum: json(quorum), majority: json(majority), entered_at: ctx.now, entered_by: personOf(ctx) },
    };
    await tablesOf(ctx)
      .insertInto('forum_foundings')
      .values({ forum_id: ctx.forum.id, ...row })
      .onConflict((conflict) => conflict.column('forum_id').doUpdateSet(row))
      .execute();
    return done(null, null);
  },
});

/** Publishes it with the invitation. After the assembly met: entered afterwards from paper, and marked so. */
export const publishFounding = command({
  name: 'forum.founding_publish',
  input: publicationShape,
  access,
  run: async (ctx, { on }) => {
    const founding = await inTurn(ctx);
    if (!founding) return refuse('not_found', message('forum.documents.founding.none'));
    if (founding.published) return refuse('conflict', message('forum.documents.founding.wrong.published'));
    if (on > ctx.today) return wrong('on', message('forum.documents.wrong.future'));
    if (on > founding.meetsOn)
      return wrong('on', message('forum.documents.founding.wrong.after_assembly', { day: founding.meetsOn }));
    const afterwards = on < ctx.today;
    await tablesOf(ctx)
      .insertInto('forum_founding_publications')
      .values({ forum_id: ctx.forum.id, on_day: on, afterwards, entered_at: ctx.now, entered_by: personOf(ctx) })
      .execute();
    return done(null, {
      kind: 'forum.founding_published',
      object: { ...OBJECT, id: ctx.forum.id },
      params: { day: on, n: founding.invited.length },
    });
  },
});

/** Enters that the assembly adopted its procedure as the first item, judged by that very procedure. */
export const adoptFounding = command({
  name: 'forum.founding_adopt',
  input: foundingAdoptionShape,
  access,
  run: async (ctx, input) => {
    const { on, ...votes } = input;
    const made = await adopted(ctx, { on, votes, decision: null });
    if (!made.ok) return made;
    const { object, params } = made.value;
    return done(null, { kind: 'forum.founding_adopted', object, params });
  },
});

interface FoundingAdoption {
  readonly on: Founding['meetsOn'];
  readonly votes: Omit<Votes, 'all'>;
  /** The page of the ballot; null: entered from the minutes. */
  readonly decision: string | null;
}

/**
 * Adopts the procedure inside the transaction of the assembly's first ballot, judged as when it is entered by hand. Asks no
 * permission and writes no entry: the deed around does both.
 */
export const adoptFoundingByBallot = (ctx: Ctx, given: FoundingAdoption & { readonly decision: string }) =>
  adopted(ctx, given);

async function adopted(ctx: Ctx, { on, votes: said, decision }: FoundingAdoption) {
  const founding = await inTurn(ctx);
  if (!founding?.published) return refuse('conflict', message('forum.documents.founding.wrong.not_published'));
  if (founding.adopted) return refuse('conflict', message('forum.documents.founding.wrong.adopted'));
  const { present, for: yes, against, abstain } = said;
  const votes = { all: founding.invited.length, present, for: yes, against, abstain };
  const fault = dayFault(ctx, founding, on) ?? countFault(votes) ?? outcomeFault(founding, votes);
  if (!fault.ok) return fault;
  await tablesOf(ctx)
    .insertInto('forum_founding_adoptions')
    .values({
      ...{ forum_id: ctx.forum.id, on_day: on, votes: json(votes), decision },
      ...{ entered_at: ctx.now, entered_by: personOf(ctx) },
    })
    .execute();
  const object: EntryObject = { ...OBJECT, id: ctx.forum.id };
  return ok({ object, params: { day: on, for: yes, against, abstain } });
}

function dayFault(ctx: Ctx, { meetsOn }: Founding, on: Founding['meetsOn']): Result<never> | null {
  if (on > ctx.today) return wrong('on', message('forum.documents.wrong.future'));
  return on < meetsOn ? wrong('on', message('forum.documents.founding.wrong.before', { day: meetsOn })) : null;
}

type Votes = Parameters<typeof judgeFounding>[1];

function countFault({ all, present, for: yes, against, abstain }: Votes): Result<never> | null {
  if (present > all) return wrong('present', message('forum.documents.founding.wrong.over_invited', { n: all }));
  return yes + against + abstain > present
    ? wrong('for', message('forum.documents.founding.wrong.over_present'))
    : null;
}

function outcomeFault(founding: Founding, votes: Votes): Result<null> {
  const { quorum, outcome } = judgeFounding(founding, votes);
  if (!quorum?.met) return refuse('conflict', message('forum.documents.founding.wrong.no_quorum'));
  return outcome?.adopted
    ? { ok: true, value: null }
    : refuse('conflict', message('forum.documents.founding.wrong.lost'));
}

/** Every deed on the founding procedure. */
export const FOUNDING_COMMANDS: readonly AnyCommand[] = [writeFounding, publishFounding, adoptFounding];
