import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';

/** A keeper records what the sources say; the body speaks for itself. */
export type SaidBy = 'keeper' | 'body';

/** Who sees the files of an answer: everybody, or the keepers of the forum and the body. */
export type SeenBy = 'everybody' | 'concerned';

/** Of a forum. */
export interface AnswerFileRow {
  forum_id: string;
  fulfilment_id: string;
  position: number;
  file_id: string;
  name: string;
  seen_by: SeenBy;
}

/** By whom and how it was said that a thing is done. */
export interface Saying {
  readonly by: SaidBy;
  readonly way: Way;
  readonly paper: { readonly ref: string; readonly day: PlainDate; readonly file: string | null } | null;
}

/** A file as the page of a case names it. */
export interface AnswerFile {
  readonly id: string;
  readonly name: string;
  readonly seenBy: SeenBy;
}
