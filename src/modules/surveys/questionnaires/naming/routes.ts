import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { changeDraft, draftPage, isKept, keptDraft, pathOf } from '../drafts/routes.ts';
import type { Kept } from '../queries.ts';
import { NAME } from '../rules.ts';
import { NameForm } from './pages/name-form.tsx';

const HERE = '/surveys/questionnaires/:number/name';

/** As long as a name in a file may be. */
const MOST = 64;

function form(web: Web, kept: Kept, of: Filled): Answer {
  const back = web.at(pathOf(kept));
  const main = NameForm({ of, most: MOST, action: `${back}/name`, back });
  return draftPage(web, web.lang.t('surveys.questionnaires.naming.title'), kept, main, of);
}

async function show(web: Web): Promise<Answer> {
  const kept = await keptDraft(web);
  return isKept(kept) ? form(web, kept, filled(web.lang, { name: kept.draft.content.name })) : kept;
}

/** The next draft bears the name; editions keep theirs. */
async function write(web: Web): Promise<Answer> {
  const kept = await keptDraft(web);
  if (!isKept(kept)) return kept;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const name = posted.value.text('name').normalize('NFC').trim();
  const again = (what: Parameters<typeof web.lang.say>[0]) =>
    form(web, kept, filled(web.lang, keep(posted.value), [{ field: 'name', message: what }]));
  if (name.length > MOST || !NAME.test(name)) return again(message('surveys.questionnaires.naming.wrong'));
  const made = await changeDraft(web, kept, (of) => ({ ok: true, value: { ...of, name } }));
  return made.ok ? redirect(`${web.at(pathOf(kept))}?done=kept`) : again(made.refusal.message);
}

/** The name by which files and other programs know a questionnaire (`form_id` of XLSForm). */
export const namingRoutes: readonly Route[] = [get(HERE, show), post(HERE, write)];
