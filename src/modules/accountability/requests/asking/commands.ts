import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { lineShape, textsShape } from '#core/shapes.ts';
import { codeFrom, typedCode } from '#core/typed-code.ts';
import { hashOf } from '#modules/identity/contract.ts';
import { bodiesById, successorOf } from '#modules/places/contract.ts';
import { byDay } from '../../reports/saying/commands.ts';
import { mayAsk } from '../access.ts';
import { requestsByCode } from '../queries.ts';
import { CODE_LETTERS, hasEnded, isHolder, MOST, pathOf } from '../rules.ts';
import type { RequestId, RequestTables, SendingId } from '../schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<RequestTables>();

/** "7K3M-…": a code as it is shown and typed. */
export const freshCode = (): string => codeFrom(randomBytes(CODE_LETTERS)).match(/.{4}/g)!.join('-');

/**
 * Somebody asks one or several bodies for information, without an account: one request to each. The same code again is
 * the same sending. It waits to be read by a person.
 */
export const askBodies = command({
  name: 'accountability.requests.ask',
  assisted: 'accountability.requests.log.asked',
  input: v.object({
    /** Made for the page on which it is checked; it is on the receipt, and only its hash is kept. */
    code: lineShape(100),
    bodies: v.pipe(v.array(idShape()), v.minLength(1), v.maxLength(MOST.bodies)),
    text: textsShape(MOST.text),
  }),
  access: (ctx) => mayAsk(ctx.forum),
  run: async (given, asked) => {
    const ctx = byDay(given);
    const code = typedCode(asked.code, CODE_LETTERS);
    if (!code) return refuse('bad_input', message('accountability.requests.wrong.code'));
    const before = await requestsByCode(ctx.db, ctx.forum.id, code);
    if (before.length > 0) return done({ numbers: before.map(({ number }) => number) }, null);
    const fit = await fitBodies(ctx, asked.bodies);
    if (!fit.ok) return fit;
    const sending = uuidv7(ctx.now) as SendingId;
    await tables(ctx)
      .insertInto('accountability_request_sendings')
      .values({
        ...{ forum_id: ctx.forum.id, id: sending, code_hash: hashOf(code), received_on: ctx.today },
        text: json(asked.text),
      })
      .execute();
    const bodies = [...new Set(asked.bodies)];
    const first = await takeNumbers(ctx, bodies.length);
    const rows = bodies.map((body_id, i) => ({
      ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now) as RequestId, number: first + i, sending_id: sending, body_id },
    }));
    await tables(ctx).insertInto('accountability_requests').values(rows).execute();
    const objects = rows.map(({ id, number }) => ({ type: 'information_request', id, path: pathOf({ number }) }));
    return done(
      { numbers: rows.map(({ number }) => number) },
      {
        ...{ kind: 'accountability.request_asked', object: objects[0]!, touched: objects.slice(1) },
        ...{ params: { number: first, n: rows.length }, ofResident: true },
      },
    );
  },
});

/** Each stands today and holds information; where one was ended, its successor is named. */
async function fitBodies(ctx: Ctx, ids: readonly string[]): Promise<Result<null>> {
  const wrong = (what: Message) => refuse('bad_input', what, [{ field: 'bodies', message: what }]);
  const found = await bodiesById(ctx.db, ctx.forum.id, [...ids]);
  for (const id of ids) {
    const body = found.find((one) => one.id === id);
    if (!body || !isHolder(body)) return wrong(message('accountability.requests.wrong.no_such_body'));
    if (!hasEnded(body, ctx.today)) continue;
    const heir = await successorOf(ctx.db, ctx.forum.id, id);
    const params = { body: choose(body.name, ctx.lang).text, date: body.to! };
    return wrong(
      heir
        ? message('accountability.requests.wrong.ended_heir', { ...params, heir: choose(heir.name, ctx.lang).text })
        : message('accountability.requests.wrong.ended', params),
    );
  }
  return { ok: true, value: null };
}

/** Takes the next `n` numbers of the forum; returns the first. The row is locked until the deed is done. */
async function takeNumbers(ctx: Ctx, n: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into accountability_request_numbers (forum_id, last) values (${ctx.forum.id}, ${n})
    on conflict (forum_id) do update set last = accountability_request_numbers.last + ${n} returning last`.execute(
    ctx.db,
  );
  return Number(rows[0]!.last) - n + 1;
}
