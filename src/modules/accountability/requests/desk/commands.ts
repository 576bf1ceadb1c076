import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { refuse } from '#core/errors/result.ts';
import { publishFile } from '#core/files/commands.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape, textsShape } from '#core/shapes.ts';
import { typedCode } from '#core/typed-code.ts';
import { personOf } from '#core/way.ts';
import { hashOf } from '#modules/identity/contract.ts';
import { openCase } from '#modules/obligations/contract.ts';
import { mayKeepRequests } from '../access.ts';
import { lockRequest, requestByNumber } from '../queries.ts';
import { CODE_LETTERS, MOST, pathOf, REQUEST_KIND, REQUEST_RULE } from '../rules.ts';
import { DELIVERED, type Request, type RequestAnswerId, type RequestTables } from '../schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<RequestTables>();
const numberShape = v.pipe(v.number(), v.integer(), v.minValue(1));
const keepers = (ctx: Ctx) => mayKeepRequests(ctx.actor, ctx.forum);
const unknown = () => refuse('not_found', message('accountability.requests.unknown'));
const entered = (ctx: Ctx) => ({ forum_id: ctx.forum.id, entered_at: ctx.now, entered_by: personOf(ctx.actor) });

async function locked(ctx: Ctx, number: number): Promise<Request | null> {
  const found = await requestByNumber(ctx.db, ctx.forum.id, number);
  if (!found) return null;
  await lockRequest(ctx.db, ctx.forum.id, found.id);
  return requestByNumber(ctx.db, ctx.forum.id, number);
}

const objectOf = (request: Request) => ({ type: 'information_request', id: request.id, path: pathOf(request) });

/** Somebody read what was written: it goes out to all bodies of its form, or not; then its words are kept nowhere. */
export const decideRequest = command({
  name: 'accountability.requests.decide',
  input: v.object({
    number: numberShape,
    accepted: v.boolean(),
    /** Said to whoever wrote it, where it is not sent. */
    reason: v.nullable(textsShape(MOST.sentence)),
  }),
  access: keepers,
  run: async (ctx, { number, accepted, reason }) => {
    const request = await locked(ctx, number);
    if (!request) return unknown();
    if (accepted === (reason !== null)) return refuse('bad_input', message('accountability.requests.wrong.sentence'));
    const written = await tables(ctx)
      .insertInto('accountability_request_decisions')
      .values({
        ...{ ...entered(ctx), sending_id: request.sending, accepted, on_day: ctx.today },
        sentence: reason && json(reason),
      })
      .onConflict((key) => key.columns(['forum_id', 'sending_id']).doNothing())
      .returning('sending_id')
      .executeTakeFirst();
    if (!written) return refuse('conflict', message('accountability.requests.wrong.decided'));
    if (!accepted)
      await tables(ctx)
        .updateTable('accountability_request_sendings')
        .set({ text: null })
        .where('forum_id', '=', ctx.forum.id)
        .where('id', '=', request.sending)
        .execute();
    return done(
      { number },
      {
        ...{ kind: 'accountability.request_decided', object: objectOf(request) },
        ...{ params: { number, accepted: accepted ? 'yes' : 'no' } },
      },
    );
  },
});

/** A letter to the body with a code of its own; only the hash of the code is kept. */
export const makeLetter = command({
  name: 'accountability.requests.letter',
  input: v.object({ number: numberShape, code: lineShape(100) }),
  access: keepers,
  run: async (ctx, given) => {
    const request = await locked(ctx, given.number);
    if (!request) return unknown();
    const code = typedCode(given.code, CODE_LETTERS);
    if (!code) return refuse('bad_input', message('accountability.requests.wrong.code'));
    if (!request.decision?.accepted) return refuse('conflict', message('accountability.requests.wrong.not_accepted'));
    await tables(ctx)
      .insertInto('accountability_request_letters')
      .values({ ...entered(ctx), code_hash: hashOf(code), request_id: request.id })
      .execute();
    return done({ number: request.number }, null);
  },
});

/** It reached the body on a day: the clock of the law begins. */
export const deliverRequest = command({
  name: 'accountability.requests.deliver',
  input: v.object({
    number: numberShape,
    on: dayShape,
    way: v.picklist(DELIVERED),
    reference: v.nullable(lineShape(MOST.reference)),
  }),
  access: keepers,
  run: async (ctx, { number, on, way, reference }) => {
    const request = await locked(ctx, number);
    if (!request) return unknown();
    if (!request.decision?.accepted) return refuse('conflict', message('accountability.requests.wrong.not_accepted'));
    if (request.delivery) return refuse('conflict', message('accountability.requests.wrong.delivered'));
    if (on > ctx.today || on < request.receivedOn) {
      const when = message('accountability.requests.wrong.delivery_day', { date: request.receivedOn });
      return refuse('bad_input', when, [{ field: 'on', message: when }]);
    }
    await tables(ctx)
      .insertInto('accountability_request_deliveries')
      .values({ ...entered(ctx), request_id: request.id, on_day: on, way, reference })
      .execute();
    const opened = await openCase(ctx, {
      ...{ rule: REQUEST_RULE, body: request.body, trigger: { on, at: null }, reference, path: pathOf(request) },
      title: message('accountability.requests.one', { number }),
      subject: { kind: REQUEST_KIND, group: request.sending, id: request.id },
    });
    if (!opened.ok) return opened;
    return done(
      { number },
      {
        ...{ kind: 'accountability.request_delivered', object: objectOf(request), bodies: [request.body] },
        params: { number, date: on, due: opened.value.due },
      },
    );
  },
});

/** What of an answer everybody reads: its words or not, and which of its files. */
export const showAnswer = command({
  name: 'accountability.requests.show',
  input: v.object({
    number: numberShape,
    answer: idShape<RequestAnswerId>(),
    words: v.boolean(),
    files: v.array(idShape()),
  }),
  access: keepers,
  run: async (ctx, { number, answer: id, words, files }) => {
    const request = await locked(ctx, number);
    const answer = request?.answers.find((one) => one.id === id);
    if (!request || !answer) return unknown();
    if (answer.shown) return refuse('conflict', message('accountability.requests.wrong.shown'));
    await tables(ctx)
      .insertInto('accountability_request_showings')
      .values({ ...entered(ctx), answer_id: id, words, on_day: ctx.today })
      .execute();
    for (const file of answer.files.filter((one) => files.includes(one.id))) {
      await publishFile(ctx, file.id);
      await tables(ctx)
        .updateTable('accountability_request_files')
        .set({ shown: true })
        .where('forum_id', '=', ctx.forum.id)
        .where('file_id', '=', file.id)
        .execute();
    }
    return done(
      { number },
      {
        ...{ kind: 'accountability.request_answer_shown', object: objectOf(request), bodies: [request.body] },
        params: { number, words: words ? 'yes' : 'no' },
      },
    );
  },
});
