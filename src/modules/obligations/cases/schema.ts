import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';
import type { AnswerFile, SaidBy } from '../answers/schema.ts';
import type { StateFacts } from '../rules.ts';
import type { CaseId, Escalation, Extension, Span, State, Words } from '../schema.ts';

/** A case in a list. */
export interface CaseLine extends StateFacts {
  readonly id: CaseId;
  /** "No 12": cited, and its address. */
  readonly number: number;
  readonly rule: string;
  readonly ruleTitle: Words;
  readonly title: Words;
  /** Who owes: a body, never a person. */
  readonly body: string;
  readonly basis: Words;
  readonly path: string | null;
}

/** What a list asks for: one state (null: all that is open, the longest overdue first), one body. */
export interface CasesAsked {
  readonly state: State | null;
  readonly body: string | null;
}

/** Whose eyes: `all` sees lateness that is not public yet; else of these bodies only. */
export interface Eyes {
  readonly all: boolean;
  readonly bodies: readonly string[];
}

export const PUBLIC_EYES: Eyes = { all: false, bodies: [] };

/** How many open cases there are, by what is urgent. `told`: overdue ones of which the body is being told first. */
export interface CaseCounts {
  readonly overdue: number;
  readonly dueSoon: number;
  readonly open: number;
  readonly told: number;
}

/** One move of the due day, or a waiver that ended. */
export interface CaseChange {
  readonly kind: 'calendar' | 'extended' | 'moved' | 'revived';
  readonly on: PlainDate;
  readonly oldDue: PlainDate;
  readonly newDue: PlainDate;
  readonly why: Words;
}

/** How it was done, and by whom and how that was said. */
export interface Fulfilment {
  readonly on: PlainDate;
  readonly source: Words;
  readonly url: string | null;
  readonly saidBy: SaidBy | null;
  readonly way: Way | null;
  readonly paperRef: string | null;
  readonly paperDay: PlainDate | null;
  readonly files: readonly AnswerFile[];
}

/** A case with everything that happened to it. */
export interface CaseSeen extends CaseLine {
  readonly ruleVersion: number;
  readonly basisUrl: string | null;
  readonly owedTo: Words;
  readonly reference: string | null;
  readonly triggerOn: PlainDate;
  readonly triggerAt: Date | null;
  readonly span: Span;
  readonly extension: Extension | null;
  readonly extended: number;
  readonly escalation: Escalation | null;
  readonly openedOn: PlainDate;
  readonly fulfilment: Fulfilment | null;
  readonly waiver: { readonly on: PlainDate; readonly reason: Words } | null;
  readonly changes: readonly CaseChange[];
  /** From this day the public sees the body's latenesses; null: it was told of none yet. */
  readonly publicOn: PlainDate | null;
}
