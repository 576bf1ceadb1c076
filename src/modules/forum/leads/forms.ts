import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, isWebAddress, lineShape } from '#core/shapes.ts';
import { MOST, Reading, textsShape } from '../forms.ts';
import { END_REASONS, MANDATE_KINDS, type SeatId } from '../seats/schema.ts';
import { type LeadId, OFFICES } from './schema.ts';

/** A page of this forum: "/ballots/4". */
const PAGE = /^\/[a-z0-9][a-z0-9/._-]{0,299}$/;

const linkShape = v.custom<string>((value) => typeof value === 'string' && (PAGE.test(value) || isWebAddress(value)));

/** Who speaks for a seat on the day of the election; or an office of an organisation, with or without its person. */
const holderShape = v.union([
  v.object({ seat: idShape<SeatId>(), as: v.picklist(MANDATE_KINDS) }),
  v.object({ body: idShape(), post: textsShape, person: v.nullable(idShape()) }),
]);

export const electionShape = v.object({
  ...{ office: v.picklist(OFFICES), holder: holderShape, electedOn: dayShape, from: dayShape },
  ...{ to: v.nullable(dayShape), decision: lineShape(MOST.number), url: v.nullable(linkShape), replaces: v.boolean() },
});
export type ElectionInput = v.InferOutput<typeof electionShape>;

/** `last` null: it was entered by mistake and never was. */
export const leadEndShape = v.object({
  ...{ lead: idShape<LeadId>(), last: v.nullable(dayShape), reason: v.picklist(END_REASONS) },
});

/** Who was elected to what, when, by which decision, and for how long where that was written. */
export function readElection(posted: Posted, page: LanguageCode): Result<ElectionInput> {
  const read = new Reading(posted);
  const office = OFFICES.find((one) => one === posted.text('office'));
  if (!office) read.wrong('office', message('forum.leads.wrong_office'));
  const electedOn = read.neededDay('elected_on');
  return read.end({
    ...{ office: office ?? 'coordinator', holder: readHolder(read, posted, page), electedOn },
    ...{ from: read.day('from') ?? electedOn, to: read.day('to'), replaces: posted.text('replaces') === 'yes' },
    decision: read.needed('decision', MOST.number, message('forum.leads.wrong_decision')),
    url: readLink(read),
  });
}

/** A seat, or an organisation with its office; one of the two. */
function readHolder(read: Reading, posted: Posted, page: LanguageCode): ElectionInput['holder'] {
  const [seat, body, post] = [read.line('seat', 40), read.line('body', 40), read.line('post', MOST.name)];
  if ((seat === '') === (body === '')) read.wrong('seat', message('forum.leads.wrong_who'));
  if (seat !== '') {
    const as = MANDATE_KINDS.find((one) => one === posted.text('as')) ?? 'representative';
    return { seat: read.id('seat', message('forum.refused.no_seat')) as SeatId, as };
  }
  if (body !== '' && post === '') read.wrong('post', message('forum.leads.wrong_post'));
  const person = read.line('person', 40);
  return {
    ...{ body: read.id('body', message('forum.wrong.no_body')), post: { [page]: post } },
    person: person === '' ? null : read.id('person', message('forum.wrong.no_person')),
  };
}

function readLink(read: Reading): string | null {
  const text = read.line('url', MOST.url);
  if (text === '' || PAGE.test(text) || isWebAddress(text)) return text || null;
  return read.wrong('url', message('forum.wrong.url'));
}
