import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { MOST, Reading, textFields, titleShape, wordsShape } from '../forms.ts';
import { type About, ITEM_KINDS, type ItemId, type MeetingId } from '../schema.ts';
import type { Item } from './schema.ts';

/** So many things can one item be about. */
const MOST_ABOUT = 10;

const aboutShape = v.object({
  type: v.picklist(['body', 'page']),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST.path)),
});

/** `item` null: a new one at the end. */
export const itemShape = v.object({
  ...{ meeting: idShape<MeetingId>(), item: v.nullable(idShape<ItemId>()), kind: v.picklist(ITEM_KINDS) },
  ...{
    title: titleShape,
    words: v.nullable(wordsShape),
    seat: v.nullable(idShape()),
    presenter: v.nullable(titleShape),
  },
  about: v.pipe(v.array(aboutShape), v.maxLength(MOST_ABOUT)),
});
export type ItemInput = v.InferOutput<typeof itemShape>;

export const removalShape = v.object({ meeting: idShape<MeetingId>(), item: idShape<ItemId>() });
export const orderShape = v.object({
  ...{ meeting: idShape<MeetingId>(), item: idShape<ItemId>(), to: v.picklist(['up', 'down']) },
});

/** What an item says; pages are written one a line, as the browser shows them. */
export function readItem(
  posted: Posted,
  forum: Pick<Forum, 'languages' | 'slug'>,
  of: Pick<ItemInput, 'meeting' | 'item'>,
): Result<ItemInput> {
  const read = new Reading(posted);
  const first = forum.languages[0] ?? 'az';
  const kind = ITEM_KINDS.find((one) => one === posted.text('kind'));
  if (!kind) read.wrong('kind', message('meetings.wrong.no_item_kind'));
  const pages = posted
    .text('pages')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line): readonly About[] => {
      const id = read.page('pages', line, forum.slug);
      return id ? [{ type: 'page', id }] : [];
    });
  const body = read.idOrNone('body', message('meetings.wrong.no_body'));
  const about = [...pages, ...(body ? [{ type: 'body' as const, id: body }] : [])];
  if (about.length > MOST_ABOUT) read.wrong('pages', message('meetings.wrong.too_many_pages', { max: MOST_ABOUT }));
  return read.end({
    ...of,
    ...{ kind: kind ?? 'information', words: read.textsOrNone('words', MOST.words), about },
    title: read.neededTexts('title', MOST.title, first, message('meetings.wrong.no_item_title')),
    ...{
      seat: read.idOrNone('seat', message('meetings.wrong.no_seat')),
      presenter: read.textsOrNone('presenter', MOST.title),
    },
  });
}

/** What stands in the form of an item that was written already. */
export const itemFields = (item: Item): Readonly<Record<string, string>> => ({
  ...{ ...textFields('title', item.title), ...textFields('words', item.words), kind: item.kind },
  ...{ ...textFields('presenter', item.presenter), seat: item.seat ?? '' },
  pages: item.about.flatMap((one) => (one.type === 'page' ? [one.id] : [])).join('\n'),
  body: item.about.find((one) => one.type === 'body')?.id ?? '',
});
