import type { PlainDate } from '#core/time/plain-date.ts';

/** A line on somebody's desk: what it is about, where it leads, its day. */
export interface DeskLine {
  readonly what: 'draft' | 'next' | 'minutes' | 'remarks' | 'task' | 'absence';
  readonly name: string;
  readonly n: number;
  readonly path: string;
  readonly on: PlainDate | null;
}
