import type { Result } from '#core/errors/result.ts';
import { addDays } from '#core/time/plain-date.ts';
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import { DEMO_CHAIRS, DEMO_COORDINATOR, DEMO_ELECTED, DEMO_ELECTION, DEMO_GROUP } from '../demo/leads.ts';
import { joinGroup, makeGroup } from '../groups/commands.ts';
import type { SeatedWorld } from '../samples.ts';
import { seatingOf } from '../seats/queries.ts';
import type { SeatId } from '../seats/schema.ts';
import { leadCommands } from './commands.ts';

/** Loads who leads the invented forum and its working group; after its documents, whose rules say how long. */
export async function loadLeads(world: SeatedWorld): Promise<void> {
  const { together, roles, today, founded, forum, bodies, coordinator } = world;
  const { holdings } = await seatingOf(together.db, forum);
  const seatOf = (key: BodyKey): SeatId => holdings.find((one) => one.body === bodies.get(key))!.seat;
  const { elect } = leadCommands(roles);
  const on = addDays(founded, DEMO_ELECTED);
  const election = { electedOn: on, from: on, decision: DEMO_ELECTION, url: null, replaces: false };
  together.as(coordinator);
  together.at(on);
  const person = coordinator.kind === 'person' ? coordinator.id : null;
  const holder = { body: bodies.get(DEMO_COORDINATOR.of)!, post: { ...DEMO_COORDINATOR.post }, person };
  await must(together.perform(elect, { ...election, office: 'coordinator', holder, to: null }));
  for (const { office, of, until } of DEMO_CHAIRS) {
    const to = until === null ? null : addDays(today, until);
    const speaker = { seat: seatOf(of), as: 'representative' } as const;
    await must(together.perform(elect, { ...election, office, holder: speaker, to }));
  }
  const from = addDays(today, DEMO_GROUP.from);
  together.at(from);
  const { name, task, decision, lead, members, expert } = DEMO_GROUP;
  const made = { name: { ...name }, task: { ...task }, decision, url: null, from, to: null };
  const { id: group } = await must(together.perform(makeGroup, made));
  for (const member of [lead, ...members])
    await must(together.perform(joinGroup, { group, who: { seat: seatOf(member) }, leads: member === lead, from }));
  const outside = { body: bodies.get(expert.of)!, post: { ...expert.post } };
  await must(together.perform(joinGroup, { group, who: outside, leads: false, from }));
  together.at(null);
  together.as(null);
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}
