import type { Actor } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { RoleDesk } from '#modules/identity/contract.ts';
import type { BodyKey, SeatGroup } from '#modules/places/demo/bodies.ts';
import { decideComposition } from './composition/commands.ts';
import {
  DEMO_CHANGE,
  DEMO_FIRST,
  DEMO_FOUNDING,
  DEMO_GROUPS,
  DEMO_INTEREST,
  DEMO_LETTER,
  DEMO_OFFICES,
  DEMO_WITHOUT_ALTERNATE,
} from './demo/members.ts';
import { declareInterest } from './interests/commands.ts';
import { giveSeat, seatingCommands } from './seating/commands.ts';
import { seatingOf } from './seats/queries.ts';
import type { HoldingId, MandateId } from './seats/schema.ts';

/** Where the made-up seats are loaded. */
export interface SeatedWorld {
  readonly together: Together;
  readonly roles: RoleDesk;
  readonly today: PlainDate;
  readonly founded: PlainDate;
  readonly forum: string;
  /** Ids of bodies by their key. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly coordinator: Actor;
  /** Who acts for a member already. */
  readonly memberOf: (body: string) => string | null;
}

/** Loads the 23 seats of the demonstration as they were founded, and what happened to them since. */
export async function loadSeats(world: SeatedWorld): Promise<void> {
  const { together, founded, coordinator } = world;
  together.as(coordinator);
  together.at(founded);
  await must(
    together.perform(decideComposition, {
      ...{ ...DEMO_FOUNDING, decidedOn: founded, from: founded, url: null, more: [], places: [] },
      fresh: DEMO_GROUPS.map(({ name, members }) => ({ name: { ...name }, seats: members.length })),
    }),
  );
  const held = await loadHoldings(world);
  const members = DEMO_GROUPS.flatMap(({ key, members }) => members.map((member) => ({ member, group: key })));
  const first = members.toSorted((a, b) => Number(b.member === DEMO_FIRST) - Number(a.member === DEMO_FIRST));
  for (const { member, group } of first) await loadSpeakers(world, member, DEMO_OFFICES[group], held.get(member)!);
  await loadChange(world, held.get(DEMO_CHANGE.of)!);
  await loadInterest(world);
  together.at(null);
  together.as(null);
}

/** The seats of a forum founded on paper, by group, as somebody reported them: no organisation is named. */
export async function loadRecordedSeats(
  together: Together,
  reported: {
    readonly on: PlainDate;
    readonly composition: Readonly<Record<SeatGroup, number>>;
    readonly source: string;
    readonly url: string;
  },
): Promise<void> {
  const { on, composition, source, url } = reported;
  const fresh = DEMO_GROUPS.map(({ key, name }) => ({ name: { ...name }, seats: composition[key] }));
  const decided = { number: source, decidedOn: on, from: on, reason: null, url, more: [], places: [] };
  await must(together.perform(decideComposition, { ...decided, fresh }));
}

async function loadHoldings(world: SeatedWorld): Promise<ReadonlyMap<BodyKey, HoldingId>> {
  const { together, founded, forum, bodies } = world;
  const { seats } = await seatingOf(together.db, forum);
  const held = new Map<BodyKey, HoldingId>();
  for (const [i, member] of DEMO_GROUPS.flatMap((group) => group.members).entries()) {
    const seat = seats.find((one) => one.number === i + 1)!.id;
    const input = { seat, body: bodies.get(member)!, from: founded, to: null, source: DEMO_FOUNDING.number };
    held.set(member, (await must(together.perform(giveSeat, input))).id);
  }
  return held;
}

type Offices = (typeof DEMO_OFFICES)['ngo'];

async function loadSpeakers(world: SeatedWorld, member: BodyKey, offices: Offices, holding: HoldingId): Promise<void> {
  const { together, roles, founded, bodies, memberOf } = world;
  const { nameSpeaker } = seatingCommands(roles);
  const term = { holding, from: founded, to: null, source: DEMO_LETTER };
  const person = memberOf(bodies.get(member)!);
  const who = person ? { id: person } : null;
  await must(
    together.perform(nameSpeaker, { ...term, kind: 'representative', who, office: { ...offices.representative } }),
  );
  if (!DEMO_WITHOUT_ALTERNATE.includes(member))
    await must(
      together.perform(nameSpeaker, { ...term, kind: 'alternate', who: null, office: { ...offices.alternate } }),
    );
}

async function loadChange({ together, roles, today, forum }: SeatedWorld, holding: HoldingId): Promise<void> {
  const { nameSpeaker, endMandate } = seatingCommands(roles);
  const { mandates } = await seatingOf(together.db, forum);
  const before = mandates.find((one) => one.holding === holding && one.kind === 'alternate')!;
  together.at(addDays(today, DEMO_CHANGE.left));
  const last = addDays(today, DEMO_CHANGE.left);
  await must(together.perform(endMandate, { mandate: before.id, last, reason: 'left_office' }));
  together.at(addDays(today, DEMO_CHANGE.entered));
  const from = addDays(today, DEMO_CHANGE.next);
  const next = {
    holding,
    kind: 'alternate',
    who: null,
    office: { ...before.office },
    to: null,
    source: DEMO_LETTER,
  } as const;
  await must(together.perform(nameSpeaker, { ...next, from }));
}

async function loadInterest({ together, today, forum, bodies }: SeatedWorld): Promise<void> {
  const { of, about, on, words } = DEMO_INTEREST;
  const { holdings } = await seatingOf(together.db, forum);
  const { seat } = holdings.find((one) => one.body === bodies.get(of))!;
  together.at(addDays(today, on));
  const asked = { of: 'organisation', kind: 'money', words } as const;
  await must(together.perform(declareInterest, { ...asked, seat, about: { type: 'body', id: bodies.get(about)! } }));
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}

/** One input of the right shape for each command of this module, by its name. */
export const forumInputs = (of: {
  readonly body: string;
  /** A seat that the body holds. */
  readonly seat: string;
  readonly id: string;
  readonly today: PlainDate;
}) => {
  const term = { from: of.today, to: null, source: '14 nömrəli məktub' };
  return {
    'forum.decide_composition': {
      ...{ number: 'qərar 3', decidedOn: of.today, from: of.today, reason: null, url: null, more: [], places: [] },
      fresh: [{ name: { az: 'Gənclər' }, seats: 2 }],
    },
    'forum.close_seat': { seat: of.id, last: of.today, decision: 'qərar 4', reason: 'Qrup birləşdirilib' },
    'forum.give_seat': { seat: of.id, body: of.body, ...term },
    'forum.end_holding': { holding: of.id as HoldingId, last: of.today, reason: 'Qurum ləğv edilib' },
    'forum.name_speaker': {
      ...{ holding: of.id, kind: 'representative', who: null, office: { az: 'Şöbə müdiri' }, ...term },
    },
    'forum.write_criteria': {
      ...{
        from: of.today,
        body: of.body,
        source: 'Reqlament 2.3',
        items: [{ az: 'Qeydiyyatdan keçib' }],
        answerDays: 15,
      },
    },
    'forum.apply': {
      ...{ constituency: of.id, organisation: 'Nümunə birliyi', words: 'Tələblərə uyğunuq.', contact: 'ofis' },
      paper: null,
    },
    'forum.answer_application': {
      ...{ application: of.id, outcome: 'refused', decidedOn: of.today, decision: 'qərar 5', reason: 'Yer yoxdur.' },
    },
    'forum.declare_interest': {
      ...{ seat: of.seat, of: 'organisation', kind: 'money', about: { type: 'page', id: '/plans' }, words: null },
    },
    'forum.record_election': {
      ...{
        office: 'coordinator',
        holder: { seat: of.seat, as: 'representative' },
        electedOn: of.today,
        from: of.today,
      },
      ...{ to: null, decision: 'protokol 2', url: null, replaces: true },
    },
    'forum.make_group': {
      ...{ name: { az: 'Terminallar' }, task: { az: 'Terminalsız icmaların siyahısı' }, decision: 'qərar 8' },
      ...{ url: null, from: of.today, to: null },
    },
    'forum.join_group': { group: of.id, who: { seat: of.seat }, leads: true, from: of.today },
    'forum.leave_group': { member: of.id, last: of.today },
    'forum.end_group': { group: of.id, last: of.today, decision: 'qərar 9' },
    'forum.import_seats': {
      rows: [
        {
          line: 2,
          seat: 90,
          group: 'Gənclər',
          seatFrom: of.today,
          organisation: null,
          representative: null,
          alternate: null,
        },
      ],
      ...{ number: 'qərar 10', decidedOn: of.today, source: 'siyahı' },
    },
    'forum.count_people': { constituency: of.id, on: of.today, women: 1, men: 1, source: 'qeydiyyat vərəqi' },
    'forum.end_lead': { lead: of.id, last: of.today, reason: 'resigned' },
    'forum.end_interest': { interest: of.id, last: of.today },
    'forum.end_mandate': { mandate: of.id as MandateId, last: of.today, reason: 'replaced' },
  };
};
