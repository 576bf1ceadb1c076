import { refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen, isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { changeDraft, draftPage, isKept, keptDraft, pathOf } from '../drafts/routes.ts';
import { languageNamed } from '../drafts/rules.ts';
import { titleOf } from '../pages/parts/title-of.tsx';
import type { Kept } from '../queries.ts';
import { MOST } from '../rules.ts';
import type { FormLanguage, Questionnaire } from '../schema.ts';
import { LanguageForm } from './pages/language-form.tsx';
import { LanguagesPage } from './pages/languages-page.tsx';
import { RemovalPage } from './pages/removal-page.tsx';
import { textsOf, textValues, translated, withoutLanguage, writtenIn } from './rules.ts';

const HERE = '/surveys/questionnaires/:number/texts';
const here = (web: Web, kept: Kept): string => `${web.at(pathOf(kept))}/texts`;
const unknown = message('surveys.questionnaires.wording.unknown');

function list(web: Web, kept: Kept, of: Filled = filled(web.lang)): Answer {
  const { content } = kept.draft;
  const title = titleOf(web.lang, { number: kept.number, ...content });
  const main = LanguagesPage({ of, here: web.at(pathOf(kept)), title, content });
  return draftPage(web, web.lang.t('surveys.questionnaires.languages'), kept, main, of);
}

interface Found {
  readonly kept: Kept;
  readonly language: FormLanguage;
}

async function asked(web: Web): Promise<Found | Answer> {
  const kept = await keptDraft(web);
  if (!isKept(kept)) return kept;
  const language = kept.draft.content.languages.find(({ key }) => key === web.params.language);
  return language ? { kept, language } : refused({ kind: 'not_found', message: unknown });
}

function form(web: Web, { kept, language }: Found, of: Filled): Answer {
  const action = `${here(web, kept)}/${encodeURIComponent(language.key)}`;
  const main = LanguageForm({ of, content: kept.draft.content, language, action, back: here(web, kept) });
  const title = web.lang.t('surveys.questionnaires.wording.one', { language: language.label });
  return draftPage(web, title, kept, main, of);
}

async function add(web: Web): Promise<Answer> {
  const kept = await keptDraft(web);
  if (!isKept(kept)) return kept;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const key = posted.value.text('key').trim().toLowerCase();
  const label = posted.value.text('label').replace(/\s+/g, ' ').trim().slice(0, MOST.label);
  const made = await changeDraft(web, kept, (of) => {
    const wrong = (what: ReturnType<typeof message>) => refuseFields([{ field: 'key', message: what }]);
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(key)) return wrong(message('surveys.questionnaires.wording.wrong_key'));
    if (of.languages.some((one) => one.key === key || one.label === label) || of.languages.length >= MOST.languages)
      return wrong(message('surveys.questionnaires.wording.there'));
    const fresh = label ? { key, label } : languageNamed(key);
    return { ok: true, value: { ...of, languages: [...of.languages, fresh] } };
  });
  if (made.ok) return redirect(`${here(web, kept)}/${key}`);
  const { fields, message: what } = made.refusal;
  return list(web, kept, filled(web.lang, keep(posted.value), fields ?? [{ field: 'key', message: what }]));
}

/** The same label for this language, everything else as it is. */
const named = (of: Questionnaire, key: string, label: string): Questionnaire => ({
  ...of,
  languages: of.languages.map((one) => (one.key === key && label ? { key, label } : one)),
});

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
    .slice(0, MOST.text);

async function write(web: Web): Promise<Answer> {
  const found = await asked(web);
  if (!('kept' in found)) return found;
  const { kept, language } = found;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = posted.value;
  let now = textValues(kept.draft.content, language.key);
  const made = await changeDraft(web, kept, (of) => {
    if (!of.languages.some(({ key }) => key === language.key)) return refuse('conflict', unknown);
    now = textValues(of, language.key);
    if (!isAsSeen(given.text(SEEN), now)) return changedMeanwhile();
    const sent = new Map(
      textsOf(of).flatMap(({ field }) =>
        given.names.includes(field) ? [[field, clean(given.text(field))] as const] : [],
      ),
    );
    const label = given.text('language_name').replace(/\s+/g, ' ').trim().slice(0, MOST.label);
    return { ok: true, value: named(translated(of, language.key, sent), language.key, label) };
  });
  if (made.ok) return redirect(here(web, kept));
  const kept_ = keep(given);
  if (isChangedMeanwhile(made.refusal)) return form(web, found, mergedWith(web.lang, now, kept_));
  return form(web, found, filled(web.lang, kept_, [{ field: 'language_name', message: made.refusal.message }]));
}

async function removal(web: Web): Promise<Answer> {
  const found = await asked(web);
  if (!('kept' in found)) return found;
  const { kept, language } = found;
  const { lang } = web;
  const title = lang.t('surveys.questionnaires.wording.remove', { language: language.label });
  const main = RemovalPage({
    ...{ of: filled(lang), title, back: here(web, kept) },
    action: `${here(web, kept)}/${encodeURIComponent(language.key)}/removal`,
    means: lang.t('surveys.questionnaires.wording.remove_means', {
      n: writtenIn(kept.draft.content, language.key).written,
    }),
  });
  return draftPage(web, title, kept, main);
}

async function remove(web: Web): Promise<Answer> {
  const found = await asked(web);
  if (!('kept' in found)) return found;
  const { kept, language } = found;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const made = await changeDraft(web, kept, (of) =>
    of.languages.length > 1 && of.languages[0]?.key !== language.key
      ? { ok: true, value: withoutLanguage(of, language.key) }
      : refuse('conflict', message('surveys.questionnaires.wording.first')),
  );
  return made.ok ? redirect(here(web, kept)) : refused(made.refusal);
}

/** Languages of a questionnaire and the texts of each. */
export const wordingRoutes: readonly Route[] = [
  get(HERE, async (web) => {
    const kept = await keptDraft(web);
    return isKept(kept) ? list(web, kept) : kept;
  }),
  post(HERE, add),
  get(`${HERE}/:language`, async (web) => {
    const found = await asked(web);
    if (!('kept' in found)) return found;
    return form(web, found, filled(web.lang, withSeen(textValues(found.kept.draft.content, found.language.key))));
  }),
  post(`${HERE}/:language`, write),
  get(`${HERE}/:language/removal`, removal),
  post(`${HERE}/:language/removal`, remove),
];
