import * as v from 'valibot';
import type { Actor } from '#core/actor.ts';
import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { FileFactsShape } from '#core/files/facts.ts';
import { message } from '#core/i18n/message.ts';
import { type PlainDate, plainDate, writtenDay } from '#core/time/plain-date.ts';

/**
 * How a deed came: by an own account, by a link for this one deed, through a helper for somebody who was present, on
 * paper that staff entered, or by the program itself.
 */
export type Way = 'account' | 'link' | 'assisted' | 'paper' | 'system';

/** How what this actor does came, where it did not come on paper. */
export function wayOf(actor: Actor): Exclude<Way, 'paper'> {
  if (actor.kind === 'link' || actor.kind === 'assisted' || actor.kind === 'system') return actor.kind;
  return 'account';
}

/** The person whose deed it is, as far as one is known: never the helper. */
export function personOf(actor: Actor): string | null {
  if (actor.kind === 'person') return actor.id;
  return actor.kind === 'link' || actor.kind === 'assisted' ? actor.person : null;
}

export const PAPER_REF_MOST = 200;

/** What staff says of the letter it enters: its number, its date, and the scan where there is one. Part of a command's input. */
export const paperShape = v.object({
  ref: v.pipe(v.string(), v.minLength(1), v.maxLength(PAPER_REF_MOST)),
  day: v.custom<PlainDate>((text) => typeof text === 'string' && plainDate(text) !== null),
  scan: v.nullable(FileFactsShape),
});
export type Paper = v.InferOutput<typeof paperShape>;

/** A posted form, as far as this file needs it. */
interface Fields {
  text(name: string): string;
}

/**
 * Number and date of the letter from the fields `paper_ref` and `paper_day` (`ui/paper.tsx` draws them); the day is
 * written as 2026-03-19 or 19.03.2026 and is not in the future.
 */
export function paperGiven(fields: Fields, today: PlainDate): Result<Pick<Paper, 'ref' | 'day'>> {
  const errors: FieldError[] = [];
  const ref = fields.text('paper_ref').normalize('NFC').replace(/\s+/g, ' ').trim();
  if (ref === '') errors.push({ field: 'paper_ref', message: message('core.paper.ref_missing') });
  if (ref.length > PAPER_REF_MOST)
    errors.push({ field: 'paper_ref', message: message('core.paper.ref_long', { max: PAPER_REF_MOST }) });
  const day = writtenDay(fields.text('paper_day').trim());
  if (!day) errors.push({ field: 'paper_day', message: message('core.paper.day_missing') });
  else if (day > today) errors.push({ field: 'paper_day', message: message('core.paper.day_future') });
  return errors.length > 0 || !day ? refuseFields(errors) : ok({ ref, day });
}
