import { type Actor, SYSTEM } from '#core/actor.ts';
import type { Entry, EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, type Done, done, no, type Verdict, YES } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { hourIn, momentOf } from '#core/time/local-hour.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { mayKeepMeetings } from '../../access.ts';
import type { Item } from '../../agenda/schema.ts';
import { attend, begin, end, keepGuest, keepNote, standAside } from '../../attendance/commands.ts';
import { hallOf } from '../../attendance/queries.ts';
import type { Elector } from '../../attendance/schema.ts';
import { enteredBy, lockMeeting, meetingObject } from '../../calls/commands.ts';
import type { Meeting } from '../../calls/schema.ts';
import { decide, giveTask } from '../../decisions/commands.ts';
import { notesOf } from '../../minutes/composing/queries.ts';
import type { ItemId } from '../../schema.ts';
import { deskTables } from '../handing/commands.ts';
import { desksOf, stepsSeen } from '../handing/queries.ts';
import type { HandedDesk } from '../handing/schema.ts';
import { openItem } from '../rules.ts';
import type { Hall, Operation, Receipt } from '../schema.ts';
import { walk } from '../steps/rules.ts';
import { bringingShape } from './forms.ts';
import { inLanguage, joined, momentsOf } from './rules.ts';
import type { BringingInput, KeepVotes, VoteKept } from './schema.ts';

/** The desk that proves what only it knows, or who keeps meetings. For a desk that is not there the same "no". */
async function mayBring(ctx: Ctx, { desk, secretHash }: BringingInput): Promise<Verdict> {
  const keeper = mayKeepMeetings(ctx.actor, ctx.forum);
  if (keeper.may || secretHash === null) return keeper;
  const [own] = await desksOf(ctx.db, ctx.forum.id, { desk });
  return own?.secretHash === secretHash ? YES : no(message('meetings.desk.denied'));
}

/**
 * Brings a meeting back from the hall: every step by the commands of this room, in one transaction with one entry that
 * names all it touched. A step that cannot be refuses the whole delivery and is named; what came before answers its
 * first receipt again.
 */
export const bringIn = (keep: KeepVotes) =>
  command<BringingInput, Receipt>({
    name: 'meetings.desk.bring_in',
    input: bringingShape,
    access: mayBring,
    run: async (ctx, input) => {
      const found = await lockMeeting(ctx, input.meeting, 'also_out');
      if (!found.ok) return found;
      const [desk] = await desksOf(ctx.db, ctx.forum.id, { desk: input.desk });
      if (!desk || desk.meeting !== input.meeting) return refuse('not_found', message('meetings.desk.refused.no_desk'));
      if (desk.delivered) return again(ctx, desk, input.operations);
      const byHand = input.secretHash === null;
      if (desk.recalled && !byHand) return refuse('gone', message('meetings.desk.refused.recalled'));
      // First its row, so that the meeting is free for the commands below; a refusal takes it back with everything else.
      const bare: Receipt = {
        ...{ delivery: input.delivery, at: ctx.now.toISOString(), operations: input.operations.length },
        ...{ ballots: [], decisions: [] },
      };
      await keepDelivery(ctx, desk, { receipt: bare, byHand, operations: input.operations });
      const brought = await perform(ctx, keep, found.value, desk, input.operations);
      if (!brought.ok) return brought;
      const { objects, bodies, ballots, decisions } = brought.value;
      const receipt: Receipt = { ...bare, ballots, decisions };
      await deskTables(ctx)
        .updateTable('meetings_desk_deliveries')
        .set({ receipt: json(receipt) })
        .where('forum_id', '=', ctx.forum.id)
        .where('desk_id', '=', desk.id)
        .execute();
      const { number } = found.value;
      const entry: Entry = {
        ...{ kind: 'meetings.brought_in', object: meetingObject(found.value), touched: objects, bodies },
        params: { number, ballots: ballots.length, decisions: decisions.length },
      };
      return done(receipt, entry, takerOf(desk));
    },
  });

/** The same again, whichever way it comes: the first receipt. Anything new after the delivery is refused. */
async function again(ctx: Ctx, desk: HandedDesk, operations: readonly Operation[]): Promise<Result<Done<Receipt>>> {
  const seen = await stepsSeen(ctx.db, ctx.forum.id, desk.id);
  if (!operations.every(({ id }) => seen.has(id)))
    return refuse('conflict', message('meetings.desk.refused.delivered'));
  return done(desk.delivered!.receipt, null);
}

/** Who took the desk out does what it brings; the desk's own proof stands for a session that ended meanwhile. */
const takerOf = ({ by }: HandedDesk): Actor => (by ? { kind: 'person', id: by, name: '', roles: [] } : SYSTEM);

async function keepDelivery(
  ctx: Ctx,
  desk: HandedDesk,
  of: { readonly receipt: Receipt; readonly byHand: boolean; readonly operations: readonly Operation[] },
): Promise<void> {
  await deskTables(ctx)
    .insertInto('meetings_desk_deliveries')
    .values({
      ...{
        ...enteredBy({ ...ctx, actor: takerOf(desk) }),
        desk_id: desk.id,
        id: of.receipt.delivery,
        by_hand: of.byHand,
      },
      ...{ receipt: json(of.receipt), on_day: ctx.today },
    })
    .execute();
  for (let from = 0; from < of.operations.length; from += AT_ONCE) {
    const rows = of.operations.slice(from, from + AT_ONCE);
    await deskTables(ctx)
      .insertInto('meetings_desk_steps')
      .values(rows.map(({ id }) => ({ forum_id: ctx.forum.id, id, desk_id: desk.id })))
      .execute();
  }
}
const AT_ONCE = 2_000;

/** What was done so far. */
interface Brought {
  readonly objects: EntryObject[];
  readonly bodies: string[];
  readonly ballots: number[];
  readonly decisions: number[];
}

/** One step with everything that it needs. */
interface Doing {
  readonly ctx: Ctx;
  readonly keep: KeepVotes;
  readonly meeting: Meeting;
  readonly items: readonly Item[];
  readonly rows: readonly Elector[];
  readonly brought: Brought;
  /** The hall after this step. */
  readonly hall: Hall;
  /** Notes of the item so far. */
  readonly notes: string[];
  /** Rows of guests by their id on the device. */
  readonly guests: Map<string, string>;
}

async function perform(
  ctx: Ctx,
  keep: KeepVotes,
  meeting: Meeting,
  desk: HandedDesk,
  operations: readonly Operation[],
): Promise<Result<Brought>> {
  const { snapshot } = desk;
  const walked = walk(snapshot, operations);
  if (walked.refused) return refusedAt(walked.refused.operation, walked.refused.why);
  const brought: Brought = { objects: [], bodies: [], ballots: [], decisions: [] };
  const { electorate, items } = await hallOf(ctx.db, ctx.forum.id, meeting);
  const morning = momentOf(ctx.forum.zone, meeting.call.on, 0);
  const moments = momentsOf(walked.standing, latest(desk.at, morning), ctx.now);
  const [notes, guests]: [string[], Map<string, string>] = [[], new Map()];
  for (const [i, operation] of walked.standing.entries()) {
    const now = moments[i]!;
    const at: Ctx = { ...ctx, now, today: dayIn(ctx.forum.zone, now), actor: takerOf(desk) };
    const hall = walked.halls[i]!;
    const doing: Doing = { ctx: at, keep, meeting, items, rows: electorate.rows, brought, hall, notes, guests };
    const result = await doStep(doing, operation);
    if (!result.ok) return refusedAt(operation, result.refusal.fields?.[0]?.message ?? result.refusal.message);
  }
  return ok(brought);
}

const latest = (a: Date, b: Date): Date => new Date(Math.max(a.getTime(), b.getTime()));

const refusedAt = (operation: Operation, why: Parameters<typeof refuse>[1]) =>
  refuse('conflict', why, [{ field: operation.id, message: why }]);

type Nothing = Result<null>;
const NOTHING: Nothing = ok(null);

/** Does one step by its command, and keeps what its entry would have named. */
async function doStep(doing: Doing, step: Operation): Promise<Nothing> {
  const { ctx, meeting, brought, rows, notes } = doing;
  const of = { meeting: meeting.id, hour: hourIn(ctx.forum.zone, ctx.now) };
  const words = (text: string) => inLanguage(text, ctx.forum.languages);
  switch (step.kind) {
    case 'meeting_begun': {
      const begun = taken(brought, await begin.run(ctx, { ...of, item: null }));
      return begun.ok ? presence(doing, null) : begun;
    }
    case 'item_begun': {
      const begun = taken(brought, await begin.run(ctx, { ...of, item: step.item as ItemId }));
      return begun.ok ? presence(doing, step.item as ItemId) : begun;
    }
    case 'presence': {
      const item = openItem(doing.hall);
      return item ? presence(doing, item.id as ItemId) : NOTHING;
    }
    case 'recusal': {
      const aside = { meeting: meeting.id, item: step.item as ItemId, key: step.seat, aside: step.aside };
      return taken(brought, await standAside.run(ctx, aside));
    }
    case 'guest': {
      const guest = doing.guests.get(step.guest) ?? null;
      const row = { guest, kind: step.as, words: step.words, people: null, n: step.n };
      const kept = await keepGuest.run(ctx, { meeting: meeting.id, ...row });
      if (kept.ok) doing.guests.set(step.guest, kept.value.value.guest);
      return taken(brought, kept);
    }
    case 'motion_ended':
      return vote(doing, step.motion);
    case 'election_ended':
      return election(doing, step.election);
    case 'consensus': {
      const decision = { meeting: meeting.id, item: step.item as ItemId, kind: 'consensus', corrects: null } as const;
      const made = await decide.run(ctx, { ...decision, words: words(step.words) });
      if (made.ok) brought.decisions.push(made.value.value.number);
      return taken(brought, made);
    }
    case 'task': {
      const body = rows.find(({ key }) => key === step.owner)?.body;
      if (!body) return refuse('conflict', message('meetings.desk.no.seat'));
      const task = { meeting: meeting.id, item: step.item as ItemId, decision: null, body, seat: null, office: null };
      return taken(brought, await giveTask.run(ctx, { ...task, words: words(step.words), due: step.due }));
    }
    case 'note':
      notes.push(step.words);
      return NOTHING;
    case 'item_ended': {
      const noted = await keepNotes(doing, step.item as ItemId);
      return noted.ok ? taken(brought, await end.run(ctx, { ...of, item: step.item as ItemId })) : noted;
    }
    case 'meeting_ended':
      return taken(brought, await end.run(ctx, { ...of, item: null }));
    default:
      // What was said on a motion or in an election becomes one ballot when it ends.
      return NOTHING;
  }
}

/** Keeps what the entry of a command would have named, for the one entry of the delivery. */
function taken<T>({ objects, bodies }: Brought, result: Result<Done<T>>): Nothing {
  if (!result.ok) return result;
  const { entry } = result.value;
  for (const object of entry ? [entry.object, ...(entry.touched ?? [])] : [])
    if (object.type !== 'meeting' && !objects.some((one) => one.id === object.id)) objects.push(object);
  for (const body of entry?.bodies ?? []) if (!bodies.includes(body)) bodies.push(body);
  return NOTHING;
}

/** How every seat of which something was said stands at the item; what did not change is written no second time. */
async function presence({ ctx, meeting, hall, brought }: Doing, from: ItemId | null): Promise<Nothing> {
  const rows = [...hall.ways].map(([key, { way, carriedBy }]) => ({ key, way, carriedBy }));
  if (rows.length === 0) return NOTHING;
  return taken(brought, await attend.run(ctx, { meeting: meeting.id, from, rows }));
}

async function vote({ ctx, keep, meeting, items, hall, brought }: Doing, id: string): Promise<Nothing> {
  const motion = hall.items.flatMap((item) => item.motions).find((one) => one.id === id);
  if (!motion?.ended) return refuse('conflict', message('meetings.desk.no.motion'));
  const [first, second] = motion.slips;
  const made = await keep.vote(ctx, {
    ...{ meeting: meeting.id, item: motion.item as ItemId, words: inLanguage(motion.words, ctx.forum.languages) },
    about: items.find((one) => one.id === motion.item)?.about ?? [],
    ...{ decision: motion.decision, counting: motion.counting, marks: motion.marks },
    reason: motion.reason === null ? null : inLanguage(motion.reason, ctx.forum.languages),
    counts: motion.counting === 'hands' ? [motion.hands!] : motion.counting === 'slips' ? [first!, second!] : [],
    ...{ presence: motion.ended.presence, chair: motion.ended.chair },
  });
  return kept(brought, made);
}

async function election({ ctx, keep, meeting, hall, brought }: Doing, id: string): Promise<Nothing> {
  const held = hall.items.flatMap((item) => item.elections).find((one) => one.id === id);
  if (!held?.ended) return refuse('conflict', message('meetings.desk.no.motion'));
  const { item, ballot, again, options, said, piles, ended } = held;
  const made = await keep.election(ctx, {
    ...{ meeting: meeting.id, item: item as ItemId, ballot, again, options, said },
    piles: piles.flatMap((one) => (one ? [one] : [])),
    ...{ presence: ended.presence, settled: ended.settled },
  });
  return kept(brought, made);
}

function kept({ ballots, objects, bodies }: Brought, made: Result<VoteKept>): Nothing {
  if (!made.ok) return made;
  ballots.push(made.value.number);
  for (const object of made.value.objects) if (!objects.some(({ id }) => id === object.id)) objects.push(object);
  for (const body of made.value.bodies) if (!bodies.includes(body)) bodies.push(body);
  return NOTHING;
}

async function keepNotes({ ctx, meeting, notes, brought }: Doing, item: ItemId): Promise<Nothing> {
  const said = notes.splice(0);
  if (said.length === 0) return NOTHING;
  const known = await notesOf(ctx.db, ctx.forum.id, meeting.id);
  const before = known.find((one) => one.item === item && one.kind === 'text')?.words ?? {};
  const language = ctx.forum.languages[0] ?? 'az';
  const words = { ...before, [language]: joined(before[language], said) };
  return taken(brought, await keepNote.run(ctx, { meeting: meeting.id, item, kind: 'text', words }));
}
