import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { About, ItemId, ItemKind, MeetingId } from '../schema.ts';

/** An item of the agenda as it stands. */
export interface Item {
  readonly id: ItemId;
  readonly meeting: MeetingId;
  /** As people cite it: "item 3"; by its place among those that were not taken off. */
  readonly number: number;
  readonly position: number;
  readonly kind: ItemKind;
  readonly title: Texts;
  readonly words: Texts | null;
  /** Who presents it: a seat, or an office in words. */
  readonly seat: string | null;
  readonly presenter: Texts | null;
  readonly about: readonly About[];
  /** The day of the last change after the agenda should have been there; null: it was there in time. */
  readonly lateOn: PlainDate | null;
  readonly begun: { readonly hour: string | null } | null;
  readonly ended: { readonly hour: string | null } | null;
}
