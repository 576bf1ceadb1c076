import type { Texts } from '#core/i18n/texts.ts';
import type { Wanted } from '#core/papers/press.ts';
import type { Motion } from '#modules/ballots/contract.ts';
import type { Item } from '../agenda/schema.ts';
import type { Electorate } from '../attendance/schema.ts';
import type { Meeting } from '../calls/schema.ts';
import type { Minutes } from '../minutes/composing/schema.ts';
import type { Correction } from '../minutes/schema.ts';

/** What is printed for a meeting. In this order they lie in the set, the invitation left out. */
export const KINDS = ['invitation', 'agenda', 'attendance', 'plates', 'slips', 'counting', 'minutes'] as const;
export type Kind = (typeof KINDS)[number];

/** Papers of running text can be written in. */
const WRITABLE: readonly Kind[] = ['invitation', 'agenda', 'minutes'];

export const formatsOf = (kind: Kind): readonly Wanted[] => (WRITABLE.includes(kind) ? ['pdf', 'docx'] : ['pdf']);

/** Who speaks for a seat on the day of the meeting, by name; null: nobody, or only an office is known. */
export interface Speakers {
  readonly representative: string | null;
  readonly alternate: string | null;
}

/** Everything that papers of one meeting are made of. */
export interface Bundle {
  readonly meeting: Meeting;
  readonly items: readonly Item[];
  readonly electorate: Electorate;
  /** Who speaks for each seat, by its key: for who keeps meetings; empty for everybody else. */
  readonly speakers: ReadonlyMap<string, Speakers>;
  readonly motions: readonly Motion[];
  readonly minutes: Minutes;
  /** The minutes were approved: they are no draft any more. */
  readonly approved: boolean;
  readonly corrections: readonly Correction[];
  /** Titles of founding documents by their address word. */
  readonly titles: ReadonlyMap<string, Texts>;
  /** Where the meeting's page is. */
  readonly address: string;
}
