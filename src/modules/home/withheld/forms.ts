import { type FieldError, type Result, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import { DEMANDERS, type Demander } from '#core/withholding/withheld.ts';

export interface NewDemand {
  readonly type: string;
  readonly id: string;
  readonly demander: Demander;
  readonly demanderName: string | null;
  readonly on: PlainDate;
  readonly ground: string;
}

const MOST = { ground: 500, demander_name: 200 } as const;

/** The form of a demand. Refuses with every wrong field; a day to come is none on which somebody demanded. */
export function newDemand(posted: Pick<Posted, 'text'>, today: PlainDate): Result<NewDemand> {
  const errors: FieldError[] = [];
  const demander = DEMANDERS.find((known) => known === posted.text('demander'));
  if (!demander) errors.push({ field: 'demander', message: message('home.withheld.demander_missing') });
  const found = posted.text('on').trim();
  const on = plainDate(found);
  if (!on || on > today) errors.push({ field: 'on', message: message('home.withheld.day_missing', { found }) });
  const ground = posted.text('ground').trim();
  const demanderName = posted.text('demander_name').trim();
  if (!ground) errors.push({ field: 'ground', message: message('home.withheld.ground_missing') });
  for (const [field, text] of Object.entries({ ground, demander_name: demanderName })) {
    const max = MOST[field as keyof typeof MOST];
    if (text.length > max)
      errors.push({ field, message: message('errors.field_too_long', { max, found: text.length }) });
  }
  if (errors.length > 0 || !demander || !on) return refuseFields(errors);
  const { type, id } = { type: posted.text('type'), id: posted.text('id') };
  return { ok: true, value: { type, id, demander, demanderName: demanderName || null, on, ground } };
}
