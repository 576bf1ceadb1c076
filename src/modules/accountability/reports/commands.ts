import * as v from 'valibot';
import { type Ctx, command, done, type Verdict } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { FileFactsShape } from '#core/files/facts.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape, textsShape, urlShape } from '#core/shapes.ts';
import { paperShape, personOf, wayOf } from '#core/way.ts';
import { mayEnter, mayKeepReports } from './access.ts';
import { settleOwed } from './owed/commands.ts';
import { lineById } from './queries.ts';
import { contradicts, earliestAct, MOST, MOST_EXCHANGES, pathOf } from './rules.ts';
import { type ActId, type ActWay, CHANNELS, type ReportId, type ReportLine, type ReportTables } from './schema.ts';

const heads = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST.head)));
const exchangeShape = v.object({
  question: textsShape(MOST.exchange),
  answer: v.nullable(textsShape(MOST.exchange)),
});

const input = v.object({
  report: idShape<ReportId>(),
  heldOn: dayShape,
  place: lineShape(MOST.place),
  channels: v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1)),
  attendance: v.object({ women: heads, men: heads, young: heads, middle: heads, older: heads }),
  summary: v.nullable(textsShape(MOST.summary)),
  url: v.nullable(urlShape),
  exchanges: v.pipe(v.array(exchangeShape), v.maxLength(MOST_EXCHANGES)),
  report_files: v.array(FileFactsShape),
  photos: v.array(FileFactsShape),
  /** May everybody see the files? Else the keepers and the municipality. */
  shown: v.boolean(),
  /** Given: staff enters what came on paper. */
  paper: v.nullable(paperShape),
});
type Given = v.InferOutput<typeof input>;

/** For a report that is not there the answer is the same "no" as for another body's. */
async function access(ctx: Ctx, { report, paper }: Given): Promise<Verdict> {
  if (paper) return mayKeepReports(ctx.actor, ctx.forum);
  return mayEnter(ctx.actor, await lineById(ctx.db, ctx.forum.id, report), ctx.forum);
}

/** The municipality reported to its voters; the first time ends what was owed. */
export const enterReport = command({
  name: 'accountability.reports.enter',
  assisted: 'accountability.reports.log.entered',
  input,
  access,
  run: async (ctx, given) => {
    const line = await lineById(ctx.db, ctx.forum.id, given.report);
    if (!line) return refuse('not_found', message('accountability.reports.unknown'));
    const wrong = wrongIn(ctx, line, given);
    if (wrong) return refuse('bad_input', wrong.message, [wrong]);
    const id = uuidv7(ctx.now) as ActId;
    await insertAct(ctx, id, given);
    await keepFiles(ctx, id, given);
    const settled: Result<number> = await settleOwed(ctx, line.body);
    if (!settled.ok) return settled;
    const path = pathOf(line);
    return done(
      { path },
      {
        kind: 'accountability.report_entered',
        object: { type: 'voters_report', id: line.id, path },
        touched: [{ type: 'voters_report_act', id, path }],
        params: { number: line.number, day: given.heldOn },
        bodies: [line.body],
        ...(given.paper ? { way: 'paper' as const } : {}),
      },
    );
  },
});

function wrongIn(
  ctx: Ctx,
  line: ReportLine,
  { heldOn, attendance, paper }: Given,
): { readonly field: string; readonly message: Message } | null {
  if (heldOn > ctx.today) return { field: 'held_on', message: message('accountability.reports.wrong.future') };
  const first = earliestAct(line);
  if (heldOn < first)
    return { field: 'held_on', message: message('accountability.reports.wrong.early', { day: first }) };
  if (paper && paper.day < heldOn)
    return { field: 'paper_day', message: message('accountability.reports.wrong.letter') };
  return contradicts(attendance) ? { field: 'women', message: message('accountability.reports.wrong.heads') } : null;
}

/** How it came; the program itself, which loads the demonstration, speaks for the body's account. */
function enteredBy(ctx: Ctx, { paper }: Given): ActWay {
  const way = wayOf(ctx.actor);
  return paper ? 'paper' : way === 'system' ? 'account' : way;
}

async function insertAct(ctx: Ctx, id: ActId, given: Given): Promise<void> {
  const { paper } = given;
  await ctx.db
    .withTables<ReportTables>()
    .insertInto('accountability_report_acts')
    .values({
      ...{ forum_id: ctx.forum.id, id, report_id: given.report, held_on: given.heldOn, place: given.place },
      ...{ channels: json(given.channels), ...given.attendance, url: given.url },
      ...{ summary: given.summary && json(given.summary), exchanges: json(given.exchanges) },
      ...{ way: enteredBy(ctx, given), paper_ref: paper?.ref ?? null, paper_day: paper?.day ?? null },
      paper_file: paper?.scan ? await insertFile(ctx, paper.scan, false) : null,
      ...{ on_day: ctx.today, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
    })
    .execute();
}

async function keepFiles(ctx: Ctx, act: ActId, { report_files, photos, shown }: Given): Promise<void> {
  const all = [
    ...report_files.map((file) => ({ file, kind: 'report' as const })),
    ...photos.map((file) => ({ file, kind: 'photo' as const })),
  ];
  for (const [index, { file, kind }] of all.entries())
    await ctx.db
      .withTables<ReportTables>()
      .insertInto('accountability_report_files')
      .values({
        ...{ forum_id: ctx.forum.id, act_id: act, position: index + 1, kind, name: file.name },
        ...{ file_id: await insertFile(ctx, file, shown), seen_by: shown ? 'everybody' : 'keepers' },
      })
      .execute();
}
