import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { FileFactsShape } from '#core/files/facts.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape, textsShape, urlShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { type Body, bodiesById } from '#modules/places/contract.ts';
import { mayCheck } from './access.ts';
import { isChecked } from './queries.ts';
import { checklistPath, EDITION, itemsFor, MOST } from './rules.ts';
import { type CheckId, type ChecklistTables, FOUND, NETWORKS } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<ChecklistTables>();

/** Somebody looked whether one thing is published, and says where, or that it was not found. */
export const checkItem = command({
  name: 'accountability.checklists.check',
  input: v.object({
    body: idShape(),
    item: lineShape(60),
    found: v.picklist(FOUND),
    checkedOn: dayShape,
    datedOn: v.nullable(dayShape),
    url: v.nullable(urlShape),
    /** A picture or copy of the page as it was; everybody sees it. */
    copy: v.nullable(FileFactsShape),
    note: v.nullable(textsShape(MOST.note)),
  }),
  access: (ctx) => mayCheck(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const body = await bodyOf(ctx, given.body);
    if (!body.ok) return body;
    const item = itemsFor(body.value.kind).find(({ key }) => key === given.item);
    if (!item) return refuse('not_found', message('accountability.checklists.no_item'));
    const wrong = (field: string, what: Message) => refuse('bad_input', what, [{ field, message: what }]);
    if (given.checkedOn > ctx.today) return wrong('checked_on', message('accountability.checklists.wrong.future'));
    if (given.datedOn && given.datedOn > given.checkedOn)
      return wrong('dated_on', message('accountability.checklists.wrong.dated'));
    if (given.found !== 'not_found' && !given.url && !given.copy)
      return wrong('url', message('accountability.checklists.wrong.proof'));
    const id = uuidv7(ctx.now) as CheckId;
    await tables(ctx)
      .insertInto('accountability_checks')
      .values({
        ...{ forum_id: ctx.forum.id, id, body_id: given.body, item: given.item, edition: EDITION, found: given.found },
        ...{
          checked_on: given.checkedOn,
          dated_on: given.datedOn,
          url: given.url,
          note: given.note && json(given.note),
        },
        file_id: given.copy ? await insertFile(ctx, given.copy, true) : null,
        ...{ file_name: given.copy?.name ?? null, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    const path = checklistPath(body.value.slug);
    return done(
      { path },
      {
        kind: 'accountability.item_checked',
        object: { type: 'checklist', id: given.body, path },
        touched: [{ type: 'check', id, path }],
        params: { found: given.found },
        bodies: [given.body],
      },
    );
  },
});

/** Somebody looked at a page of a body in a social network, and how fresh it is. */
export const seeSocialPage = command({
  name: 'accountability.checklists.see_page',
  input: v.object({
    body: idShape(),
    network: v.picklist(NETWORKS),
    url: urlShape,
    checkedOn: dayShape,
    newestOn: v.nullable(dayShape),
  }),
  access: (ctx) => mayCheck(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const body = await bodyOf(ctx, given.body);
    if (!body.ok) return body;
    if (given.checkedOn > ctx.today || (given.newestOn && given.newestOn > given.checkedOn)) {
      const what = message('accountability.checklists.wrong.future');
      return refuse('bad_input', what, [{ field: 'checked_on', message: what }]);
    }
    const id = uuidv7(ctx.now);
    await tables(ctx)
      .insertInto('accountability_social_pages')
      .values({
        ...{ forum_id: ctx.forum.id, id, body_id: given.body, network: given.network, url: given.url },
        ...{ checked_on: given.checkedOn, newest_on: given.newestOn },
        ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    const path = checklistPath(body.value.slug);
    return done(
      { path },
      {
        kind: 'accountability.social_page_seen',
        object: { type: 'checklist', id: given.body, path },
        params: { network: given.network },
        bodies: [given.body],
      },
    );
  },
});

async function bodyOf(ctx: Ctx, id: string): Promise<Result<Body>> {
  const [body] = await bodiesById(ctx.db, ctx.forum.id, [id]);
  return body && isChecked(body, ctx.forum.id, ctx.today)
    ? { ok: true, value: body }
    : refuse('not_found', message('accountability.checklists.unknown'));
}
