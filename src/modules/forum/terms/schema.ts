import type { PlainDate } from '#core/time/plain-date.ts';
import type { Office } from '../leads/schema.ts';
import type { MandateKind } from '../seats/schema.ts';

/** A term that ends soon or has ended without anybody after it. */
export interface TermEnding {
  /** Of an organisation on its seat, of who speaks for it, or of an office of the forum. */
  readonly what: 'seat' | MandateKind | Office;
  /** Its last day; before today: it is over. */
  readonly last: PlainDate;
  /** Id of the organisation. */
  readonly body: string;
  /** The page on which the next one is recorded, below the forum. */
  readonly path: string;
}
