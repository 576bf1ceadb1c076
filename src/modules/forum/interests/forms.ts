import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import { Reading } from '../forms.ts';
import type { SeatId } from '../seats/schema.ts';
import { INTEREST_KINDS, type InterestId } from './schema.ts';

const MOST = { page: 300, words: 500 } as const;
const PAGE = /^\/[a-z0-9][a-z0-9/._-]*$/;

const OF = ['organisation', 'representative', 'alternate'] as const;
const uuid = idShape();

export const interestShape = v.object({
  ...{ seat: idShape<SeatId>(), of: v.picklist(OF), kind: v.picklist(INTEREST_KINDS) },
  about: v.variant('type', [
    v.object({ type: v.literal('body'), id: uuid }),
    v.object({ type: v.literal('page'), id: v.pipe(v.string(), v.maxLength(MOST.page), v.regex(PAGE)) }),
  ]),
  words: v.nullable(lineShape(MOST.words)),
});
export type InterestInput = v.InferOutput<typeof interestShape>;

export const interestEndShape = v.object({ interest: idShape<InterestId>(), last: dayShape });

/** Whose interest, in what, of which kind. `slug` is the address word of the forum, left out of addresses that are pasted whole. */
export function readInterest(posted: Posted, slug: string): Result<InterestInput> {
  const read = new Reading(posted);
  const of = OF.find((one) => one === posted.text('of'));
  const kind = INTEREST_KINDS.find((one) => one === posted.text('kind'));
  if (!of) read.wrong('of', message('forum.interests.wrong_of'));
  if (!kind) read.wrong('kind', message('forum.interests.wrong_kind'));
  return read.end({
    ...{ seat: read.id('seat', message('forum.refused.no_seat')) as SeatId, of: of ?? 'organisation' },
    ...{ kind: kind ?? 'other', about: readAbout(read, slug) },
    words: read.line('words', MOST.words) || null,
  });
}

/** An organisation from the list, or the address of a page of this forum as the browser shows it; one of the two. */
function readAbout(read: Reading, slug: string): InterestInput['about'] {
  const [body, typed] = [read.line('body', 40), read.line('page', MOST.page)];
  if ((body === '') === (typed === '')) read.wrong('body', message('forum.interests.wrong_about'));
  if (body !== '') return { type: 'body', id: read.id('body', message('forum.wrong.no_body')) };
  const path = typed.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/, '');
  const below = path.replace(new RegExp(`^/(az|en|ru)/${slug}(?=/)`), '').replace(/\/$/, '');
  if (typed !== '' && !PAGE.test(below)) read.wrong('page', message('forum.interests.wrong_page'));
  return { type: 'page', id: below };
}

export function readInterestEnd(posted: Posted, interest: InterestId): Result<v.InferOutput<typeof interestEndShape>> {
  const read = new Reading(posted);
  return read.end({ interest, last: read.neededDay('last') });
}
