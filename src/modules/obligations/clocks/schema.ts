import type { Ctx } from '#core/command.ts';
import type { FileStore } from '#core/files/store.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Mailer } from '#core/mail/mailer.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { CaseId, Extension, Rule, Span, Words } from '../schema.ts';

/** Of another room: what a case is about. `kind` begins with the room's name ("plans.reply"). */
export interface Subject {
  readonly kind: string;
  /** Several cases of one thing ("all report days of this cell"). */
  readonly group: string;
  readonly id: string;
}

/** What a case is opened with. */
export interface Opening {
  readonly rule: Rule;
  /** Instead of the rule's own. */
  readonly span?: Span;
  readonly extension?: Extension | null;
  readonly body: string;
  /** What exactly: "1.1 Payment terminals", "Letter No 12 of the community". */
  readonly title: Words;
  readonly trigger: { readonly on: PlainDate; readonly at: Date | null };
  readonly reference: string | null;
  readonly subject: Subject | null;
  /** Page of the thing below the forum. */
  readonly path: string | null;
}

/** One case that should be there, as the room that knows its law wants it. */
export interface Wanted extends Pick<Opening, 'body' | 'title' | 'path'> {
  readonly group: string;
  readonly id: string;
  readonly trigger: PlainDate;
  /** The day on which it is due, as a plan or decision fixes it. */
  readonly due: PlainDate;
  /** The day it was done; null: not yet. */
  readonly doneOn: PlainDate | null;
  /** Why it is not owed (any more); null: it is owed. */
  readonly off: Words | null;
}

/** All cases of some groups as they should be; those that stand in no line are waived for the reason `gone`. */
export interface Settling {
  readonly rule: Rule;
  readonly kind: string;
  readonly groups: readonly string[];
  readonly wanted: readonly Wanted[];
  /** What the fulfilment is shown by. */
  readonly source: Words;
  readonly gone: Words;
}

/** A case whose due day was counted anew. */
export interface MovedDue {
  readonly id: CaseId;
  readonly kind: string | null;
  readonly subject: string | null;
  readonly due: PlainDate;
}

/** What src/main gives: who else must know that a due day moved, and how letters go out. */
export interface ObligationsNeeds {
  /** Rules of other rooms, for the page of rules. */
  readonly rules: readonly Rule[];
  /** Told in the same transaction. */
  readonly dueMoved: readonly ((ctx: Ctx, moved: readonly MovedDue[]) => Promise<void>)[];
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly lang: (code: LanguageCode) => Lang;
  /** The public address of this site, for links in letters. */
  readonly publicUrl: string;
}
