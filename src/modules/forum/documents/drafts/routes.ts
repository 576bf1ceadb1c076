import { type Refusal, type Result, refuse } from '#core/errors/result.ts';
import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
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
import type { Lang } from '#core/i18n/lang.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';
import { readTables } from '#core/sheets/read.ts';
import { type Filled, filled, type Kept, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { type Read, writeArticles } from '../articles/rules.ts';
import { writeDocument, writeText } from '../commands.ts';
import { judgeText, readHead } from '../forms.ts';
import { articlesOf, documentsOf } from '../queries.ts';
import { crumbs, draftPage, keeperOnly, type Opened, openedVersion, pathOf } from '../reading/routes.ts';
import { inLanguage, isOpen, withLanguage } from '../rules.ts';
import { KINDS, type Kind } from '../schema.ts';
import { templateArticles } from '../templates/rules.ts';
import { NewDocument } from './pages/new-document.tsx';
import { TextForm } from './pages/text-form.tsx';
import { TextPreview } from './pages/text-preview.tsx';

interface Sent {
  readonly text: string;
  readonly field: string;
  readonly warnings: readonly Message[];
}

/** The text that was sent, as a Word file or typed; a file is read before any transaction. */
async function sentText(posted: Posted): Promise<Result<Sent>> {
  const [file] = posted.files('file');
  if (!file) return { ok: true, value: { text: posted.all('text')[0] ?? '', field: 'text', warnings: [] } };
  const read = await readTables(file.bytes, file.claimedName);
  if (!read.ok) return refuse('bad_input', read.refusal.message, [{ field: 'file', message: read.refusal.message }]);
  const loose = read.value.filter((table) => table.kind === 'text');
  const text = loose.flatMap(({ rows }) => rows.map((row) => row.raw ?? row.cells.join(' '))).join('\n');
  const warnings = loose.flatMap((table) => table.warnings);
  if (text !== '') return { ok: true, value: { text, field: 'file', warnings } };
  const none = message('forum.documents.wrong.no_words');
  return refuse('bad_input', none, [{ field: 'file', message: none }]);
}

const fieldsOf = (no: Refusal, field: string) => no.fields ?? [{ field, message: no.message }];

const takenKinds = async (web: Web) => (await documentsOf(web.db, web.forum.id)).map((one) => one.kind);

async function newForm(web: Web, of: Filled): Promise<Answer> {
  const taken = await takenKinds(web);
  const main = NewDocument({ of, action: web.at('/documents'), back: web.at('/documents'), taken });
  return draftPage(web, web.lang.t('forum.documents.new.title'), main, of);
}

/** Saves, or shows how the text was understood. */
const begin =
  (langs: (code: LanguageCode) => Lang) =>
  async (web: Web): Promise<Answer> => {
    const no = keeperOnly(web);
    if (no) return no;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const again = (errors: Filled['errors']) => newForm(web, filled(web.lang, keep(posted.value), errors));
    const template = posted.value.text('template');
    if (template === 'rules' || template === 'memorandum') return fromTemplate(web, langs, template);
    if (posted.value.text('back') === 'yes') return again([]);
    const [head, sent] = [readHead(posted.value), await sentText(posted.value)];
    const read = sent.ok ? judgeText(sent.value.text, sent.value.field) : sent;
    if (!head.ok || !read.ok || !sent.ok)
      return again([head, read].flatMap((one) => (one.ok ? [] : fieldsOf(one.refusal, 'text'))));
    const { kind, title, language } = head.value;
    if (posted.value.text('step') === 'save') {
      const articles = withLanguage([], language, read.value.articles);
      const made = await web.perform(writeDocument, { kind, title, articles, template: false });
      return made.ok ? redirect(`${pathOf(web, made.value)}?done=saved`) : again(fieldsOf(made.refusal, 'kind'));
    }
    const hidden = { kind, language, text: sent.value.text, ...titles(keep(posted.value)) };
    return preview(web, {
      document: web.lang.pick(title),
      read: read.value,
      warnings: sent.value.warnings,
      action: web.at('/documents'),
      hidden,
    });
  };

const titles = (kept: Kept): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) =>
      name.startsWith('title_') ? [[name, [value].flat()[0] ?? '']] : [],
    ),
  );

interface Understood {
  readonly document: string;
  readonly read: Read;
  readonly warnings: readonly Message[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
}

function preview(web: Web, { document, read, warnings, action, hidden }: Understood): Answer {
  const of = filled(web.lang);
  const n = read.articles.length;
  const main = TextPreview({ of, document, read, warnings, action, hidden });
  return page({ title: web.lang.t('forum.documents.preview.title', { n }), main, crumbs: crumbs(web), noindex: true });
}

async function fromTemplate(
  web: Web,
  langs: (code: LanguageCode) => Lang,
  kind: Exclude<Kind, 'other'>,
): Promise<Answer> {
  const title = Object.fromEntries(KINDS_TITLES.map((code) => [code, langs(code).t(`forum.documents.kind.${kind}`)]));
  const articles = templateArticles(kind, langs);
  const made = await web.perform(writeDocument, { kind, title, articles, template: true });
  return made.ok ? redirect(`${pathOf(web, made.value)}?done=saved`) : refused(made.refusal);
}
const KINDS_TITLES: readonly LanguageCode[] = ['az', 'en', 'ru'];

const languageOf = (web: Web, asked: string | null): LanguageCode =>
  asked && isLanguage(asked) ? asked : (web.forum.languages[0] ?? 'az');

interface Shown {
  readonly opened: Opened;
  readonly language: LanguageCode;
}

function textForm(web: Web, { opened, language }: Shown, of: Filled): Answer {
  const document = web.lang.pick(opened.document.title);
  const back = pathOf(web, { slug: opened.document.slug, number: opened.version.number });
  const main = TextForm({ of, language, document, here: `${back}/text`, back });
  return draftPage(web, web.lang.t('forum.documents.text_form.title'), main, of);
}

/** The text as it stands; its language is there so that an empty form too can be told from one that was saved. */
async function standing(web: Web, { opened, language }: Shown) {
  const articles = await articlesOf(web.db, web.forum.id, opened.version.id);
  return { text: writeArticles(inLanguage(articles, language), language), language };
}

async function write(web: Web): Promise<Answer> {
  const opened = await openedVersion(web, isOpen);
  if (!opened.ok) return refused(opened.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const shown = { opened: opened.value, language: languageOf(web, posted.value.text('language')) };
  const kept = keep(posted.value);
  const again = (errors: Filled['errors']) => textForm(web, shown, filled(web.lang, kept, errors));
  if (posted.value.text('back') === 'yes') return again([]);
  const sent = await sentText(posted.value);
  const read = sent.ok ? judgeText(sent.value.text, sent.value.field) : sent;
  if (!sent.ok || !read.ok) return again(read.ok ? [] : fieldsOf(read.refusal, 'text'));
  const { version, document } = opened.value;
  const seen = posted.value.text(SEEN) || null;
  const back = pathOf(web, { slug: document.slug, number: version.number });
  if (posted.value.text('step') !== 'save') {
    const hidden = { language: shown.language, text: sent.value.text, ...(seen ? { [SEEN]: seen } : {}) };
    return preview(web, {
      document: web.lang.pick(document.title),
      read: read.value,
      warnings: sent.value.warnings,
      action: `${back}/text`,
      hidden,
    });
  }
  const articles = withLanguage(
    await articlesOf(web.db, web.forum.id, version.id),
    shown.language,
    read.value.articles,
  );
  const made = await web.perform(writeText, { version: version.id, language: shown.language, articles, seen });
  if (made.ok) return redirect(`${back}?done=saved`);
  if (isChangedMeanwhile(made.refusal))
    return textForm(web, shown, mergedWith(web.lang, await standing(web, shown), kept));
  return again(fieldsOf(made.refusal, 'text'));
}

/** Beginning a document and writing in a draft. Fixed words come before `:document`. */
export const draftRoutes = (langs: (code: LanguageCode) => Lang): readonly Route[] => [
  get('/documents/new', async (web) => {
    const taken = await takenKinds(web);
    const kind = KINDS.find((one) => !taken.includes(one)) ?? 'other';
    return keeperOnly(web) ?? newForm(web, filled(web.lang, { kind, language: languageOf(web, null) }));
  }),
  post('/documents', begin(langs)),
  get('/documents/:document/versions/:version/text', async (web) => {
    const opened = await openedVersion(web, isOpen);
    if (!opened.ok) return refused(opened.refusal);
    const shown = { opened: opened.value, language: languageOf(web, web.url.searchParams.get('language')) };
    return textForm(web, shown, filled(web.lang, withSeen(await standing(web, shown))));
  }),
  post('/documents/:document/versions/:version/text', write),
];
