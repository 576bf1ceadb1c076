import type { PlainDate } from '#core/time/plain-date.ts';
import type { Entered } from '../../schema.ts';
import type { Finding, FindingId } from '../schema.ts';

/** What a finding is put to: the number before the plan, a number measured since, or evidence of an evaluation. */
export const USES = ['baseline', 'actual', 'evidence'] as const;
export type Use = (typeof USES)[number];

/** In which form a figure becomes a number: the share in percent, or how many. */
export const FORMS = ['share', 'count'] as const;
export type Form = (typeof FORMS)[number];

/** A use of a finding; `of` is the id of the indicator or of the evaluation. */
export interface Bound {
  readonly finding: FindingId;
  readonly use: Use;
  readonly of: string;
  readonly value: number | null;
}

/** A use with the finding itself, for the page of what it is used for. */
export interface BoundFinding extends Bound {
  readonly is: Finding;
}

export interface BindingTables {
  surveys_bindings: Entered & {
    id: string;
    finding_id: FindingId;
    kind: Use;
    indicator_id: string | null;
    evaluation_id: string | null;
    value: number | null;
    on_day: PlainDate;
  };
}

export const TABLES = { surveys_bindings: 'forum' } as const satisfies Record<keyof BindingTables, 'forum'>;
