import { randomBytes } from 'node:crypto';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { placesById } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayHandIn } from '../keeping/access.ts';
import { formOf } from '../keeping/queries.ts';
import type { SurveyNeeds } from '../needs/schema.ts';
import { languageFor } from '../questionnaires/rules.ts';
import { roundByNumber } from '../rounds/queries.ts';
import { pathOf, takes } from '../rounds/rules.ts';
import type { Round } from '../rounds/schema.ts';
import { stranger } from '../routes.ts';
import { beginFilling } from './commands.ts';
import { fillingRoutes } from './filling/routes.ts';
import { BeginPage } from './pages/begin-page.tsx';
import { ThanksPage } from './pages/thanks-page.tsx';
import { FORM_MODES, type FormMode } from './schema.ts';

/** The round of the address, while it takes answers by this way. */
async function openRound(web: Web, mode: FormMode): Promise<Round | Answer> {
  const no = stranger(web, mayHandIn(web.actor, web.forum, mode));
  if (no) return no;
  const round = await roundByNumber(web.db, web.forum.id, web.params.number ?? '');
  if (!round) return refused({ kind: 'not_found', message: message('surveys.round.none') });
  if (takes(round, mode, web.today)) return round;
  const { number, declaration } = round;
  if (!declaration.modes.includes(mode))
    return refused({ kind: 'conflict', message: message('surveys.keeping.no_such_way', { number }) });
  const early = !round.closure && web.today < declaration.from;
  return refused({
    kind: 'conflict',
    message: early ? message('surveys.keeping.early', { number }) : message('surveys.keeping.late', { number }),
  });
}
const isOpen = (found: Round | Answer): found is Round => 'declaration' in found;

async function beginPage(web: Web, round: Round, mode: FormMode, of: Filled): Promise<Answer> {
  const { lang, db, forum } = web;
  const { declaration } = round;
  const form = await formOf(db, forum.id, declaration.questionnaire, declaration.edition);
  if (!form) return refused({ kind: 'conflict', message: message('surveys.capture.not_ready') });
  const places = await placesById(
    db,
    forum.id,
    declaration.places.map(({ place }) => place),
  );
  const { questionnaire } = form;
  const language = languageFor(questionnaire, lang.code);
  const main = BeginPage({
    ...{ lang, declaration, mode, action: web.at(`${pathOf(round)}/answer`) },
    of: of.values.language ? of : { ...of, values: { ...of.values, language } },
    languages: questionnaire.languages.map(({ key, label }) => ({ value: key, label })),
    places: places
      .map((place) => ({ value: place.id as string, label: lang.pick(place.name) }))
      .sort((a, b) => lang.compare(a.label, b.label)),
    groups: declaration.groups.map(({ key, name }) => ({ value: key, label: lang.pick(name) })),
    done: mode === 'kiosk' && web.url.searchParams.get('done') === 'kept' ? lang.t('surveys.capture.next') : null,
  });
  const title = lang.pick(declaration.title);
  const kept = { title, menu: 'surveys', main, noindex: true, secret: true, bare: mode === 'kiosk' };
  return page(kept, of.errors.length > 0 ? 422 : 200);
}

async function begin(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const mode = FORM_MODES.find((one) => one === posted.value.text('mode')) ?? 'link';
  const round = await openRound(web, mode);
  if (!isOpen(round)) return round;
  const [place, group] = [posted.value.text('place'), posted.value.text('group')];
  const secret = randomBytes(18).toString('base64url');
  const made = await web.perform(beginFilling, {
    ...{ round: round.id, secret, mode, language: posted.value.text('language') || 'az' },
    ...{ place: isId(place) ? place : null, group: group || null, code: posted.value.text('code') || null },
  });
  if (made.ok) return redirect(web.at(`${pathOf(round)}/form/${secret}`));
  const { message: what, fields } = made.refusal;
  const field = fields?.[0]?.field ?? 'place';
  return beginPage(web, round, mode, filled(web.lang, keep(posted.value), fields ?? [{ field, message: what }]));
}

async function thanks(web: Web): Promise<Answer> {
  const { lang, db, forum } = web;
  const round = await roundByNumber(db, forum.id, web.params.number ?? '');
  if (!round) return refused({ kind: 'not_found', message: message('surveys.round.none') });
  const main = ThanksPage({ lang, back: web.at(pathOf(round)), title: lang.pick(round.declaration.title) });
  return page({ title: lang.t('surveys.capture.thanks'), menu: 'surveys', main, noindex: true });
}

const start =
  (mode: FormMode) =>
  async (web: Web): Promise<Answer> => {
    const round = await openRound(web, mode);
    if (!isOpen(round)) return round;
    return beginPage(web, round, mode, filled(web.lang, { code: web.params.code ?? '' }));
  };

/** The form of a round: consent, one section a page, check, receipt; by link, code, at a shared screen or at a desk. */
export const captureRoutes = (needs: SurveyNeeds): readonly Route[] => [
  get('/surveys/:number/answer', start('link')),
  get('/surveys/:number/kiosk', start('kiosk')),
  get('/surveys/:number/desk', start('desk')),
  get('/surveys/:number/thanks', thanks),
  post('/surveys/:number/answer', begin),
  ...fillingRoutes(needs),
  get('/surveys/:number/answer/:code', start('link')),
];
