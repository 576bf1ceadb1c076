import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Entry, EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { lineShape } from '#core/shapes.ts';
import type { Table } from '#core/sheets/table.ts';
import { ensureBody } from '#modules/places/contract.ts';
import { mayAuthor } from '../access.ts';
import { keepReports } from '../clocks/commands.ts';
import { MOST, orNull } from '../forms.ts';
import { planName, planObject } from '../plan/commands.ts';
import { PLAN_KINDS, type PlanId } from '../plan/schema.ts';
import type { PlansTables } from '../schema.ts';
import { type FileAsked, judgeFile, namedIn } from './judging/forms.ts';
import { countsOf, isOpen, toWrite } from './judging/rules.ts';
import type { Dry, Part } from './judging/schema.ts';
import { type Asker, lockImport, lockPlans, worldFor } from './queries.ts';
import type { BodyDraft, Choice, ImportId } from './schema.ts';
import { writePart } from './writing/commands.ts';
import type { PartWritten } from './writing/schema.ts';

const access = (ctx: Ctx) => mayAuthor(ctx.actor, ctx.forum.id);

const tableShape = v.object({
  kind: v.picklist(['sheet', 'table', 'text']),
  sheet: v.string(),
  number: v.number(),
  rows: v.array(v.object({ line: v.number(), cells: v.array(v.string()) })),
  warnings: v.array(v.object({ key: v.string() })),
});
const tablesShape = v.custom<readonly Table[]>((value) => v.is(v.array(tableShape), value));
const choiceShape = v.object({
  target: v.union([v.picklist(['new', 'file']), idShape<PlanId>()]),
  words: v.picklist(LANGUAGES),
  title: orNull(lineShape(MOST.title)),
  kind: orNull(v.picklist(PLAN_KINDS)),
  slug: orNull(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/))),
  unknown: v.picklist(['refuse', 'add']),
});

/** Judges a file against what stands now; writes nothing. */
export async function dryRun(asker: Asker, file: FileAsked): Promise<Result<Dry>> {
  const named = namedIn(file);
  return named.ok ? judgeFile(file, await worldFor(asker, named.value, file.choice)) : named;
}

/** Keeps a file that was read, so that its rows can be looked at before anything is written. No public record yet. */
export const judgeImport = command({
  name: 'plans.judge_import',
  input: v.object({ fileName: lineShape(200), sha256: v.string(), tables: tablesShape, choice: choiceShape }),
  access,
  run: async (ctx, input) => {
    const judged = await dryRun(ctx, input);
    if (!judged.ok) return judged;
    const id = uuidv7(ctx.now) as ImportId;
    await ctx.db
      .withTables<PlansTables>()
      .insertInto('plans_imports')
      .values({
        forum_id: ctx.forum.id,
        id,
        file_name: input.fileName,
        sha256: input.sha256,
        plan: json(input.choice),
        rows: json(input.tables),
        made_at: ctx.now,
        made_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
        written_at: null,
      })
      .execute();
    return done({ id }, null);
  },
});

/** A word for what a dry run says, so that nothing else is written than what the person saw. */
export function seenOf(dry: Dry): string {
  const said = dry.parts.map((part) => part.rows.map(({ at, verdict, changes }) => [at?.line, verdict, changes]));
  const bodies = dry.choice.unknown === 'add' ? dry.strangers.map(({ body }) => body.slug) : [];
  return createHash('sha256')
    .update(JSON.stringify([said, bodies]))
    .digest('hex')
    .slice(0, 16);
}

export const allRows = (dry: Dry): Part['rows'] => dry.parts.flatMap((part) => part.rows);

/** Writes a file that was looked at: all of it, or only the good rows when the person says so; each file once. */
export const writeImport = command({
  name: 'plans.write_import',
  input: v.object({
    import: idShape<ImportId>(),
    onlyGood: v.boolean(),
    unknown: orNull(v.picklist(['refuse', 'add'])),
    /** What the person saw; null: nobody looked (the command line, which says what was written). */
    seen: orNull(v.string()),
  }),
  access,
  run: async (ctx, input) => {
    const stored = await lockImport(ctx.db, ctx.forum.id, input.import);
    if (!stored) return refuse('not_found', message('plans.exchange.refused.unknown_import'));
    if (stored.written_at) return refuse('conflict', message('plans.exchange.refused.written'));
    const choice: Choice = { ...stored.plan, unknown: input.unknown ?? stored.plan.unknown };
    const file = { tables: stored.rows, fileName: stored.file_name, choice };
    const named = namedIn(file);
    if (!named.ok) return named;
    await lockPlans(ctx.db, ctx.forum.id, named.value, choice.target);
    const judged = await dryRun(ctx, file);
    if (!judged.ok) return judged;
    const dry = judged.value;
    if (input.seen !== null && input.seen !== seenOf(dry))
      return refuse('conflict', message('plans.exchange.refused.meanwhile'));
    const counts = countsOf(allRows(dry));
    if (counts.refused > 0 && !input.onlyGood)
      return refuse('bad_input', message('plans.exchange.refused.rows', { n: counts.refused }));
    if (toWrite(dry.parts) === 0)
      return counts.refused > 0
        ? refuse('bad_input', message('plans.exchange.refused.none_good'))
        : refuse('conflict', message('plans.exchange.refused.nothing'));
    return writeDry(ctx, dry, { id: stored.id, file: stored.file_name });
  },
});

async function writeDry(ctx: Ctx, dry: Dry, from: { readonly id: ImportId; readonly file: string }) {
  const bodies = await addBodies(ctx, dry, from.file);
  if (!bodies.ok) return bodies;
  const { ids, made } = bodies.value;
  const written: (PartWritten & { readonly open: boolean })[] = [];
  for (const part of dry.parts)
    if (!part.refused) {
      const made = await writePart(ctx, part, (slug) => ids.get(slug)!);
      if (!made.ok) return made;
      await keepReports(ctx, made.value.plan.id);
      written.push({ ...made.value, open: isOpen(part, ctx.today) });
    }
  await ctx.db
    .withTables<PlansTables>()
    .updateTable('plans_imports')
    .set({ written_at: ctx.now })
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', from.id)
    .execute();
  const value = {
    ...countsOf(allRows(dry)),
    bodies: made.length,
    plans: written.map(({ plan, measures }) => ({ slug: plan.slug, measures: measures.length })),
  };
  return done(value, entryOf(written, made, from.file));
}

interface Added {
  readonly ids: ReadonlyMap<string, string>;
  readonly made: readonly EntryObject[];
}

/** Adds the executors that the forum did not know, as far as a good row names them. */
async function addBodies(ctx: Ctx, dry: Dry, file: string): Promise<Result<Added>> {
  const needed = new Map<string, BodyDraft>();
  for (const part of dry.parts)
    for (const { draft } of part.refused ? [] : part.measures)
      for (const { body } of draft.executors) if (body.id === null) needed.set(body.slug, body);
  const ids = new Map<string, string>();
  const made: EntryObject[] = [];
  for (const { slug, kind, name } of needed.values()) {
    const added = await ensureBody(ctx, { slug, kind, name, source: file });
    if (!added.ok) return added;
    ids.set(slug, added.value.id);
    if (added.value.made) made.push(added.value.object);
  }
  return ok({ ids, made });
}

/** Drafts are private: of a draft only the bodies that came with it stand in the public record. */
function entryOf(
  written: readonly (PartWritten & { readonly open: boolean })[],
  made: readonly EntryObject[],
  file: string,
): Entry | null {
  const [first, ...others] = written.filter(({ open }) => open);
  if (first) {
    const measures = [first, ...others].flatMap((one) =>
      one.measures.map(({ id, slug }) => ({ type: 'measure', id, path: `/plans/${one.plan.slug}/measures/${slug}` })),
    );
    return {
      kind: 'plans.plan_imported',
      object: planObject(first.plan),
      touched: [...others.map(({ plan }) => planObject(plan)), ...measures, ...made],
      params: { plan: planName(first.plan), n: measures.length, file },
    };
  }
  const [body, ...more] = made;
  if (!body) return null;
  return { kind: 'plans.bodies_imported', object: body, touched: more, params: { n: made.length, file } };
}
