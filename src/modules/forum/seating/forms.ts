import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import { MOST, Reading, textsShape } from '../forms.ts';
import {
  END_REASONS,
  type EndReason,
  type HoldingId,
  MANDATE_KINDS,
  type MandateId,
  type SeatId,
} from '../seats/schema.ts';

/** As long as identity allows. */
const PERSON = { name: 120, email: 254, phone: 40 } as const;

const personName = v.pipe(v.string(), v.minLength(1), v.maxLength(PERSON.name));

/** A person of the forum by id, or one who is written down with this deed. */
const whoShape = v.union([
  v.object({ id: idShape() }),
  v.object({
    facts: v.object({
      name: v.object({
        az: v.exactOptional(personName),
        en: v.exactOptional(personName),
        ru: v.exactOptional(personName),
      }),
      language: v.picklist(LANGUAGES),
      email: v.nullable(v.pipe(v.string(), v.maxLength(PERSON.email))),
      phone: v.nullable(v.pipe(v.string(), v.maxLength(PERSON.phone))),
    }),
  }),
]);

const span = { from: dayShape, to: v.nullable(dayShape), source: lineShape(MOST.source) };

export const holdingShape = v.object({ seat: idShape<SeatId>(), body: idShape(), ...span });
export const mandateShape = v.object({
  ...{ holding: idShape<HoldingId>(), kind: v.picklist(MANDATE_KINDS), who: v.nullable(whoShape) },
  ...{ office: v.nullable(textsShape), ...span },
});
const last = v.nullable(dayShape);
export const holdingEndShape = v.object({ holding: idShape<HoldingId>(), last, reason: lineShape(MOST.reason) });
export const mandateEndShape = v.object({ mandate: idShape<MandateId>(), last, reason: v.picklist(END_REASONS) });

export type HoldingInput = v.InferOutput<typeof holdingShape>;
export type MandateInput = v.InferOutput<typeof mandateShape>;

const times = (read: Reading) => ({
  from: read.neededDay('from'),
  to: read.day('to'),
  source: read.needed('source', MOST.source, message('forum.wrong.no_source')),
});

export function readHolding(posted: Posted, seat: SeatId): Result<HoldingInput> {
  const read = new Reading(posted);
  return read.end({ seat, body: read.id('body', message('forum.wrong.no_body')), ...times(read) });
}

/** Which person, which office, from when; the office is kept in the language of the page. */
export function readMandate(
  posted: Posted,
  holding: HoldingId,
  { page, forum }: { readonly page: LanguageCode; readonly forum: LanguageCode },
): Result<MandateInput> {
  const read = new Reading(posted);
  const kind = MANDATE_KINDS.find((one) => one === posted.text('kind'));
  if (!kind) read.wrong('kind', message('forum.wrong.no_kind'));
  const [office, who] = [read.line('office', MOST.name), readWho(read, forum)];
  if (!who && office === '') read.wrong('person', message('forum.wrong.nobody'));
  return read.end({
    ...{ holding, kind: kind ?? 'representative', who, ...times(read) },
    office: office === '' ? null : { [page]: office },
  });
}

/** Somebody chosen from the list, or written down anew; both at once is a slip. */
function readWho(read: Reading, language: LanguageCode): MandateInput['who'] {
  const chosen = read.line('person', 40);
  const name = read.line('name', PERSON.name);
  const email = read.line('email', PERSON.email);
  const phone = read.line('phone', PERSON.phone);
  if (chosen !== '' && name !== '') read.wrong('name', message('forum.wrong.both_people'));
  if (email !== '' && !/^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(\.[^\s@<>(),;:".]+)+$/.test(email))
    read.wrong('email', message('forum.wrong.email'));
  if (phone !== '' && !/^\+?[0-9][0-9 ()-]{3,}$/.test(phone)) read.wrong('phone', message('forum.wrong.phone'));
  if (chosen !== '') return { id: read.id('person', message('forum.wrong.no_person')) };
  if (name === '') {
    if (email !== '' || phone !== '') read.wrong('name', message('forum.wrong.no_name'));
    return null;
  }
  return { facts: { name: { [language]: name }, language, email: email || null, phone: phone || null } };
}

interface EndInput<Reason> {
  /** null: it was entered by mistake and never was. */
  readonly last: HoldingInput['to'];
  readonly reason: Reason;
}

/** How an organisation's time on a seat ended: on a day, or it never was. */
export function readHoldingEnd(posted: Posted): Result<EndInput<string>> {
  const read = new Reading(posted);
  const last = readLast(read, posted);
  return read.end({ last, reason: read.needed('reason', MOST.reason, message('forum.wrong.no_reason')) });
}

/** The same of a mandate; why is chosen from a list. */
export function readMandateEnd(posted: Posted): Result<EndInput<EndReason>> {
  const read = new Reading(posted);
  const last = readLast(read, posted);
  const reason = END_REASONS.find((one) => one === posted.text('reason'));
  if (!reason && last) read.wrong('reason', message('forum.wrong.no_reason'));
  return read.end({ last, reason: reason ?? 'other' });
}

function readLast(read: Reading, posted: Posted): HoldingInput['to'] {
  const how = posted.text('how');
  if (how === 'mistake') return null;
  if (how !== 'ended') read.wrong('how', message('forum.wrong.no_how'));
  return how === 'ended' ? read.neededDay('last') : null;
}
