import { type Answer, get, type Posted, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { readTables } from '#core/sheets/read.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayKeepSurveys } from '../../access.ts';
import type { Issue } from '../../exchange/schema.ts';
import { stranger } from '../../routes.ts';
import { writeQuestionnaire } from '../drafts/commands.ts';
import { draftPage, pathOf } from '../drafts/routes.ts';
import { changesBetween } from '../editions/rules.ts';
import { faultsOf } from '../faults/rules.ts';
import { titleOf } from '../pages/parts/title-of.tsx';
import { type Kept, questionnaireByNumber, questionnairesOf } from '../queries.ts';
import { lookAt, packed, unpacked } from './forms.ts';
import { DryRunPage } from './pages/dry-run.tsx';
import { ImportForm } from './pages/import-form.tsx';

const LIST = '/surveys/questionnaires';
const HERE = `${LIST}/import`;

const mayNot = (web: Web): Answer | null => stranger(web, mayKeepSurveys(web.actor, web.forum));
const keptBy = (web: Web, number: string): Promise<Kept | null> => questionnaireByNumber(web.db, web.forum.id, number);

async function form(web: Web, of: Filled, issues: readonly Issue[] = [], file = ''): Promise<Answer> {
  const { lang, db, forum } = web;
  const main = ImportForm({
    ...{ of, issues, file, action: web.at(HERE), back: web.at(LIST) },
    known: (await questionnairesOf(db, forum.id)).map((line) => ({
      value: String(line.number),
      label: `${line.number}. ${titleOf(lang, line)}`,
    })),
  });
  return draftPage(web, lang.t('surveys.questionnaires.taking.title'), null, main, of);
}

const wrong = (web: Web, posted: Posted, said: ReturnType<typeof message>, issues: readonly Issue[] = [], file = '') =>
  form(web, filled(web.lang, keep(posted), [{ field: 'file', message: said }]), issues, file);

/** Reads the file and says what would be kept; nothing is. */
async function look(web: Web): Promise<Answer> {
  const no = mayNot(web);
  if (no) return no;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const [file] = posted.value.files('file');
  if (!file) return wrong(web, posted.value, message('surveys.questionnaires.taking.no_file'));
  const tables = await readTables(file.bytes, file.claimedName);
  if (!tables.ok) return wrong(web, posted.value, tables.refusal.message);
  const { questionnaire, issues, tooMuch } = lookAt(tables.value, file.claimedName);
  const faulty = issues.filter(({ weight }) => weight === 'fault').length;
  if (tooMuch) return wrong(web, posted.value, message('surveys.questionnaires.taking.too_much'), issues);
  if (!questionnaire) {
    const said = message('surveys.questionnaires.taking.faulty', { n: faulty });
    return wrong(web, posted.value, said, issues, file.claimedName);
  }
  const into = await keptBy(web, posted.value.text('into'));
  const main = DryRunPage({
    ...{ lang: web.lang, of: filled(web.lang, {}), questionnaire, issues, file: file.claimedName },
    into: into && { number: into.number, title: titleOf(web.lang, { number: into.number, ...into.draft.content }) },
    changes: into && changesBetween(into.draft.content, questionnaire),
    faults: faultsOf(questionnaire).length,
    hidden: { ...packed(questionnaire), ...(into ? { into: String(into.number), from: into.draft.id } : {}) },
    ...{ action: web.at(`${LIST}/imports`), back: web.at(HERE) },
  });
  return draftPage(web, web.lang.t('surveys.questionnaires.taking.looked', { file: file.claimedName }), null, main);
}

/** Keeps what was looked at as a draft: of a new questionnaire, or the next one of a known one. */
async function take(web: Web): Promise<Answer> {
  const no = mayNot(web);
  if (no) return no;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { value } = posted;
  const content = unpacked((name) => value.text(name));
  if (!content) return wrong(web, value, message('surveys.questionnaires.taking.no_file'));
  const into = value.text('into') === '' ? null : await keptBy(web, value.text('into'));
  if (value.text('into') !== '' && !into)
    return refused({ kind: 'not_found', message: message('surveys.questionnaires.unknown') });
  const made = await web.perform(writeQuestionnaire, {
    ...{ questionnaire: into?.id ?? null, from: into ? value.text('from') : null, content },
    origin: 'xlsform' as const,
  });
  if (!made.ok) return wrong(web, value, made.refusal.message);
  return redirect(`${web.at(pathOf(made.value))}?done=taken`);
}

/** A questionnaire that was written elsewhere: looked at first, then kept as a draft. */
export const takingRoutes: readonly Route[] = [
  get(HERE, async (web) => {
    const into = web.url.searchParams.get('into') ?? '';
    return mayNot(web) ?? form(web, filled(web.lang, { into }));
  }),
  post(HERE, look),
  post(`${LIST}/imports`, take),
];
