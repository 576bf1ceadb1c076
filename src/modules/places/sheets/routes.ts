import { createHash } from 'node:crypto';
import { type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { type Answer, get, type Posted, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { tablesFromText } from '#core/sheets/lines.ts';
import { readTables } from '#core/sheets/read.ts';
import type { Table } from '#core/sheets/table.ts';
import { WithheldThings } from '#core/withholding/withheld.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { pageOf } from '#ui/pager.tsx';
import { eyeOf } from '../bodies/routes.ts';
import { isPosted, postedBy } from '../keeping/routes.ts';
import { again, asKeeper, keeperPage, keeps, placesCrumb } from '../routes.ts';
import { withheldOf } from '../withheld/queries.ts';
import { bodiesCsv, placesCsv, placesGeojson, populationsCsv, type Wanted } from './api.ts';
import { dryRun, stageImport, writeImport } from './commands.ts';
import { SHEETS } from './forms.ts';
import { DryRunPage } from './pages/dry-run.tsx';
import { ImportForm } from './pages/import-form.tsx';
import { broughtIn } from './queries.ts';
import { countsOf } from './rules.ts';
import { type BroughtIn, type ImportId, isImportKind } from './schema.ts';

const COLUMNS = {
  places: SHEETS.places.columns,
  populations: SHEETS.populations.columns,
  bodies: SHEETS.bodies.columns,
};

function form(web: Web, of: Filled, status = 200): Answer {
  const main = ImportForm({ of, at: (path) => web.at(path), columns: COLUMNS });
  return keeperPage(web.lang.t('places.list.import'), [placesCrumb(web)], main, status);
}

/** The table that was sent, as a file or pasted; its reading happens before any transaction. */
async function sent(
  web: Web,
  posted: Posted,
): Promise<Result<{ readonly name: string; readonly hash: string; readonly tables: readonly Table[] }>> {
  const [file] = posted.files('file');
  const pasted = posted.text('pasted');
  const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
  const placed = (field: string, read: Result<Table[]>, name: string, bytes: Uint8Array | string) =>
    read.ok
      ? { ok: true as const, value: { name, hash: hash(bytes), tables: read.value } }
      : refuse(read.refusal.kind, read.refusal.message, [{ field, message: read.refusal.message }]);
  if (file) return placed('file', await readTables(file.bytes, file.claimedName), file.claimedName, file.bytes);
  if (pasted) return placed('pasted', tablesFromText(pasted), web.lang.t('places.import.pasted_name'), pasted);
  return refuseFields([{ field: 'file', message: message('places.refused.no_file') }]);
}

const bringing: readonly Route[] = [
  get('/places/import', async (web) => {
    const keeper = asKeeper(web);
    if (!keeper.ok) return refused(keeper.refusal);
    const what = web.url.searchParams.get('what') ?? '';
    return form(web, filled(web.lang, { what: isImportKind(what) ? what : 'places' }));
  }),
  post('/places/imports', async (web) => {
    const posted = await postedBy(web);
    if (!isPosted(posted)) return posted;
    const what = posted.text('what');
    const read = await sent(web, posted);
    const staged = read.ok
      ? await web.perform(stageImport, {
          ...{ what: isImportKind(what) ? what : 'places', fileName: read.value.name },
          ...{ sha256: read.value.hash, tables: read.value.tables },
        })
      : read;
    if (staged.ok) return redirect(web.at(`/places/imports/${staged.value.id}`));
    const field = read.ok && !staged.refusal.fields ? [{ field: 'file', message: staged.refusal.message }] : undefined;
    const no = field ? refuse('bad_input', staged.refusal.message, field) : staged;
    return again(no as typeof staged, (errors) => form(web, filled(web.lang, keep(posted), errors), 422));
  }),
];

/** The staged file in the address, for those who may write it. */
async function staged(web: Web): Promise<Result<BroughtIn>> {
  const keeper = asKeeper(web);
  if (!keeper.ok) return keeper;
  const id = web.params.import ?? '';
  const file = isId(id) ? await broughtIn(web.db, web.forum.id, id as ImportId) : null;
  return file ? { ok: true, value: file } : refuse('not_found', message('places.refused.unknown_import'));
}

const looking: readonly Route[] = [
  get('/places/imports/:import', async (web) => {
    const file = await staged(web);
    if (!file.ok) return refused(file.refusal);
    const dry = await dryRun(web, file.value.what, file.value.tables);
    if (!dry.ok) return refused(dry.refusal);
    const show = web.url.searchParams.get('show');
    const all: readonly { verdict: string }[] = dry.value.rows;
    const rows = (show ? all.filter((row) => row.verdict === show) : all) as typeof dry.value.rows;
    const title = web.lang.t('places.dry.title', { file: file.value.fileName });
    const main = DryRunPage({
      ...{ lang: web.lang, url: web.url, file: file.value, rows, unread: dry.value.unread },
      ...{ counts: countsOf(dry.value.rows), page: pageOf(web.url), back: web.at('/places/import') },
      action: web.at(`/places/imports/${file.value.id}`),
    });
    return keeperPage(title, [placesCrumb(web)], main);
  }),
  post('/places/imports/:import', async (web) => {
    const file = await staged(web);
    if (!file.ok) return refused(file.refusal);
    const posted = await postedBy(web);
    if (!isPosted(posted)) return posted;
    const onlyGood = posted.text('only_good') === 'yes';
    const made = await web.perform(writeImport, { import: file.value.id, onlyGood });
    if (!made.ok) return refused(made.refusal);
    return redirect(`${web.at(file.value.what === 'bodies' ? '/bodies' : '/places')}?done=imported`);
  }),
];

const take = (path: string, type: string, write: (wanted: Wanted) => Promise<string>): Route =>
  get(path, async (web) => {
    const note = web.forum.demonstration ? web.lang.t('places.export.demonstration') : '';
    const eye = await eyeOf(web);
    const withheld = keeps(web) ? new WithheldThings([]) : await withheldOf(web.db, web.forum);
    const body = await write({ db: web.db, forum: web.forum, today: web.today, note, eye, withheld });
    return { kind: 'file', type, body, name: path.slice(1), cacheable: true };
  });

/** Tables in and out. */
export const sheetRoutes: readonly Route[] = [
  take('/places.csv', 'text/csv; charset=utf-8', placesCsv),
  take('/populations.csv', 'text/csv; charset=utf-8', populationsCsv),
  take('/bodies.csv', 'text/csv; charset=utf-8', bodiesCsv),
  take('/places.geojson', 'application/geo+json', placesGeojson),
  ...bringing,
  ...looking,
];
