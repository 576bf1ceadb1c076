import type { electorateOn } from '#modules/forum/contract.ts';
import type { Item } from '../agenda/schema.ts';
import type { AttendanceWay, GuestKind, ItemId } from '../schema.ts';

export type Electorate = Awaited<ReturnType<typeof electorateOn>>;
export type Elector = Electorate['rows'][number];

/** One entry: a seat is there, or not, from an item on (null: from the beginning). */
export interface Said {
  readonly key: string;
  readonly way: AttendanceWay;
  readonly carriedBy: string | null;
  readonly from: ItemId | null;
}
/** How a seat is there at some item. */
export type Stand = Pick<Said, 'way' | 'carriedBy'>;

/** Said at the meeting: a member stands aside in an item. */
export interface AsideSaid {
  readonly item: ItemId;
  readonly key: string;
  readonly aside: boolean;
}

export interface Guest {
  readonly id: string;
  readonly kind: GuestKind;
  readonly words: string;
  /** Names, for staff only. */
  readonly people: string | null;
  readonly n: number;
}

/** Everything about who is there at a meeting. */
export interface Hall {
  /** Of a working group: only its members are there, and no quorum is asked. */
  readonly ofGroup: boolean;
  readonly electorate: Electorate;
  readonly items: readonly Item[];
  readonly said: readonly Said[];
  readonly asides: readonly AsideSaid[];
  /** Who is bound by the register of interests in an item, as whom: by item, then key of the seat. */
  readonly declared: ReadonlyMap<ItemId, ReadonlyMap<string, Bound>>;
}
/** As representative, as alternate, as both. */
export type Bound = readonly ('representative' | 'alternate')[];
