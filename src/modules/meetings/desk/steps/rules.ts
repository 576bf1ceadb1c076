import type { Message } from '#core/i18n/message.ts';
import { electorsIn, preparedOf } from '../elections/rules.ts';
import type { Election } from '../elections/schema.ts';
import { refusedStep } from '../refusals/rules.ts';
import { emptyHall, openItem, presenceIn } from '../rules.ts';
import { type Hall, type ItemHeld, type Line, type Motion, type Operation, type Snapshot, THERE } from '../schema.ts';

/** What follows from a list of steps. */
export interface Walked {
  readonly hall: Hall;
  /** The steps that stand, in their order: without those that were taken back. */
  readonly standing: readonly Operation[];
  /** The hall after each of them. */
  readonly halls: readonly Hall[];
  /** The first step that cannot be, with its reason: what stands behind it was not looked at. null: all can. */
  readonly refused: { readonly operation: Operation; readonly why: Message } | null;
}

/**
 * Does the steps one after another, as the device did them; taking back leads to the hall before the last one. The server
 * asks every step again by the same law, whatever the device let pass.
 */
export function walk(snapshot: Snapshot, operations: readonly Operation[]): Walked {
  const halls = [emptyHall(snapshot)];
  const standing: Operation[] = [];
  for (const operation of operations) {
    const hall = halls.at(-1)!;
    const why = refusedStep(snapshot, hall, operation);
    if (why) return { hall, standing, halls: halls.slice(1), refused: { operation, why } };
    if (operation.kind === 'undone') {
      halls.pop();
      standing.pop();
    } else {
      halls.push(after(hall, operation, snapshot));
      standing.push(operation);
    }
  }
  return { hall: halls.at(-1)!, standing, halls: halls.slice(1), refused: null };
}

/** The hall one step later; the step was asked before. */
function after(hall: Hall, operation: Exclude<Operation, { kind: 'undone' }>, snapshot: Snapshot): Hall {
  const { at } = operation;
  const next = { ...hall, last: operation };
  const inItem = (id: string, change: (item: ItemHeld) => Partial<ItemHeld>): Hall => ({
    ...next,
    items: hall.items.map((item) => (item.id === id ? { ...item, ...change(item) } : item)),
  });
  const onMotion = (id: string, change: (motion: Motion) => Partial<Motion>): Hall =>
    inItem(openItem(hall)!.id, ({ motions }) => ({
      motions: motions.map((motion) => (motion.id === id ? { ...motion, ...change(motion) } : motion)),
    }));
  const onElection = (id: string, change: (election: Election) => Partial<Election>): Hall =>
    inItem(openItem(hall)!.id, ({ elections }) => ({
      elections: elections.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
    }));
  const line = (item: string, added: Line): Hall => inItem(item, ({ lines }) => ({ lines: [...lines, added] }));
  switch (operation.kind) {
    case 'presence': {
      const { seat, way, carriedBy } = operation;
      return { ...next, ways: withoutOrphans(new Map([...hall.ways, [seat, { way, carriedBy }]])) };
    }
    case 'guest': {
      const { guest, as, words, n } = operation;
      return { ...next, guests: new Map([...hall.guests, [guest, { as, words, n }]]) };
    }
    case 'meeting_begun':
      return { ...next, begun: at };
    case 'meeting_ended':
      return { ...next, ended: at };
    case 'item_begun':
      return inItem(operation.item, () => ({ state: 'open', begun: at }));
    case 'item_ended':
      // What was said in an item that ended stays said.
      return { ...inItem(operation.item, () => ({ state: 'ended', ended: at })), last: null };
    case 'recusal':
      return inItem(operation.item, ({ recused }) => ({
        recused: new Map([...recused, [operation.seat, operation.aside]]),
      }));
    case 'motion': {
      const { motion: id, item, words, decision, counting, reason } = operation;
      const fresh: Motion = {
        ...{
          id,
          item,
          words,
          decision,
          counting,
          reason,
          marks: new Map(),
          hands: null,
          slips: [null, null],
          ended: null,
        },
      };
      return inItem(item, ({ motions }) => ({ motions: [...motions, fresh] }));
    }
    case 'mark':
      return onMotion(operation.motion, ({ marks }) => ({
        marks: new Map([...marks, [operation.seat, operation.mark]]),
      }));
    case 'hands':
      return onMotion(operation.motion, () => ({ hands: operation.counts }));
    case 'slips':
      return onMotion(operation.motion, ({ slips }) => ({
        slips: operation.counter === 1 ? [operation.counts, slips[1]] : [slips[0], operation.counts],
      }));
    case 'motion_ended':
      return onMotion(operation.motion, ({ item }) => ({
        ended: { at, chair: operation.chair, presence: presenceIn(snapshot, hall, item) },
      }));
    case 'election': {
      const { election: id, item, ballot, again, options } = operation;
      const fresh: Election = { id, item, ballot, again, options, said: new Map(), piles: [null, null], ended: null };
      return inItem(item, ({ elections }) => ({ elections: [...elections, fresh] }));
    }
    case 'choice':
      return onElection(operation.election, ({ said }) => ({
        said: new Map([...said, [operation.seat, operation.slip]]),
      }));
    case 'piles':
      return onElection(operation.election, ({ piles }) => ({
        piles: operation.counter === 1 ? [operation.piles, piles[1]] : [piles[0], operation.piles],
      }));
    case 'election_ended':
      return onElection(operation.election, (election) => ({
        ended: {
          at,
          settled: operation.settled,
          presence: electorsIn(snapshot, hall, preparedOf(snapshot, election)!),
        },
      }));
    case 'consensus':
    case 'note':
      return line(operation.item, { kind: operation.kind, id: operation.id, at, words: operation.words });
    case 'task': {
      const { id, words, owner, due } = operation;
      return line(operation.item, { kind: 'task', id, at, words, owner, due });
    }
  }
}

/** A proxy ends with the presence of whoever carries it. */
function withoutOrphans(ways: Hall['ways']): Hall['ways'] {
  return new Map(
    [...ways].map(([key, one]) => {
      const carrier = one.carriedBy === null ? null : ways.get(one.carriedBy);
      const stands = one.carriedBy === null || (carrier && carrier.way !== 'proxy' && THERE.includes(carrier.way));
      return [key, stands ? one : { way: 'absent' as const, carriedBy: null }];
    }),
  );
}
