import type { Web } from '#core/http/route.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** Of a forum. */
export interface SeenTable {
  forum_id: string;
  person_id: string;
  size: number;
  seen_on: PlainDate;
}

/** How much of the public log a person has marked as seen, and on which day. */
export interface Mark {
  /** So many entries, counted from the beginning of the log. */
  readonly size: number;
  readonly on: PlainDate;
}

/** One public deed of somebody else, said in the reader's language. */
export interface NewsLine {
  readonly id: string;
  readonly sentence: string;
  readonly day: PlainDate;
  readonly by: string;
  /** Organisations whom it concerns, by name. */
  readonly bodies: readonly string[];
  readonly object: { readonly type: string; readonly id: string; readonly path: string | null };
  /** Its place in the log, from 0. */
  readonly place: number;
}

/** What is asked of the public log: entries from this place on, or (null) since this moment, without the reader's own. */
export interface NewsAsked {
  readonly place: number | null;
  readonly from: Date;
  readonly reader: string;
  readonly limit: number;
}

/** The newest lines and how many there are; null where the reader may not see the log. */
export type ReadNews = (
  web: Web,
  asked: NewsAsked,
) => Promise<{ readonly lines: readonly NewsLine[]; readonly total: number } | null>;

/** The last deed on one thing, and how many before it are new too. */
export interface NewsOfThing {
  readonly line: NewsLine;
  readonly earlier: number;
}

/** "What changed since I was here" as the desk shows it. */
export interface News {
  readonly things: readonly NewsOfThing[];
  /** New deeds that stand on none of these lines. */
  readonly more: number;
  readonly mark: Mark | null;
  /** The first day that is looked at when nothing was marked yet. */
  readonly from: PlainDate;
  /** So many entries of the log stand before the reader: what a press marks as seen. */
  readonly size: number;
}
