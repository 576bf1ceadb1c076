import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { type Body, bodiesById, bodiesOf, placesById, placesOf, standsOn } from '#modules/places/contract.ts';
import type { Named, Names, Question } from '../schema.ts';

/** Names and pages of the bodies and places that questions speak of; `shown`: does the reader see those pages? */
export async function namesOf(
  db: Db,
  forum: string,
  questions: readonly Pick<Question, 'body' | 'place' | 'publication' | 'answer'>[],
  shown: boolean,
): Promise<Names> {
  const bodies = questions.flatMap((one) => [one.body, one.publication?.body, one.answer?.body].filter(isThere));
  const places = questions.map((one) => one.place).filter(isThere);
  return named(await bodiesById(db, forum, bodies), await placesById(db, forum, places), shown);
}

const isThere = (id: string | null | undefined): id is string => typeof id === 'string';

/** The same by ids. */
export const namesById = async (
  db: Db,
  forum: string,
  of: { readonly bodies: readonly string[]; readonly places: readonly string[] },
  shown: boolean,
): Promise<Names> => named(await bodiesById(db, forum, of.bodies), await placesById(db, forum, of.places), shown);

type Thing = Pick<Body, 'id' | 'name' | 'slug'>;
const named = (
  bodies: readonly Thing[],
  places: readonly (Omit<Thing, 'id'> & { readonly id: string })[],
  shown: boolean,
): Names =>
  new Map<string, Named>([
    ...bodies.map(({ id, name, slug }) => [id as string, { name, path: shown ? `/bodies/${slug}` : null }] as const),
    ...places.map(({ id, name, slug }) => [id, { name, path: shown ? `/places/${slug}` : null }] as const),
  ]);

/** One line of a choice. */
export interface Chooseable {
  readonly value: string;
  readonly label: string;
}

/** Kinds of bodies that nobody puts a question to: classes of bodies, and those abroad. */
const NOT_ASKED: readonly string[] = ['class', 'donor', 'international'];

const answers = (body: Body, forum: string, today: PlainDate): boolean =>
  body.forum === forum && !NOT_ASKED.includes(body.kind) && standsOn(body, today);

/** Whom one can ask: the forum's own bodies that stand today, in the reader's order. */
export async function bodiesAsked(
  db: Db,
  forum: Pick<Forum, 'id'>,
  lang: Lang,
  today: PlainDate,
): Promise<readonly Chooseable[]> {
  const bodies = (await bodiesOf(db, forum.id)).filter((body) => answers(body, forum.id, today));
  return inOrder(lang, bodies);
}

/** Can this body be asked today? */
export async function isBodyAsked(db: Db, forum: string, id: string, today: PlainDate): Promise<boolean> {
  const [body] = await bodiesById(db, forum, [id]);
  return body !== undefined && answers(body, forum, today);
}

/** The forum's own communities and municipalities that stand today. */
export async function placesAsked(
  db: Db,
  forum: Pick<Forum, 'id'>,
  lang: Lang,
  today: PlainDate,
): Promise<readonly Chooseable[]> {
  const places = (await placesOf(db, forum.id)).filter(
    (place) => place.forum === forum.id && ['community', 'municipality'].includes(place.kind) && standsOn(place, today),
  );
  return inOrder(lang, places);
}

/** Does the forum know this place? */
export const isPlaceAsked = async (db: Db, forum: string, id: string): Promise<boolean> =>
  (await placesById(db, forum, [id])).length > 0;

const inOrder = (
  lang: Lang,
  things: readonly Pick<Thing, 'id' | 'name'>[] | readonly { id: string; name: Thing['name'] }[],
) =>
  things
    .map(({ id, name }) => ({ value: id as string, label: lang.pick(name) }))
    .toSorted((a, b) => lang.compare(a.label, b.label));
