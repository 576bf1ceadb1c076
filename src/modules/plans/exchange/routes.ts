import { createHash } from 'node:crypto';
import { type Refusal, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import {
  type Answer,
  get,
  type Posted,
  page,
  post,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { tablesFromText } from '#core/sheets/lines.ts';
import { readTables } from '#core/sheets/read.ts';
import type { Table } from '#core/sheets/table.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { pageOf } from '#ui/pager.tsx';
import { mayAuthor } from '../access.ts';
import { writingPage } from '../plan/routes.ts';
import { allRows, dryRun, judgeImport, seenOf, writeImport } from './commands.ts';
import { readChoice } from './forms.ts';
import { countsOf } from './judging/rules.ts';
import { DryRunPage } from './pages/dry-run.tsx';
import { ImportForm } from './pages/import-form.tsx';
import { broughtIn, ownPlans } from './queries.ts';
import type { Choice, ImportId, ImportRow } from './schema.ts';
import { templateCsv, templateXlsx } from './templates/api.ts';

/** May the reader write plans here? Asked before anything is said about what exists. */
function asAuthor(web: Web): Result<null> {
  const verdict = mayAuthor(web.actor, web.forum.id);
  if (verdict.may) return { ok: true, value: null };
  return refuse(web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', verdict.reason);
}

const firstLanguage = (web: Web) => web.forum.languages[0] ?? 'az';

async function form(web: Web, of: Filled, status = 200): Promise<Answer> {
  const plans = await ownPlans(web.db, web.forum.id);
  const title = web.lang.t('plans.exchange.form.title');
  const national = web.forum.id === REFERENCE;
  return page(writingPage(web, null, title, ImportForm({ of, plans, national, at: (path) => web.at(path) })), status);
}

interface Sent {
  readonly fileName: string;
  readonly sha256: string;
  readonly tables: readonly Table[];
}

/** The table that was sent, as a file or pasted; its reading happens before any transaction. */
async function sent(web: Web, posted: Posted): Promise<Result<Sent>> {
  const [file] = posted.files('file');
  // Not `text`, which trims: a first empty cell is a cell.
  const pasted = posted.all('pasted')[0] ?? '';
  const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
  const placed = (field: string, read: Result<Table[]>, fileName: string, sha256: string): Result<Sent> =>
    read.ok
      ? { ok: true, value: { fileName: fileName.slice(0, 200) || '–', sha256, tables: read.value } }
      : refuse(read.refusal.kind, read.refusal.message, [{ field, message: read.refusal.message }]);
  if (file) return placed('file', await readTables(file.bytes, file.claimedName), file.claimedName, hash(file.bytes));
  if (pasted.trim() === '')
    return refuseFields([{ field: 'file', message: message('plans.exchange.refused.no_file') }]);
  const pastedName = web.lang.t('plans.exchange.form.pasted_name');
  return placed('pasted', tablesFromText(pasted, pastedName), pastedName, hash(pasted));
}

async function bringIn(web: Web): Promise<Answer> {
  const author = asAuthor(web);
  if (!author.ok) return refused(author.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const again = (no: Refusal): Promise<Answer> => {
    // What is wrong with the file as a whole is said at the field by which it came.
    const field = posted.value.files('file').length > 0 ? 'file' : 'pasted';
    return form(web, filled(web.lang, keep(posted.value), no.fields ?? [{ field, message: no.message }]), 422);
  };
  const choice = readChoice(posted.value, firstLanguage(web));
  const read = await sent(web, posted.value);
  if (!choice.ok || !read.ok) {
    const fields = [choice, read].flatMap((one) => (one.ok ? [] : (one.refusal.fields ?? [])));
    return again({ kind: 'bad_input', message: message('errors.fields', { n: fields.length }), fields });
  }
  const stored = await web.perform(judgeImport, { ...read.value, choice: choice.value });
  return stored.ok ? redirect(web.at(`/plans/imports/${stored.value.id}`)) : again(stored.refusal);
}

/** The stored file in the address, for those who may write it. */
async function stored(web: Web): Promise<Result<ImportRow>> {
  const author = asAuthor(web);
  if (!author.ok) return author;
  const id = web.params.import ?? '';
  const file = isId(id) ? await broughtIn(web.db, web.forum.id, id as ImportId) : null;
  return file ? { ok: true, value: file } : refuse('not_found', message('plans.exchange.refused.unknown_import'));
}

const unknownIn = (text: string | null): Choice['unknown'] | null =>
  text === 'add' || text === 'refuse' ? text : null;

/** Outside the form the first thing that is wrong is the sentence. */
const plainly = (no: Refusal): Refusal => ({ kind: no.kind, message: no.fields?.[0]?.message ?? no.message });

/** Row by row what would be written. `again`: why it was not written just now. */
async function look(web: Web, file: ImportRow, unknown: Choice['unknown'] | null, again?: Refusal): Promise<Answer> {
  const choice: Choice = { ...file.plan, unknown: unknown ?? file.plan.unknown };
  const dry = await dryRun(web, { tables: file.rows, fileName: file.file_name, choice });
  if (!dry.ok && !file.written_at) return refused(plainly(dry.refusal));
  const all = dry.ok ? allRows(dry.value) : [];
  const show = web.url.searchParams.get('show');
  const main = DryRunPage({
    ...{ lang: web.lang, url: web.url, file, zone: web.forum.zone, at: (path: string) => web.at(path) },
    ...{ dry: dry.ok ? dry.value : null, counts: countsOf(all), page: pageOf(web.url) },
    rows: all.filter((row) => show === null || row.verdict === show),
    seen: dry.ok ? seenOf(dry.value) : '',
    again: again ? plainly(again) : null,
  });
  const title = web.lang.t('plans.exchange.dry.title', { file: file.file_name });
  return page(writingPage(web, null, title, main), again ? 422 : 200);
}

async function write(web: Web): Promise<Answer> {
  const file = await stored(web);
  if (!file.ok) return refused(file.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const unknown = unknownIn(posted.value.text('unknown'));
  const made = await web.perform(writeImport, {
    ...{ import: file.value.id, unknown, seen: posted.value.text('seen') },
    onlyGood: posted.value.text('only_good') === 'yes',
  });
  if (!made.ok) return look(web, file.value, unknown, made.refusal);
  const [first, ...more] = made.value.plans;
  return redirect(web.at(first && more.length === 0 ? `/plans/${first.slug}?done=imported` : '/plans'));
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Bringing plans in: fixed words of addresses, so these lines stand before `/plans/:plan`. */
export const importRoutes: readonly Route[] = [
  get('/plans/import', async (web) => {
    const author = asAuthor(web);
    if (!author.ok) return refused(author.refusal);
    const target = web.url.searchParams.get('plan') ?? 'new';
    return form(web, filled(web.lang, { target, words: firstLanguage(web), unknown: 'refuse', kind: 'local' }));
  }),
  get('/plans/import/template.csv', async (web) => {
    const name = `${web.lang.t('plans.exchange.template.file')}.csv`;
    return { kind: 'file', type: 'text/csv; charset=utf-8', body: templateCsv(web.lang), name, cacheable: true };
  }),
  get('/plans/import/template.xlsx', async (web) => {
    const name = `${web.lang.t('plans.exchange.template.file')}.xlsx`;
    return { kind: 'file', type: EXCEL, body: await templateXlsx(web.lang), name, cacheable: true };
  }),
  post('/plans/imports', bringIn),
  get('/plans/imports/:import', async (web) => {
    const file = await stored(web);
    if (!file.ok) return refused(file.refusal);
    return look(web, file.value, unknownIn(web.url.searchParams.get('unknown')));
  }),
  post('/plans/imports/:import/writing', write),
];
