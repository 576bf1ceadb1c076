import type { PlainDate } from '#core/time/plain-date.ts';
import type { CaseId, ReminderId, Stage, Words } from '../schema.ts';

/** A case of which somebody is to be told now, at a stage at which nobody was told yet. */
export interface Pending {
  readonly case: CaseId;
  readonly body: string;
  readonly stage: Stage;
  /** The role that the rule names, where it is told there. */
  readonly role: string | null;
}

/** A reminder with what it speaks of. */
export interface ReminderSeen {
  readonly id: ReminderId;
  readonly stage: Stage;
  readonly number: number;
  readonly body: string;
  readonly title: Words;
  readonly ruleTitle: Words;
  readonly path: string | null;
  readonly dueOn: PlainDate;
  readonly role: string | null;
  /** The public sees the body's latenesses already. */
  readonly publicAlready: boolean;
}

/** Whom to call or message today, with the words to copy. */
export interface ToTell extends ReminderSeen {
  readonly bodyName: string;
  readonly phone: string | null;
  /** Under 600 characters, the link last. */
  readonly message: string;
}
