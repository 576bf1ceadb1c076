import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { rulesOn } from '#modules/forum/contract.ts';
import { mayKeepMeetings } from '../access.ts';
import {
  enteredBy,
  isKnownBody,
  keepBreaches,
  lockMeeting,
  meetingObject,
  saidIn,
  tables,
  wrong,
} from '../calls/commands.ts';
import { lateAgenda } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import type { ItemId } from '../schema.ts';
import { itemShape, orderShape, removalShape } from './forms.ts';
import { itemsOf } from './queries.ts';
import type { Item } from './schema.ts';

const keeper = (ctx: Ctx) => mayKeepMeetings(ctx.actor, ctx.forum);
const NO_ITEM = () => refuse('not_found', message('meetings.refused.no_item'));

type Written = Pick<Item, 'position' | 'kind' | 'title' | 'words' | 'seat' | 'presenter' | 'about'>;

/** One more row of an item; the latest counts. */
const insertText = (ctx: Ctx, item: ItemId, text: Written, is: { readonly removed: boolean; readonly late: boolean }) =>
  tables(ctx)
    .insertInto('meetings_item_texts')
    .values({
      ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), item_id: item, position: text.position, kind: text.kind },
      ...{ title: json(text.title), words: text.words && json(text.words), seat_id: text.seat },
      ...{ presenter: text.presenter && json(text.presenter), about: json(text.about), ...is, on_day: ctx.today },
    })
    .execute();

/** Is this change later than the rules allow? It is then marked at the item, and stands among what was not kept. */
async function keepLate(ctx: Ctx, meeting: Meeting): Promise<boolean> {
  if (!meeting.invitedOn || meeting.afterwards) return false;
  const late = lateAgenda(await rulesOn(ctx.db, ctx.forum.id, meeting.call.on), meeting.call.on, ctx.today);
  await keepBreaches(ctx, meeting.id, late);
  return late.length > 0;
}

/** The record speaks of agendas that members know. */
const entryOf = (ctx: Ctx, meeting: Meeting, number: number, title: Item['title']) =>
  meeting.invitedOn
    ? {
        ...{ kind: 'meetings.agenda_changed', object: meetingObject(meeting) },
        params: { number: meeting.number, item: number, title: saidIn(ctx, title) },
      }
    : null;

/** Writes an item: a new one at the end, or other words of one that there is. */
export const writeItem = command({
  name: 'meetings.write_item',
  input: itemShape,
  access: keeper,
  run: async (ctx, { meeting: id, item: asked, ...text }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    const items = await itemsOf(ctx.db, ctx.forum.id, id);
    const before = items.find((one) => one.id === asked);
    if (asked && !before) return NO_ITEM();
    if (before?.ended) return refuse('conflict', message('meetings.refused.item_ended'));
    const body = text.about.find((one) => one.type === 'body');
    if (body && !(await isKnownBody(ctx, body.id))) return wrong('body', message('meetings.wrong.no_body'));
    const late = await keepLate(ctx, found.value);
    const item = before?.id ?? (uuidv7(ctx.now) as ItemId);
    if (!before)
      await tables(ctx)
        .insertInto('meetings_items')
        .values({ ...enteredBy(ctx), id: item, meeting_id: id })
        .execute();
    const position = before?.position ?? (items.at(-1)?.position ?? 0) + 1;
    await insertText(ctx, item, { ...text, position }, { removed: false, late });
    const number = before?.number ?? items.length + 1;
    return done({ id: item, number }, entryOf(ctx, found.value, number, text.title));
  },
});

/** Takes an item off the agenda that has not begun. */
export const removeItem = command({
  name: 'meetings.remove_item',
  input: removalShape,
  access: keeper,
  run: async (ctx, { meeting: id, item: asked }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    const item = (await itemsOf(ctx.db, ctx.forum.id, id)).find((one) => one.id === asked);
    if (!item) return NO_ITEM();
    if (item.begun) return refuse('conflict', message('meetings.refused.item_begun'));
    await insertText(ctx, item.id, item, { removed: true, late: await keepLate(ctx, found.value) });
    return done({ number: item.number }, entryOf(ctx, found.value, item.number, item.title));
  },
});

/** An item changes places with its neighbour, before the meeting begins. */
export const moveItem = command({
  name: 'meetings.move_item',
  input: orderShape,
  access: keeper,
  run: async (ctx, { meeting: id, item: asked, to }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    if (found.value.begun) return refuse('conflict', message('meetings.refused.order_begun'));
    const items = await itemsOf(ctx.db, ctx.forum.id, id);
    const at = items.findIndex((one) => one.id === asked);
    const [item, other] = [items[at], items[to === 'up' ? at - 1 : at + 1]];
    if (!item || !other) return NO_ITEM();
    const late = await keepLate(ctx, found.value);
    await insertText(ctx, item.id, { ...item, position: other.position }, { removed: false, late });
    await insertText(ctx, other.id, { ...other, position: item.position }, { removed: false, late });
    return done({ number: other.number }, entryOf(ctx, found.value, other.number, item.title));
  },
});
