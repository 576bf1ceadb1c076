import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Completion } from '../evaluations/schema.ts';
import type { CellId } from '../measures/schema.ts';
import type { EvaluationId } from '../reports/schema.ts';

/** Whose evaluations: those that judge these bodies, those that these organisations made, or all of the forum. */
export type EvaluationsWanted = { readonly of: readonly string[] } | { readonly by: readonly string[] } | 'all';

/** An evaluation with what became of its reply window, for a desk. Before it is public only those concerned may see it. */
export interface EvaluationLine {
  readonly id: EvaluationId;
  readonly cell: CellId;
  readonly planSlug: string;
  readonly slug: string;
  readonly number: string | null;
  readonly title: Texts;
  /** The body that is judged, and the organisation that judges. */
  readonly body: string;
  readonly author: string;
  readonly completion: Completion;
  readonly sentOn: PlainDate;
  readonly replyUntil: PlainDate;
  readonly publishesOn: PlainDate;
  readonly extended: boolean;
  readonly repliedOn: PlainDate | null;
}
