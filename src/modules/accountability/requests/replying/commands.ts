import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { type FileFacts, FileFactsShape } from '#core/files/facts.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { lineShape, textsShape } from '#core/shapes.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { type Paper, paperShape, personOf } from '#core/way.ts';
import { dueOf, extendCase, fulfilCase, lockSubject } from '#modules/obligations/contract.ts';
import { mayAsk, mayKeepRequests } from '../access.ts';
import { lockRequest, requestByNumber, requestByReplyCode } from '../queries.ts';
import { MOST, pathOf, REQUEST_KIND, TELL_SPAN } from '../rules.ts';
import { LONGER, type Request, type RequestAnswerId, type RequestTables } from '../schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<RequestTables>();
const filesShape = v.pipe(v.array(FileFactsShape), v.maxLength(12));

/** The body answers by the code of its letter, without an account; a person decides what of it is shown. */
export const answerByCode = command({
  name: 'accountability.requests.answer',
  input: v.object({ code: lineShape(100), text: textsShape(MOST.answer), files: filesShape }),
  access: (ctx) => mayAsk(ctx.forum),
  run: async (ctx, { code, text, files }) => {
    const request = await requestByReplyCode(ctx.db, ctx.forum.id, code);
    if (!request) return refuse('not_found', message('accountability.requests.wrong.reply_code'));
    return keepAnswer(ctx, request, { text, files, paper: null });
  },
});

/** Staff enters the answer that came on paper, on the day that the letter bears. */
export const enterAnswer = command({
  name: 'accountability.requests.enter',
  input: v.object({
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    text: textsShape(MOST.answer),
    files: filesShape,
    paper: paperShape,
  }),
  access: (ctx) => mayKeepRequests(ctx.actor, ctx.forum),
  run: async (ctx, { number, text, files, paper }) => {
    const request = await requestByNumber(ctx.db, ctx.forum.id, number);
    if (!request) return refuse('not_found', message('accountability.requests.unknown'));
    return keepAnswer(ctx, request, { text, files, paper });
  },
});

interface AnswerGiven {
  readonly text: Texts;
  readonly files: readonly FileFacts[];
  readonly paper: Paper | null;
}

/** Writes an answer and ends the clock; the same words with the same files again are the answer that is there. */
async function keepAnswer(ctx: Ctx, { number }: Request, { text, files, paper }: AnswerGiven) {
  const seen = (await requestByNumber(ctx.db, ctx.forum.id, number))!;
  await lockRequest(ctx.db, ctx.forum.id, seen.id);
  if (!seen.delivery) return refuse('conflict', message('accountability.requests.wrong.not_delivered'));
  const on = paper?.day ?? ctx.today;
  if (on < seen.delivery.on) {
    const early = message('accountability.requests.wrong.before_delivery', { date: seen.delivery.on });
    return refuse('bad_input', early, [{ field: 'paper_day', message: early }]);
  }
  const id = uuidv7(ctx.now) as RequestAnswerId;
  const written = await tables(ctx)
    .insertInto('accountability_request_answers')
    .values({
      ...{ forum_id: ctx.forum.id, id, request_id: seen.id, print: printOf(text, files), on_day: on },
      ...{ text: json(text), way: paper ? 'paper' : 'code', paper_ref: paper?.ref ?? null },
      ...{ paper_day: paper?.day ?? null, paper_file: paper?.scan ? await insertFile(ctx, paper.scan, false) : null },
      ...{ entered_at: ctx.now, entered_by: paper ? personOf(ctx.actor) : null },
    })
    .onConflict((key) => key.columns(['forum_id', 'request_id', 'print']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return done({ number, again: true }, null);
  for (const [i, file] of files.entries())
    await tables(ctx)
      .insertInto('accountability_request_files')
      .values({
        ...{ forum_id: ctx.forum.id, answer_id: id, position: i + 1, file_id: await insertFile(ctx, file, false) },
        ...{ name: file.name, shown: false },
      })
      .execute();
  const stopped = await stopClock(ctx, seen, on);
  if (!stopped.ok) return stopped;
  return done(
    { number, again: false },
    {
      kind: 'accountability.request_answered',
      object: { type: 'information_request', id: seen.id, path: pathOf(seen) },
      ...{ params: { number }, bodies: [seen.body], ...(paper ? { way: 'paper' as const } : {}) },
    },
  );
}

const printOf = (text: Texts, files: readonly FileFacts[]): string =>
  bytesToHex(
    sha256(utf8ToBytes(JSON.stringify([Object.entries(text).toSorted(), files.map((file) => file.sha256).toSorted()]))),
  );

async function stopClock(ctx: Ctx, request: Request, on: PlainDate): Promise<Result<unknown>> {
  const found = await lockSubject(ctx.db, ctx.forum.id, REQUEST_KIND, request.id);
  if (!found || found.closed === 'done') return { ok: true, value: null };
  return fulfilCase(ctx, found, { on, source: message('accountability.requests.clock.done') });
}

/** The body says by its code that it needs longer: once, and only within five working days after it got the request. */
export const tellLonger = command({
  name: 'accountability.requests.extend',
  input: v.object({ code: lineShape(100), reason: v.picklist(LONGER) }),
  access: (ctx) => mayAsk(ctx.forum),
  run: async (ctx, { code, reason }) => {
    const request = await requestByReplyCode(ctx.db, ctx.forum.id, code);
    if (!request) return refuse('not_found', message('accountability.requests.wrong.reply_code'));
    await lockRequest(ctx.db, ctx.forum.id, request.id);
    const found = await lockSubject(ctx.db, ctx.forum.id, REQUEST_KIND, request.id);
    if (!request.delivery || !found) return refuse('conflict', message('accountability.requests.wrong.not_delivered'));
    const until = await dueOf(ctx.db, ctx.forum, { on: request.delivery.on, at: null }, TELL_SPAN);
    if (!until.ok) return until;
    if (ctx.today > until.value.due)
      return refuse('conflict', message('accountability.requests.wrong.told_late', { date: until.value.due }));
    const longer = await extendCase(ctx, found, message(`accountability.requests.longer.${reason}`));
    if (!longer.ok) return longer;
    await tables(ctx)
      .insertInto('accountability_request_extensions')
      .values({ forum_id: ctx.forum.id, request_id: request.id, reason, on_day: ctx.today })
      .execute();
    return done(
      { number: request.number, due: longer.value.due },
      {
        kind: 'accountability.request_extended',
        object: { type: 'information_request', id: request.id, path: pathOf(request) },
        ...{ params: { number: request.number, due: longer.value.due }, bodies: [request.body] },
      },
    );
  },
});
