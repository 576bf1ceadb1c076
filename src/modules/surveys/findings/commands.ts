import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape, textsShape, urlShape } from '#core/shapes.ts';
import { mayKeepSurveys } from '../access.ts';
import { latestPublication } from '../analysis/publishing/queries.ts';
import { nextNumber } from '../questionnaires/drafts/commands.ts';
import { enteredBy } from '../rounds/commands.ts';
import { roundShape } from '../rounds/forms.ts';
import { roundById } from '../rounds/queries.ts';
import { findingById } from './queries.ts';
import { figureIn, findingPath, MOST } from './rules.ts';
import type { Finding, FindingId, FindingTables } from './schema.ts';

const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<FindingTables>();

const nameShape = lineShape(400);

/** A sentence about one figure of what went out of a round; the figure is copied from there. */
export const writeFinding = command({
  name: 'surveys.write_finding',
  input: v.object({
    ...{ ...roundShape.entries, question: nameShape, code: nameShape, sentence: textsShape(MOST.sentence) },
    column: v.nullable(v.object({ split: nameShape, code: nameShape })),
  }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { round: id, sentence, ...asked }) => {
    const round = await roundById(ctx.db, ctx.forum.id, id);
    if (!round) return refuse('not_found', message('surveys.round.none'));
    const latest = await latestPublication(ctx.db, ctx.forum.id, id);
    const figure = latest && figureIn(latest.results, round.number, asked);
    if (!figure) return refuse('conflict', message('surveys.findings.wrong.figure', { number: round.number }));
    const made = await numbered(ctx);
    await tables(ctx)
      .insertInto('surveys_findings')
      .values({
        ...{ ...enteredBy(ctx), ...made, sentence: json(sentence), publication_id: latest.id, figure: json(figure) },
        ...{ printed: null, remark: null, source: null, source_url: null, source_on: null, on_day: ctx.today },
      })
      .execute();
    return done(made, {
      kind: 'surveys.finding_written',
      object: findingObject(made),
      params: { number: made.number, said: saidIn(ctx, sentence) },
    });
  },
});

/** A figure of others, in words as they printed it: no count and no base is made up for it. */
export const reportFinding = command({
  name: 'surveys.report_finding',
  input: v.object({
    ...{ sentence: textsShape(MOST.sentence), printed: textsShape(MOST.printed) },
    ...{ remark: v.nullable(textsShape(MOST.remark)), source: textsShape(MOST.source) },
    ...{ url: v.nullable(urlShape), on: v.nullable(dayShape) },
  }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { sentence, printed, remark, source, url, on }) => {
    const made = await numbered(ctx);
    await tables(ctx)
      .insertInto('surveys_findings')
      .values({
        ...{ ...enteredBy(ctx), ...made, sentence: json(sentence), publication_id: null, figure: null },
        ...{ printed: json(printed), remark: remark && json(remark), source: json(source) },
        ...{ source_url: url, source_on: on, on_day: ctx.today },
      })
      .execute();
    return done(made, {
      kind: 'surveys.finding_reported',
      object: findingObject(made),
      params: { number: made.number, said: saidIn(ctx, sentence) },
    });
  },
});

/** A finding stands no more; it stays where it was, with the reason. */
export const withdrawFinding = command({
  name: 'surveys.withdraw_finding',
  input: v.object({ finding: idShape<FindingId>(), reason: lineShape(MOST.reason) }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { finding: id, reason }) => {
    const finding = await findingById(ctx.db, ctx.forum.id, id);
    if (!finding) return refuse('not_found', message('surveys.findings.none'));
    const { number } = finding;
    const row = await tables(ctx)
      .insertInto('surveys_finding_withdrawals')
      .values({ ...enteredBy(ctx), finding_id: id, reason, on_day: ctx.today })
      .onConflict((conflict) => conflict.doNothing())
      .returning('finding_id')
      .executeTakeFirst();
    if (!row) return refuse('conflict', message('surveys.findings.wrong.withdrawn', { number }));
    return done(
      { number },
      {
        kind: 'surveys.finding_withdrawn',
        object: findingObject(finding),
        params: { number: finding.number, said: saidIn(ctx, finding.sentence), reason },
      },
    );
  },
});

const numbered = async (ctx: Ctx) => ({
  ...{ id: uuidv7(ctx.now) as FindingId, number: await nextNumber(ctx, 'finding') },
});

/** What an entry of the public record is about. */
export const findingObject = ({ id, number }: Pick<Finding, 'id' | 'number'>) => ({
  ...{ type: 'survey_finding', id, path: findingPath({ number }) },
});

/** As the forum's own language says it. */
export const saidIn = (ctx: Ctx, sentence: Texts): string => choose(sentence, ctx.forum.languages[0] ?? ctx.lang).text;
