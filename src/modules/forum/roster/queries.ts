import type { Level } from '#core/caution/level.ts';
import type { Db } from '#core/db/database.ts';
import { withheldIn } from '#core/db/withholding-rows.ts';
import type { Forum } from '#core/forum.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { personNames } from '#modules/identity/contract.ts';
import { type Body, bodiesById } from '#modules/places/contract.ts';
import { applicationsOf } from '../applications/queries.ts';
import { workingGroupPaths } from '../groups/queries.ts';
import { seatingOf } from '../seats/queries.ts';
import { groupsOn, type Sitting, sittingOn } from '../seats/rules.ts';
import type { Mandate, Seating } from '../seats/schema.ts';
import { isNameShown } from '../shown/rules.ts';
import { vacantSince } from './rules.ts';
import type { Roster, Row, SeatSeen, Speaker } from './schema.ts';

/** Who asks: names of people are for those who name them ("keeper"), for others as far as the level shows them. */
export interface Eye {
  readonly keeper: boolean;
  readonly level: Level;
  readonly language: LanguageCode;
}

/** Names of people by the id of their mandate (or election), those that may be seen. */
export async function namesSeen(
  db: Db,
  forum: Pick<Forum, 'id' | 'zone'>,
  mandates: readonly { readonly id: string; readonly person: string | null }[],
  eye: Eye,
): Promise<ReadonlyMap<string, string>> {
  const withheld = await withheldIn(db, forum);
  const seen = mandates.filter((one) => one.person && (eye.keeper || isNameShown(one, eye.level, withheld)));
  const names = await personNames(
    db,
    seen.map((one) => one.person!),
    eye.language,
  );
  return new Map(seen.flatMap((one) => (names.has(one.person!) ? [[one.id, names.get(one.person!)!]] : [])));
}

const speaker = (mandate: Mandate | null, names: ReadonlyMap<string, string>): Speaker | null =>
  mandate && { mandate, name: names.get(mandate.id) ?? null };

function rowOf(
  seating: Seating,
  { seat, holding, representative, alternate }: Sitting,
  day: PlainDate,
  bodies: ReadonlyMap<string, Body>,
  names: ReadonlyMap<string, string>,
): Row {
  return {
    ...{ seat, holding, body: (holding && bodies.get(holding.body)) ?? null },
    ...{ representative: speaker(representative, names), alternate: speaker(alternate, names) },
    vacantSince: holding ? null : vacantSince(seating, seat, day),
  };
}

const byId = (bodies: readonly Body[]): ReadonlyMap<string, Body> =>
  new Map(bodies.map((body) => [body.id as string, body]));

/** The members of a day, by group, as this reader sees them. */
export async function rosterOn(
  db: Db,
  forum: Pick<Forum, 'id' | 'zone' | 'kind'>,
  day: PlainDate,
  eye: Eye,
): Promise<Roster & { readonly seating: Seating }> {
  const seating = await seatingOf(db, forum.id);
  const groups = groupsOn(seating, day);
  const sittings = groups.flatMap((group) => group.sittings);
  const names = await namesSeen(
    db,
    forum,
    sittings.flatMap(({ representative, alternate }) => [representative, alternate].flatMap((one) => one ?? [])),
    eye,
  );
  const held = sittings.flatMap(({ holding }) => (holding ? [holding.body] : []));
  const bodies = byId(await bodiesById(db, forum.id, held));
  return {
    ...{ day, seating, reported: forum.kind === 'record' },
    groups: groups.map(({ constituency, sittings }) => ({
      constituency,
      rows: sittings.map((sitting) => rowOf(seating, sitting, day, bodies, names)),
    })),
  };
}

/** The pages of members that anybody may find: the list, each seat, decisions, interests, applications. */
export async function publicMemberPaths(db: Db, forum: string): Promise<readonly string[]> {
  const { seats } = await seatingOf(db, forum);
  const applications = await applicationsOf(db, forum);
  return [
    ...[
      '/members',
      '/members/leads',
      '/members/groups',
      '/members/decisions',
      '/members/interests',
      '/members/applications',
    ],
    ...seats.map((seat) => `/members/${seat.number}`),
    ...(await workingGroupPaths(db, forum)),
    ...applications.map((one) => `/members/applications/${one.number}`),
  ];
}

/** One seat with its whole history, as this reader sees it; null: there is no such number. */
export async function seatSeen(
  db: Db,
  forum: Pick<Forum, 'id' | 'zone' | 'kind'>,
  number: number,
  day: PlainDate,
  eye: Eye,
): Promise<SeatSeen | null> {
  const seating = await seatingOf(db, forum.id);
  const seat = seating.seats.find((one) => one.number === number);
  const constituency = seating.constituencies.find((one) => one.id === seat?.constituency);
  if (!seat || !constituency) return null;
  const holdings = seating.holdings.filter((one) => one.seat === seat.id);
  const own = new Set(holdings.map((one) => one.id));
  const mandates = seating.mandates.filter((one) => own.has(one.holding));
  const names = await namesSeen(db, forum, mandates, eye);
  const held = holdings.map((one) => one.body);
  const bodies = byId(await bodiesById(db, forum.id, held));
  const sitting = sittingOn(seating, seat, day);
  const row = sitting && rowOf(seating, sitting, day, bodies, names);
  return { seat, constituency, seating, row, bodies, names, reported: forum.kind === 'record' };
}
