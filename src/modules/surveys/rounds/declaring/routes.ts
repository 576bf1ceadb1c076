import type { Refusal } from '#core/errors/result.ts';
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
import { addDays } from '#core/time/plain-date.ts';
import { placesOf } from '#modules/places/contract.ts';
import { type Filled, filled, type Kept, keep } from '#ui/filled.ts';
import { mayKeepSurveys } from '../../access.ts';
import { countsOf } from '../../keeping/queries.ts';
import type { SurveyNeeds } from '../../needs/schema.ts';
import { editionOf, questionnairesOf } from '../../questionnaires/queries.ts';
import { languageFor, wordsIn } from '../../questionnaires/rules.ts';
import { stranger } from '../../routes.ts';
import type { RoundId } from '../../schema.ts';
import { changeDeclaration, declareRound } from '../commands.ts';
import { declarationsOf, roundById, roundByNumber } from '../queries.ts';
import { pathOf, SMALLEST } from '../rules.ts';
import type { Declaration, Round } from '../schema.ts';
import { fieldsOf, readDeclaration } from './forms.ts';
import { DeclarationForm } from './pages/declaration-form.tsx';

interface Shown {
  readonly of: Filled;
  /** The round that is changed; null: a new one. */
  readonly round: Round | null;
  readonly hidden: Readonly<Record<string, string>>;
  readonly differs?: readonly string[] | null;
}

const choicesOf = async ({ db, forum, lang, today }: Web, needs: SurveyNeeds) => ({
  places: (await placesOf(db, forum.id))
    .filter((place) => place.forum === forum.id && place.kind === 'community' && place.to === null)
    .map((place) => ({ value: place.id as string, label: lang.pick(place.name) }))
    .sort((a, b) => lang.compare(a.label, b.label)),
  plans: (await needs.plans(db, forum, today)).map(({ id, title }) => ({ value: id, label: lang.pick(title) })),
  editions: (await questionnairesOf(db, forum.id)).flatMap((one) => {
    if (one.edition === null) return [];
    const name = wordsIn(one.title, languageFor(one, lang.code), one.languages).text;
    return Array.from({ length: one.edition }, (_, i) => one.edition! - i).map((edition) => ({
      value: `${one.id}:${edition}`,
      label: lang.t('surveys.declaring.edition_of', { number: one.number, name, edition }),
    }));
  }),
});

async function form(web: Web, needs: SurveyNeeds, { of, round, hidden, differs = null }: Shown): Promise<Answer> {
  const { lang, forum, db } = web;
  const title = round ? lang.t('surveys.declaring.change', { number: round.number }) : lang.t('surveys.declaring.new');
  const back = web.at(round ? pathOf(round) : '/surveys');
  const main = DeclarationForm({
    ...{ of, title, hidden, differs, back, languages: forum.languages },
    ...(await choicesOf(web, needs)),
    deed: lang.t(round ? 'surveys.declaring.change_deed' : 'surveys.declaring.deed'),
    asksReason: round !== null && (await countsOf(db, forum.id, round.id)).length > 0,
    action: web.at(round ? `${pathOf(round)}/declaration` : '/surveys'),
  });
  const crumbs = [{ label: lang.t('surveys.menu'), href: web.at('/surveys') }];
  return page({ title, crumbs, menu: 'surveys', main, noindex: true, secret: true }, of.errors.length > 0 ? 422 : 200);
}

const offered = async ({ db, forum }: Web): Promise<readonly string[]> =>
  (await placesOf(db, forum.id)).map(({ id }) => id as string);

const again = ({ lang }: Web, posted: Posted, { message: what, fields }: Refusal): Filled =>
  filled(lang, keep(posted), fields ?? [{ field: 'edition', message: what }]);

/** What a new round begins with: nothing, or everything of the round that it repeats, asked by the newest edition. */
async function fresh(web: Web, needs: SurveyNeeds): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const earlier = await roundByNumber(db, forum.id, web.url.searchParams.get('after') ?? '');
  const until = addDays(today, 30);
  if (!earlier) {
    const values: Kept = { from: today, until, smallest: String(SMALLEST.proposed), modes: ['phone', 'link', 'paper'] };
    return form(web, needs, { of: filled(lang, values), round: null, hidden: {} });
  }
  const { declaration } = earlier;
  const line = (await questionnairesOf(db, forum.id)).find(({ id }) => id === declaration.questionnaire);
  const next = { ...declaration, edition: line?.edition ?? declaration.edition, from: today, until };
  const differs = await differences(web, declaration, next);
  return form(web, needs, { of: filled(lang, fieldsOf(next)), round: null, hidden: { after: earlier.id }, differs });
}

/** What the newest edition asks otherwise than the round before did: only equal questions can be compared. */
async function differences(
  { db, forum, lang }: Web,
  before: Declaration,
  next: Declaration,
): Promise<readonly string[]> {
  if (before.edition === next.edition) return [];
  const [old, now] = await Promise.all(
    [before, next].map(({ questionnaire, edition }) => editionOf(db, forum.id, questionnaire, edition)),
  );
  const names = (of: typeof old) => new Set((of?.content.items ?? []).map(({ name }) => name));
  const [gone, come] = [names(old), names(now)];
  return [
    lang.t('surveys.declaring.edition_differs', { before: before.edition, next: next.edition }),
    ...[...come].filter((name) => !gone.has(name)).map((name) => lang.t('surveys.declaring.added', { name })),
    ...[...gone].filter((name) => !come.has(name)).map((name) => lang.t('surveys.declaring.removed', { name })),
  ];
}

async function declare(web: Web, needs: SurveyNeeds): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readDeclaration(posted.value, await offered(web));
  const given = posted.value.text('after');
  const after = isId(given) ? (given as RoundId) : null;
  const made = read.ok ? await web.perform(declareRound, { declaration: read.value, after }) : read;
  if (made.ok) return redirect(`${web.at(pathOf(made.value))}?done=declared`);
  return form(web, needs, { of: again(web, posted.value, made.refusal), round: null, hidden: after ? { after } : {} });
}

/** The round of the address, for its keepers. */
export async function keptRound(web: Web): Promise<Round | Answer> {
  const no = stranger(web, mayKeepSurveys(web.actor, web.forum));
  if (no) return no;
  const round = await roundByNumber(web.db, web.forum.id, web.params.number ?? '');
  return round ?? refused({ kind: 'not_found', message: message('surveys.round.none') });
}
export const isRound = (found: Round | Answer): found is Round => 'declaration' in found;

async function change(web: Web, needs: SurveyNeeds, round: Round): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readDeclaration(posted.value, await offered(web));
  const said = posted.value.text('reason').trim();
  const given = posted.value.text('declaration');
  const asked = { round: round.id, reason: said || null, seen: isId(given) ? given : null };
  const made = read.ok ? await web.perform(changeDeclaration, { ...asked, declaration: read.value }) : read;
  if (made.ok) return redirect(`${web.at(pathOf(round))}?done=changed`);
  const now = (await roundById(web.db, web.forum.id, round.id)) ?? round;
  return form(web, needs, {
    ...{ of: again(web, posted.value, made.refusal), round: now },
    hidden: { declaration: given },
  });
}

/** A round is declared, and what is declared is changed. */
export const declaringRoutes = (needs: SurveyNeeds): readonly Route[] => [
  get('/surveys/new', async (web) => stranger(web, mayKeepSurveys(web.actor, web.forum)) ?? fresh(web, needs)),
  post('/surveys', async (web) => stranger(web, mayKeepSurveys(web.actor, web.forum)) ?? declare(web, needs)),
  get('/surveys/:number/declaration', async (web) => {
    const round = await keptRound(web);
    if (!isRound(round)) return round;
    const latest = (await declarationsOf(web.db, web.forum.id, round.id)).at(-1)!;
    const of = filled(web.lang, fieldsOf(latest.declaration));
    return form(web, needs, { of, round, hidden: { declaration: latest.id } });
  }),
  post('/surveys/:number/declaration', async (web) => {
    const round = await keptRound(web);
    return isRound(round) ? change(web, needs, round) : round;
  }),
];
