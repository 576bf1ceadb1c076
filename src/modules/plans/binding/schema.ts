import type { Web } from '#core/http/route.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** What a figure found elsewhere can be to an indicator. */
export type FigureAs = 'baseline' | 'actual';

/** An indicator that a figure of a survey can be bound to. */
export interface IndicatorNamed {
  readonly id: string;
  readonly text: Texts;
  readonly unit: Texts | null;
  /** Of its measure. */
  readonly number: string | null;
  readonly title: Texts;
  readonly path: string;
}

/** A public evaluation that a figure can be evidence of. */
export interface EvaluationNamed {
  readonly id: string;
  /** The organisation that judges. */
  readonly author: Texts;
  readonly sentOn: PlainDate;
  readonly number: string | null;
  readonly title: Texts;
  readonly path: string;
}

/** A counted figure on its way to an indicator: `value` in the indicator's unit, of `numerator` among `base`. */
export interface FigureGiven {
  readonly as: FigureAs;
  readonly indicator: string;
  readonly value: number;
  readonly numerator: number;
  readonly base: number;
  readonly on: PlainDate;
  readonly source: string;
}

/** A figure that stands bound on a measure's page: everything is said in the reader's language already. */
export interface FigureShown {
  /** The id of the indicator or evaluation. */
  readonly of: string;
  readonly as: FigureAs | 'evidence';
  /** The finding in one sentence. */
  readonly sentence: string;
  /** "13 of 50 people (26 %)", the interval where there is one, and how far it speaks for others. */
  readonly said: string;
  readonly href: string;
}

/** What is bound to these, for whoever asks; nothing where they may not see it. */
export type FiguresOn = (
  web: Web,
  of: { readonly indicators: readonly string[]; readonly evaluations: readonly string[] },
) => Promise<readonly FigureShown[]>;
