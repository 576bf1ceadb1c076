import type { Texts } from '#core/i18n/texts.ts';
import type { Decision } from '#modules/forum/contract.ts';
import type { BallotId, Option, Recusal, Secrecy } from '../schema.ts';
import type { Kind, Method } from '../tallies/schema.ts';

/** An election that was written before a meeting, as a desk without the server holds it: options, never a person's name. */
export interface Prepared {
  readonly id: BallotId;
  readonly number: number;
  readonly item: string;
  readonly title: Texts;
  readonly words: Texts;
  readonly kind: Exclude<Kind, 'motion'>;
  readonly method: Method | null;
  readonly decision: Decision;
  readonly secrecy: Secrecy;
  /** It is itself the second round of one that was held. */
  readonly second: boolean;
  readonly options: readonly Option[];
  /** Seats that stand aside by what it is about, by key of the roll. */
  readonly aside: readonly { readonly key: string; readonly who: Exclude<Recusal, 'nobody'> }[];
}
