import * as v from 'valibot';
import type { Entry } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { FileFactsShape } from '#core/files/facts.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, urlShape } from '#core/shapes.ts';
import { paperShape, wayOf } from '#core/way.ts';
import { bodiesById } from '#modules/places/contract.ts';
import { EXTEND_DEED, FULFIL_DEED, mayAnswer, mayKeepCases } from '../access.ts';
import { keepAnswerFiles } from '../answers/commands.ts';
import { caseStanding } from '../answers/queries.ts';
import type { SaidBy } from '../answers/schema.ts';
import { type Case, extendCase, fulfilCase, openCase, waiveCase } from '../clocks/commands.ts';
import { lockCase } from '../clocks/queries.ts';
import { type OpenInput, openShape, reasonShape, receivedAt, textsShape } from '../forms.ts';
import { rulesOf } from '../rulebook/queries.ts';
import { inForce } from '../rules.ts';

const fulfilShape = v.object({
  case: idShape(),
  on: dayShape,
  source: textsShape,
  url: v.nullable(urlShape),
  /** By which it is shown: the letter that answered. */
  files: v.pipe(v.array(FileFactsShape), v.maxLength(12)),
  seenBy: v.picklist(['everybody', 'concerned']),
  /** Given: staff enters what the body wrote on paper. */
  paper: v.nullable(paperShape),
});

const access = (ctx: Ctx) => mayKeepCases(ctx.actor, ctx.forum);

const pathOf = (number: number): string => `/obligations/${number}`;

/** What an entry says of a case: its number and the body, never a person. */
const entryOf = (found: Pick<Case, 'id' | 'number' | 'body_id'>): Pick<Entry, 'object' | 'bodies'> => ({
  object: { type: 'obligation', id: found.id, path: pathOf(found.number) },
  bodies: [found.body_id],
});

/** Opens a case by hand: a letter was received, a decision was taken. The version of the rule in force on that day holds. */
export const openByHand = command({
  name: 'obligations.open',
  input: openShape,
  access,
  run: async (ctx, input: OpenInput) => {
    const wrong = (field: string, what: ReturnType<typeof message>) => refuseFields([{ field, message: what }]);
    if (input.on > ctx.today) return wrong('on', message('obligations.wrong.future'));
    const rule = inForce(await rulesOf(ctx.db, ctx.forum), input.on).find((one) => one.key === input.rule);
    if (!rule) return wrong('rule', message('obligations.wrong.rule_then', { day: input.on }));
    if ((await bodiesById(ctx.db, ctx.forum.id, [input.body])).length === 0)
      return wrong('body', message('obligations.wrong.body'));
    const hours = rule.span?.unit === 'hours' || rule.span?.unit === 'skipping_hours';
    if (hours && input.at === null) return wrong('at', message('obligations.refused.no_hour'));
    const opened = await openCase(ctx, {
      rule,
      body: input.body,
      title: { texts: input.title },
      trigger: { on: input.on, at: hours ? receivedAt(ctx.forum.zone, input.on, input.at ?? 0) : null },
      reference: input.reference,
      subject: null,
      path: null,
    });
    if (!opened.ok) return opened;
    const { id, number, due } = opened.value;
    return done(
      { id, number, due },
      {
        ...entryOf({ id, number, body_id: input.body }),
        kind: 'obligations.case_opened',
        params: { number, due },
      },
    );
  },
});

/** The case that a keeper's deed is on; those of other rooms are opened, done and waived by their own deeds. */
async function ownCase(ctx: Ctx, id: string): Promise<Result<Case>> {
  const found = await lockCase(ctx.db, ctx.forum.id, id);
  if (!found) return refuse('not_found', message('obligations.refused.no_such'));
  if (found.subject_kind) return refuse('conflict', message('obligations.refused.elsewhere'));
  return { ok: true, value: found };
}

const answers = (deed: typeof FULFIL_DEED | typeof EXTEND_DEED) => async (ctx: Ctx, input: { readonly case: string }) =>
  mayAnswer(ctx.actor, ctx.forum, deed, await caseStanding(ctx.db, ctx.forum.id, input.case));

/** A keeper speaks for the sources; whoever else got here speaks for the body. */
const speaker = (ctx: Ctx): SaidBy => (mayKeepCases(ctx.actor, ctx.forum).may ? 'keeper' : 'body');

/** Says that it was done, on which day and by which source, with the files that show it; by a keeper also from a letter. */
export const fulfilByHand = command({
  name: 'obligations.fulfil',
  assisted: 'obligations.log.fulfilled',
  input: fulfilShape,
  access: (ctx, input) => (input.paper ? access(ctx) : answers(FULFIL_DEED)(ctx, input)),
  run: async (ctx, input) => {
    const found = await ownCase(ctx, input.case);
    if (!found.ok) return found;
    const wrong = (what: ReturnType<typeof message>) => refuseFields([{ field: 'on_day', message: what }]);
    if (input.on > ctx.today) return wrong(message('obligations.wrong.future'));
    if (input.on < found.value.trigger_on)
      return wrong(message('obligations.wrong.before_trigger', { day: found.value.trigger_on }));
    const source = { texts: input.source };
    const paper = input.paper && {
      ...{ ref: input.paper.ref, day: input.paper.day },
      file: input.paper.scan ? await insertFile(ctx, input.paper.scan, false) : null,
    };
    const said = { by: speaker(ctx), way: paper ? ('paper' as const) : wayOf(ctx.actor), paper };
    const did = await fulfilCase(ctx, found.value, { on: input.on, source, url: input.url, said });
    if (!did.ok) return did;
    await keepAnswerFiles(ctx, did.value, input.files, input.seenBy);
    const { number } = found.value;
    return done(
      { number },
      {
        ...entryOf(found.value),
        kind: 'obligations.fulfilled',
        params: { number, day: input.on, source: choose(input.source, ctx.lang).text },
        ...(paper ? { way: 'paper' as const } : {}),
      },
    );
  },
});

/** It is not owed any more, for a reason that everybody can read. */
export const waiveByHand = command({
  name: 'obligations.waive',
  input: reasonShape,
  access,
  run: async (ctx, input) => {
    const found = await ownCase(ctx, input.case);
    if (!found.ok) return found;
    const did = await waiveCase(ctx, found.value, { texts: input.reason });
    if (!did.ok) return did;
    const { number } = found.value;
    const params = { number, reason: choose(input.reason, ctx.lang).text };
    return done({ number }, { ...entryOf(found.value), kind: 'obligations.waived', params });
  },
});

/** Makes the term longer by what the rule allows, for a reason that everybody can read. */
export const extendByHand = command({
  name: 'obligations.extend',
  assisted: 'obligations.log.extended',
  input: reasonShape,
  access: answers(EXTEND_DEED),
  run: async (ctx, input) => {
    const found = await ownCase(ctx, input.case);
    if (!found.ok) return found;
    const longer = await extendCase(
      ctx,
      found.value,
      { texts: input.reason },
      { by: speaker(ctx), way: wayOf(ctx.actor) },
    );
    if (!longer.ok) return longer;
    const { number } = found.value;
    const params = { number, due: longer.value.due, reason: choose(input.reason, ctx.lang).text };
    return done({ number }, { ...entryOf(found.value), kind: 'obligations.extended', params });
  },
});
