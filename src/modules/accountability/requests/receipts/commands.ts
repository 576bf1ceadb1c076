import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { lineShape } from '#core/shapes.ts';
import { casesOfSubjects } from '#modules/obligations/contract.ts';
import { byDay } from '../../reports/saying/commands.ts';
import { mayAsk } from '../access.ts';
import { lockRequest, requestsByCode } from '../queries.ts';
import { judgements, pathOf, REQUEST_KIND, stateOf } from '../rules.ts';
import { GROUNDS, JUDGED, type RequestTables } from '../schema.ts';

/** Whoever has the code of the receipt says what came back; the newest word counts. */
export const judgeAnswer = command({
  name: 'accountability.requests.judge',
  assisted: 'accountability.requests.log.judged',
  input: v.object({
    code: lineShape(100),
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    kind: v.picklist(JUDGED),
    ground: v.nullable(v.picklist(GROUNDS)),
  }),
  access: (ctx) => mayAsk(ctx.forum),
  run: async (given, { code, number, kind, ground }) => {
    const ctx = byDay(given);
    const request = (await requestsByCode(ctx.db, ctx.forum.id, code)).find((one) => one.number === number);
    if (!request) return refuse('not_found', message('accountability.requests.wrong.code'));
    await lockRequest(ctx.db, ctx.forum.id, request.id);
    if ((kind === 'refused') !== (ground !== null))
      return refuse('bad_input', message('accountability.requests.wrong.judged'));
    const moment = { today: ctx.today, now: given.now };
    // The one who asked knows from the counted days when the term is over.
    const eyes = { all: true, bodies: [] };
    const clocks = await casesOfSubjects(ctx.db, ctx.forum.id, REQUEST_KIND, [request.id], moment, eyes);
    if (!judgements(request, stateOf(request, clocks.get(request.id), ctx.today)).includes(kind))
      return refuse('conflict', message('accountability.requests.wrong.too_early'));
    await ctx.db
      .withTables<RequestTables>()
      .insertInto('accountability_request_judgements')
      .values({
        ...{ forum_id: ctx.forum.id, id: uuidv7(given.now), request_id: request.id, kind, ground, on_day: ctx.today },
      })
      .execute();
    return done(
      { number },
      {
        kind: 'accountability.request_judged',
        object: { type: 'information_request', id: request.id, path: pathOf(request) },
        ...{ params: { number, judged: kind }, bodies: [request.body], ofResident: true },
      },
    );
  },
});
