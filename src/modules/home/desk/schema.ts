import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** The measure that a line of the desk is about. */
export interface About {
  /** Address of the measure below the forum. */
  readonly path: string;
  readonly number: string | null;
  readonly title: Texts;
  /** The executor concerned. */
  readonly body: string;
}

/** A deed that somebody owes, or could do now: one press leads to its form. */
export interface Task {
  readonly key: string;
  readonly deed: 'report' | 'reply';
  readonly about: About;
  /** Address of the form below the forum. */
  readonly form: string;
  /** The last day for it; null: no day is set. */
  readonly due: PlainDate | null;
}

/** A measure with those of its executors who wait to be judged; each leads to the form. */
export interface Judged {
  readonly key: string;
  readonly about: Omit<About, 'body'>;
  readonly cells: readonly { readonly body: string; readonly form: string }[];
}

/** A report or reply that another body owes, with what the keepers of the forum can do about it. */
export interface Chased extends Task {
  /** Page on which a link for exactly this deed is made. */
  readonly linkPage: string;
  /** The form by which paper is entered. */
  readonly paperForm: string;
}

/** An evaluation that one's organisation sent, with what became of it. */
export interface Sent {
  readonly key: string;
  readonly about: About;
  readonly sentOn: PlainDate;
  readonly state: 'waiting' | 'replied' | 'silent';
  /** The day of the reply, or the last day for one. */
  readonly on: PlainDate;
}

/** Everything that lies on one person's desk in a forum on a day. */
export interface Desk {
  /** By day, what is overdue first. */
  readonly owed: readonly Task[];
  /** Measures with reports that nobody of civil society has judged yet, the oldest report first. */
  readonly toJudge: readonly Judged[];
  readonly sent: readonly Sent[];
  /** For coordinator and secretary; null for all others. */
  readonly forum: { readonly reports: readonly Chased[]; readonly replies: readonly Chased[] } | null;
  /** Names of the bodies that the lines speak of. */
  readonly names: ReadonlyMap<string, Texts>;
}
