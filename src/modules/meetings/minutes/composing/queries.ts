import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { type BallotFacts, ballotsIn } from '#modules/ballots/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import type { Item } from '../../agenda/schema.ts';
import { guestsOf, hallOf, quorumAt } from '../../attendance/queries.ts';
import { asideIn, isThere, standsAt } from '../../attendance/rules.ts';
import type { Elector, Hall, Stand } from '../../attendance/schema.ts';
import { breachRows } from '../../calls/queries.ts';
import { knownInvitation } from '../../calls/rules.ts';
import type { Meeting } from '../../calls/schema.ts';
import { decisionsOf, tasksIn } from '../../decisions/queries.ts';
import type { Decision, Task } from '../../decisions/schema.ts';
import type { ItemId, MeetingId, MeetingTables } from '../../schema.ts';
import type { BallotSaid, GroupThere, ItemSaid, Minutes, SeatSaid, SeatThere } from './schema.ts';

interface Note {
  readonly item: ItemId | null;
  readonly kind: 'text' | 'said';
  readonly words: Texts;
}

/** The latest words of the secretary on each item, and on the whole. */
export async function notesOf(db: Db, forum: string, meeting: MeetingId): Promise<readonly Note[]> {
  const rows = await db
    .withTables<MeetingTables>()
    .selectFrom('meetings_notes')
    .select(['item_id', 'kind', 'words'])
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute();
  const latest = new Map(rows.map((row) => [`${row.kind} ${row.item_id}`, row]));
  return [...latest.values()].map(({ item_id: item, kind, words }) => ({ item, kind, words }));
}

/** Minutes from everything that happened at a meeting, with the secretary's words in their places. */
export async function composeMinutes(db: Db, forum: Pick<Forum, 'id'>, meeting: Meeting): Promise<Minutes> {
  const { call } = meeting;
  const hall = await hallOf(db, forum.id, meeting);
  const notes = await notesOf(db, forum.id, meeting.id);
  const decisions = (await decisionsOf(db, forum.id)).filter((one) => one.meeting === meeting.id).toReversed();
  const tasks = (await tasksIn(db, forum.id)).filter((one) => one.meeting === meeting.id);
  const abouts = hall.items.flatMap(({ about }) => about.flatMap((one) => (one.type === 'body' ? [one.id] : [])));
  const names = await bodyNames(db, forum.id, [call.body, ...tasks.map(({ body }) => body), ...abouts]);
  const around = { hall, notes, decisions, tasks, names, ballots: await ballotsIn(db, forum.id, meeting.id) };
  const breaches = await breachRows(db, forum.id, meeting.id);
  return {
    ...{ number: meeting.number, title: call.title, kind: call.kind, language: call.language, on: call.on },
    group: meeting.group?.name ?? null,
    ...{ until: call.until, begun: meeting.begun?.hour ?? null, ended: meeting.ended?.hour ?? null },
    ...{ place: call.place, convener: call.convener, members: call.members, invitedOn: knownInvitation(meeting) },
    ...{ afterwards: meeting.afterwards, keeper: names.get(call.body) ?? {}, by: hall.electorate.by },
    ...{ groups: groupsAt(hall), quorum: quorumAt(hall, null) },
    guests: (await guestsOf(db, forum.id, meeting.id)).map(({ kind, words, n }) => ({ kind, words, n })),
    items: [...hall.items.map((item) => saidOf(around, item)), ...withoutItem(around)],
    text: notes.find((one) => one.item === null)?.words ?? null,
    breaches: breaches.map(({ kind, document, article, params }) => ({ kind, document, article, params })),
  };
}

const seatOf = ({ number, organisation }: Elector): SeatSaid => ({ number, organisation });

function thereOf(hall: Hall, row: Elector, { way, carriedBy }: Stand): SeatThere {
  const carrier = hall.electorate.rows.find(({ key }) => key === carriedBy);
  return { ...seatOf(row), way, carriedBy: carrier?.number ?? null };
}

function groupsAt(hall: Hall): readonly GroupThere[] {
  const stands = standsAt(hall, null);
  return hall.electorate.voters.map(({ constituency, name, all, filled }) => {
    const seats = hall.electorate.rows
      .filter((row) => row.constituency === constituency && row.filled)
      .map((row) => thereOf(hall, row, stands.get(row.key) ?? { way: 'absent', carriedBy: null }));
    return { constituency, name, all, filled, there: seats.filter(({ way }) => isThere(way)).length, seats };
  });
}

interface Around {
  readonly hall: Hall;
  readonly notes: readonly Note[];
  readonly decisions: readonly Decision[];
  readonly tasks: readonly Task[];
  readonly names: ReadonlyMap<string, Texts>;
  readonly ballots: readonly BallotFacts[];
}

function saidOf(around: Around, item: Item): ItemSaid {
  const { hall, notes, names } = around;
  const [now, before] = [
    standsAt(hall, item.id),
    standsAt(hall, hall.items.find((one) => one.number === item.number - 1)?.id ?? null),
  ];
  const aside = asideIn(hall, item.id);
  const presenter = hall.electorate.rows.find(({ seat }) => seat !== null && seat === item.seat)?.organisation ?? null;
  const noteOf = (kind: Note['kind']) => notes.find((one) => one.item === item.id && one.kind === kind)?.words ?? null;
  return {
    ...{ id: item.id, number: item.number, kind: item.kind, title: item.title, words: item.words },
    presenter: item.presenter ?? presenter,
    about: item.about.map((one) => ({ ...one, name: one.type === 'body' ? (names.get(one.id) ?? null) : null })),
    ...{ lateOn: item.lateOn, begun: item.begun?.hour ?? null, ended: item.ended?.hour ?? null },
    ...{ held: item.begun !== null, quorum: item.begun ? quorumAt(hall, item.id) : null },
    changes: hall.electorate.rows.flatMap((row) => {
      const [then, was] = [now.get(row.key), before.get(row.key)];
      return then && then.way !== was?.way ? [thereOf(hall, row, then)] : [];
    }),
    aside: hall.electorate.rows.filter(({ key }) => aside.has(key)).map(seatOf),
    ...{ text: noteOf('text'), said: noteOf('said'), ...givenAt(around, item.id) },
  };
}

function ballotSaid(hall: Hall, facts: BallotFacts): BallotSaid {
  const { result } = facts;
  return {
    ...{ number: facts.number, path: facts.path, words: facts.words, open: facts.secrecy === 'open' },
    withdrawn: facts.withdrawal?.reason ?? null,
    result: result && {
      verdict: result.verdict,
      elected: facts.options.find(({ id }) => id === result.option)?.label ?? null,
      groups: result.rows.map((row) => ({
        ...{ for: row.for, against: row.against, abstain: row.abstain },
        name: hall.electorate.voters.find((one) => one.constituency === row.constituency)?.name ?? null,
      })),
      ...{ document: result.outcome?.document ?? null, article: result.outcome?.article ?? null },
    },
    roll:
      facts.secrecy === 'open'
        ? facts.rollCall.map(({ number, organisation, outcome }) => ({ number, organisation, outcome }))
        : [],
  };
}

function givenAt(
  { hall, decisions, tasks, names, ballots }: Around,
  item: string | null,
): Pick<ItemSaid, 'ballots' | 'decisions' | 'tasks'> {
  return {
    ballots: ballots.filter((one) => one.item === item).map((one) => ballotSaid(hall, one)),
    decisions: decisions
      .filter((one) => one.item === item)
      .map(({ number, kind, words, ballot, document, article }) => ({
        ...{ number, kind, words, ballot: ballot?.number ?? null, document, article },
      })),
    tasks: tasks
      .filter((one) => one.item === item)
      .map(({ number, words, body, office, due }) => ({ number, words, owner: names.get(body) ?? {}, office, due })),
  };
}

/** Decisions and tasks that belong to no item. */
function withoutItem(around: Around): readonly ItemSaid[] {
  const given = givenAt(around, null);
  if (given.ballots.length + given.decisions.length + given.tasks.length === 0) return [];
  return [
    {
      ...{ id: '', number: 0, kind: 'information', title: {}, words: null, presenter: null, about: [], lateOn: null },
      ...{
        begun: null,
        ended: null,
        held: true,
        quorum: null,
        changes: [],
        aside: [],
        text: null,
        said: null,
        ...given,
      },
    },
  ];
}
