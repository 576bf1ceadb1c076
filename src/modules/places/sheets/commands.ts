import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import type { Table } from '#core/sheets/table.ts';
import { mayKeepPlaces } from '../access.ts';
import type { PlacesTables } from '../tables/schema.ts';
import { writeBodies } from './bodies/commands.ts';
import { type Dry, judgeFile } from './forms.ts';
import { writePlaces } from './places/commands.ts';
import { writeFigures } from './populations/commands.ts';
import { type Asker, bodyWorld, broughtIn, placeWorld } from './queries.ts';
import { countsOf } from './rules.ts';
import { IMPORTS, type ImportId, type ImportKind } from './schema.ts';

const access = (ctx: Ctx) => mayKeepPlaces(ctx.actor, ctx.forum);
const importId = idShape<ImportId>();
const rowShape = v.object({ line: v.number(), cells: v.array(v.string()) });
const tableShape = v.object({
  kind: v.picklist(['sheet', 'table', 'text']),
  sheet: v.string(),
  number: v.number(),
  rows: v.array(rowShape),
});
const tablesShape = v.custom<readonly Table[]>((value) => v.is(v.array(tableShape), value));

/** Judges the rows of a file against what stands now; writes nothing. */
export async function dryRun(asker: Asker, what: ImportKind, tables: readonly Table[]): Promise<Result<Dry>> {
  if (what === 'bodies') return judgeFile(tables, { what, world: await bodyWorld(asker) });
  return judgeFile(tables, { what, world: await placeWorld(asker) });
}

/** Keeps a file that was read, so that its rows can be looked at before anything is written. No public record yet. */
export const stageImport = command({
  name: 'places.stage_import',
  input: v.object({ what: v.picklist(IMPORTS), fileName: v.string(), sha256: v.string(), tables: tablesShape }),
  access,
  run: async (ctx, input) => {
    const judged = await dryRun(ctx, input.what, input.tables);
    if (!judged.ok) return judged;
    const id = uuidv7(ctx.now) as ImportId;
    await ctx.db
      .withTables<PlacesTables>()
      .insertInto('places_imports')
      .values({
        forum_id: ctx.forum.id,
        id,
        what: input.what,
        file_name: input.fileName.slice(0, 200),
        sha256: input.sha256,
        sheets: json(input.tables),
        made_at: ctx.now,
        made_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
        written_at: null,
      })
      .execute();
    return done({ id }, null);
  },
});

/**
 * Writes the rows of a staged file, judged again against what stands now. All or nothing, unless `onlyGood` says that
 * refused rows may be left out.
 */
export const writeImport = command({
  name: 'places.write_import',
  input: v.object({ import: importId, onlyGood: v.boolean() }),
  access,
  run: async (ctx, input) => {
    const staged = await broughtIn(ctx.db, ctx.forum.id, input.import);
    if (!staged) return refuse('not_found', message('places.refused.unknown_import'));
    if (staged.writtenAt) return refuse('conflict', message('places.refused.import_written'));
    const judged = await dryRun(ctx, staged.what, staged.tables);
    if (!judged.ok) return judged;
    const counts = countsOf(judged.value.rows);
    if (counts.refused > 0 && !input.onlyGood) {
      return refuse('bad_input', message('places.refused.import_rows', { n: counts.refused }));
    }
    if (counts.create + counts.change === 0) return refuse('conflict', message('places.refused.import_nothing'));
    await write(ctx, judged.value);
    await ctx.db
      .withTables<PlacesTables>()
      .updateTable('places_imports')
      .set({ written_at: ctx.now })
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', staged.id)
      .execute();
    const params = {
      n: counts.create + counts.change,
      made: counts.create,
      changed: counts.change,
      file: staged.fileName,
    };
    const path = staged.what === 'bodies' ? '/bodies' : '/places';
    const object = { type: 'import', id: staged.id, path };
    const touched = touchedBy(judged.value);
    return done({ ...counts, what: staged.what }, { kind: 'places.imported', object, touched, params });
  },
});

function write(ctx: Ctx, dry: Dry): Promise<void> {
  if (dry.what === 'places') return writePlaces(ctx, dry.rows);
  return dry.what === 'bodies' ? writeBodies(ctx, dry.rows) : writeFigures(ctx, dry.rows);
}

/** Every place and body that the file changed, for the public record. */
function touchedBy(dry: Dry): readonly { type: string; id: string; path: string }[] {
  if (dry.what === 'populations') {
    const places = dry.rows.flatMap((r) => (r.draft && r.verdict !== 'same' ? [r.draft.place] : []));
    return [...new Set(places)].map((id) => ({ type: 'place', id, path: '/places' }));
  }
  const type = dry.what === 'places' ? 'place' : 'body';
  const rows: readonly { verdict: string; draft: { id: string; slug: string } | null }[] = dry.rows;
  return rows.flatMap(({ draft, verdict }) =>
    draft && verdict !== 'same' ? [{ type, id: draft.id, path: `/${dry.what}/${draft.slug}` }] : [],
  );
}
