import { type Result, refuse } from '#core/errors/result.ts';
import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { type Answer, get, type Posted, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { Option } from '#ui/field.tsx';
import { type Filled, filled, type Kept, keep, mergedWith, type Named, textOf, textsOf, withSeen } from '#ui/filled.ts';
import type { Fields, Find } from '../../forms.ts';
import { findPlaces, isPosted, optionsOf, postedBy, worldOf } from '../../keeping/routes.ts';
import { nameablePlaces } from '../../queries.ts';
import { again, asKeeper, keeperPage } from '../../routes.ts';
import { PLACE_KINDS } from '../../schema.ts';
import { withheldOf } from '../../withheld/queries.ts';
import { BODY_TEXT_NAMES, BODY_TEXTS, demandedAway, wordOf } from '../../withheld/rules.ts';
import { addBody, correctBody } from '../commands.ts';
import { type BodyInput, readBody } from '../forms.ts';
import { bodiesOf, bodyBySlug } from '../queries.ts';
import { searchBodies } from '../rules.ts';
import { BODY_KINDS, type Body } from '../schema.ts';
import { standingBody } from './commands.ts';
import { BodyForm } from './pages/body-form.tsx';

export const findBodies = (web: Web, bodies: readonly Body[]): Find<Body> => ({
  search: searchBodies(bodies),
  say: (body) => `${web.lang.pick(body.name)} (${body.slug})`,
});

/** Standing bodies as options, in the reader's alphabet; one that is chosen already stays, even when it ended. */
export const bodyOptions = (web: Web, bodies: readonly Body[], chosen: readonly string[] = []): readonly Option[] =>
  bodies
    .filter((body) => body.to === null || chosen.includes(body.slug))
    .map((body) => ({ value: body.slug, label: web.lang.pick(body.name) }))
    .sort((a, b) => web.lang.compare(a.label, b.label));

/** The body in the address, for those who may change it. */
export async function bodyToKeep(web: Web): Promise<Result<Body>> {
  const keeper = asKeeper(web);
  if (!keeper.ok) return keeper;
  const body = await bodyBySlug(web.db, web.forum.id, web.params.slug ?? '');
  if (!body) return refuse('not_found', message('places.refused.unknown_body'));
  if (body.forum !== web.forum.id) return refuse('forbidden', message('places.refused.register_body'));
  return { ok: true, value: body };
}

export const bodyCrumbs = (web: Web, body: Body | null) => {
  const list = { label: web.lang.t('places.bodies.title'), href: web.at('/bodies') };
  return body ? [list, { label: web.lang.pick(body.name), href: web.at(`/bodies/${body.slug}`) }] : [list];
};

async function form(web: Web, body: Body | null, of: Filled, status = 200): Promise<Answer> {
  const { lang, forum, db } = web;
  const title = body
    ? lang.t('places.form.correct_title', { name: lang.pick(body.name) })
    : lang.t('places.bodies.add');
  const back = web.at(body ? `/bodies/${body.slug}` : '/bodies');
  const bodies = (await bodiesOf(db, forum.id)).filter((other) => other.id !== body?.id);
  const main = BodyForm({
    ...{ of, title, back, action: body ? `${back}/correction` : back, slug: body?.slug ?? null },
    withheld: body
      ? demandedAway(BODY_TEXT_NAMES, BODY_TEXTS, body.id, await withheldOf(db, forum)).map(([text, withheld]) => ({
          ...{ name: lang.t(wordOf(BODY_TEXTS[text])), withheld },
        }))
      : [],
    ...{ languages: forum.languages, places: optionsOf(web, await worldOf(web), PLACE_KINDS, textOf(of, 'place')) },
    bodies: bodyOptions(
      web,
      bodies.filter((other) => other.kind !== 'class'),
      [textOf(of, 'part_of')],
    ),
    classes: bodyOptions(
      web,
      bodies.filter((other) => other.kind === 'class'),
      textsOf(of, 'classes'),
    ),
  });
  return keeperPage(title, bodyCrumbs(web, body), main, status);
}

/** The posted form as fields: several ticks of one name become one text. */
const fieldsOf = (posted: Posted): Fields => ({ text: (name) => posted.all(name).join('; ').trim() });

async function readPosted(web: Web, fields: Fields): Promise<Result<BodyInput>> {
  const places = findPlaces(web, await nameablePlaces(web.db, web.forum.id));
  return readBody(fields, places, findBodies(web, await bodiesOf(web.db, web.forum.id)));
}

const adding: readonly Route[] = [
  get('/bodies/new', async (web) => {
    const keeper = asKeeper(web);
    if (!keeper.ok) return refused(keeper.refusal);
    const asked = web.url.searchParams;
    return form(web, null, filled(web.lang, { kind: asked.get('kind') ?? '', place: asked.get('in') ?? '' }));
  }),
  post('/bodies', async (web) => {
    const posted = await postedBy(web);
    if (!isPosted(posted)) return posted;
    const read = await readPosted(web, fieldsOf(posted));
    const made = read.ok ? await web.perform(addBody, { ...read.value, classes: [...read.value.classes] }) : read;
    if (made.ok) return redirect(`${web.at(`/bodies/${made.value.slug}`)}?done=added`);
    return again(made, (errors) => form(web, null, filled(web.lang, keep(posted), errors), 422));
  }),
];

const correction: readonly Route[] = [
  get('/bodies/:slug/correction', async (web) => {
    const body = await bodyToKeep(web);
    if (!body.ok) return refused(body.refusal);
    const stands = await standingBody(web.db, web.forum.id, body.value);
    return form(web, body.value, filled(web.lang, withSeen(stands)));
  }),
  post('/bodies/:slug/correction', async (web) => {
    const body = await bodyToKeep(web);
    if (!body.ok) return refused(body.refusal);
    const posted = await postedBy(web);
    if (!isPosted(posted)) return posted;
    const fields = fieldsOf(posted);
    const read = await readPosted(web, { text: (name) => (name === 'slug' ? '' : fields.text(name)) });
    const made = read.ok ? await correct(web, body.value, read.value, posted.text(SEEN)) : read;
    if (made.ok) return redirect(`${web.at(`/bodies/${body.value.slug}`)}?done=corrected`);
    if (isChangedMeanwhile(made.refusal)) return merged(web, keep(posted));
    return again(made, (errors) => form(web, body.value, filled(web.lang, keep(posted), errors), 422));
  }),
];

const correct = (web: Web, body: Body, { slug: _, ...facts }: BodyInput, seen: string) =>
  web.perform(correctBody, { ...facts, classes: [...facts.classes], body: body.id, seen });

/** Somebody else corrected the body meanwhile: both are shown together. */
async function merged(web: Web, typed: Kept): Promise<Answer> {
  const body = await bodyToKeep(web);
  if (!body.ok) return refused(body.refusal);
  const known = [...(await worldOf(web)), ...(await bodiesOf(web.db, web.forum.id))];
  const names = new Map(known.map(({ slug, name }) => [slug, web.lang.pick(name)]));
  const named: Named = (field, value) => {
    const kind = BODY_KINDS.find((one) => one === value);
    if (field === 'kind') return kind ? web.lang.t(`places.body_kind.${kind}`) : null;
    return ['place', 'part_of', 'classes'].includes(field) ? (names.get(value) ?? null) : null;
  };
  const now = await standingBody(web.db, web.forum.id, body.value);
  return form(web, body.value, mergedWith(web.lang, now, typed, { named }), 409);
}

/** Adding and correcting bodies. */
export const bodyKeepingRoutes: readonly Route[] = [...adding, ...correction];
