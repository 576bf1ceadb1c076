import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { fold, namesIn } from '#core/i18n/names.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import {
  BODY_KINDS,
  type Body,
  bodiesOf,
  bodyFinder,
  type Place,
  placesById,
  placesOf,
} from '#modules/places/contract.ts';
import { addressesIn, numbersIn } from '../measures/queries.ts';
import { isAdopted, isPublic, stageOn } from '../plan/rules.ts';
import type { PlanId, PlanRow } from '../plan/schema.ts';
import type { PlansTables } from '../schema.ts';
import { withoutUntickedMoney } from '../shown/rules.ts';
import { type WholePlan, wholePlan } from './dossiers/queries.ts';
import { type Around, measureDraft, planDraft } from './dossiers/rules.ts';
import type { Goal, PlanHere, World } from './judging/schema.ts';
import type { Choice, ImportId, ImportRow } from './schema.ts';

/** Whose rows would be written, on which day. */
export interface Asker {
  readonly db: Db;
  readonly forum: Forum;
  readonly today: PlainDate;
}

const tables = (db: Db) => db.withTables<PlansTables>();
const seenBy = (forum: Forum): readonly string[] => (forum.id === REFERENCE ? [REFERENCE] : [forum.id, REFERENCE]);

/** A file brought in; null when there is none of that id in this forum. */
export async function broughtIn(db: Db, forum: string, id: ImportId): Promise<ImportRow | null> {
  return (await importRow(db, forum, id).executeTakeFirst()) ?? null;
}

/** The same, locked until the transaction ends: of two presses the second waits and sees that it was written. */
export async function lockImport(db: Db, forum: string, id: ImportId): Promise<ImportRow | null> {
  return (await importRow(db, forum, id).forUpdate().executeTakeFirst()) ?? null;
}

const importRow = (db: Db, forum: string, id: ImportId) =>
  tables(db).selectFrom('plans_imports').selectAll().where('forum_id', '=', forum).where('id', '=', id);

/** Locks the plans that a file speaks of: whoever changes parts of a plan takes turns. */
export async function lockPlans(db: Db, forum: string, named: Named, target: string): Promise<void> {
  await tables(db)
    .selectFrom('plans_plans')
    .select('id')
    .where('forum_id', '=', forum)
    .where((is) =>
      is.or([
        is('slug', 'in', named.plans.length > 0 ? named.plans : ['']),
        ...(target === 'new' || target === 'file' ? [] : [is('id', '=', target as PlanId)]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Plans of exactly this forum, the newest first: those that a file may be compared with. */
export const ownPlans = (db: Db, forum: string): Promise<PlanRow[]> =>
  tables(db)
    .selectFrom('plans_plans')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** Bodies and places around a plan, loaded once for all of its measures. */
export async function aroundOf(
  asker: Asker,
  whole: Pick<WholePlan, 'places' | 'kin'>,
  bodies: readonly Body[],
): Promise<Around> {
  const byId = new Map<string, Body>(bodies.map((body) => [body.id, body]));
  const placeIds = [...new Set([...whole.places.values()].flat())];
  const places = new Map<string, string>();
  for (const place of await placesById(asker.db, asker.forum.id, placeIds)) places.set(place.id, place.slug);
  return {
    body: (id) => byId.get(id),
    placeSlug: (id) => places.get(id),
    placesOf: (measure) => whole.places.get(measure) ?? [],
    kin: (id) => whole.kin.get(id),
  };
}

/** What a file speaks of, as far as it decides what must be looked up. */
export interface Named {
  readonly plans: readonly string[];
  /** Addresses of the plans whose measures its measures localise. */
  readonly localises: readonly string[];
}

/** What stands now, for a file to be compared with: the plans it names (by address or by the person's choice). */
export async function worldFor(asker: Asker, named: Named, choice: Choice): Promise<World> {
  const { db, forum, today } = asker;
  const bodies = await bodiesOf(db, forum.id);
  const plans = new Map<string, PlanHere>();
  for (const plan of await ownPlans(db, forum.id))
    if (plan.id === choice.target || named.plans.includes(plan.slug))
      plans.set(plan.slug, await planHere(asker, plan, bodies));
  const find = await bodyFinder(db, forum.id);
  return {
    forum: { id: forum.id, national: forum.id === REFERENCE, demonstration: forum.demonstration },
    languages: forum.languages,
    today,
    plans,
    taken: await takenAddresses(db, forum),
    bodies: keyed(bodies, (body) => [body.id, body.slug, ...namesIn(body.name), ...namesIn(body.short)]),
    bodyKinds: BODY_KINDS,
    near: (name) => {
      const match = find(name);
      return match.kind === 'none' ? match.near : match.kind === 'one' ? [match.item] : match.items;
    },
    places: keyed(await placesOf(db, forum.id), (place: Place) => [place.slug, ...namesIn(place.name)]),
    goal: await goalsOf(asker, named.localises),
    localises: await localisedBy(db, forum),
  };
}

/** Things by every word that names them, folded; a word may name several. */
function keyed<T extends { readonly id: string }>(
  things: readonly T[],
  wordsOf: (thing: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const thing of things)
    for (const word of new Set(wordsOf(thing).flatMap((name) => [name, fold(name)]))) {
      const held = found.get(word);
      if (!held) found.set(word, [thing]);
      else if (!held.includes(thing)) held.push(thing);
    }
  return found;
}

async function planHere(asker: Asker, plan: PlanRow, bodies: readonly Body[]): Promise<PlanHere> {
  const whole = await wholePlan(asker.db, plan, asker.today);
  const around = await aroundOf(asker, whole, bodies);
  const stage = stageOn(whole.stages, asker.today);
  const spoken = await spokenOf(asker.db, plan);
  return {
    plan,
    draft: planDraft(whole),
    fixed: isAdopted(stage) && plan.forum_id !== REFERENCE,
    isPublic: isPublic(stage),
    points: whole.points,
    measures: whole.dossiers.map((dossier) => ({
      id: dossier.measure.id,
      slug: dossier.measure.slug,
      position: dossier.measure.position,
      // As an export gives it, so that one brought in again changes nothing.
      draft: measureDraft(withoutUntickedMoney(dossier), asker.today, around),
      spoken: spoken.has(dossier.measure.id),
      amended: dossier.amendments.length > 0,
    })),
    numbers: await numbersIn(asker.db, plan),
  };
}

/** Measures of a plan on which somebody reported or which somebody judged, published or not. */
async function spokenOf(db: Db, plan: PlanRow): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select m.id from plans_measures m where m.forum_id = ${plan.forum_id} and m.plan_id = ${plan.id} and (
      exists (select 1 from plans_updates u where u.forum_id = m.forum_id and u.measure_id = m.id)
      or exists (select 1 from plans_evaluations e where e.forum_id = m.forum_id and e.measure_id = m.id))`.execute(db);
  return new Set(rows.map((row) => row.id));
}

async function takenAddresses(db: Db, forum: Forum): Promise<ReadonlySet<string>> {
  const rows = await tables(db)
    .selectFrom('plans_plans')
    .select('slug')
    .where('forum_id', 'in', seenBy(forum))
    .execute();
  return new Set(rows.map((row) => row.slug));
}

/** Finds a measure of these plans by "plan/measure", its address or its number; the forum's own plan goes before a national one. */
async function goalsOf({ db, forum }: Asker, slugs: readonly string[]): Promise<World['goal']> {
  if (slugs.length === 0) return () => null;
  const plans = await tables(db)
    .selectFrom('plans_plans')
    .select(['forum_id', 'id', 'slug'])
    .where('forum_id', 'in', seenBy(forum))
    .where('slug', 'in', slugs)
    .execute();
  const goals = new Map<string, Goal>();
  for (const plan of plans.sort((a, b) => Number(a.forum_id === REFERENCE) - Number(b.forum_id === REFERENCE)))
    for (const [word, goal] of await goalsIn(db, plan)) {
      const key = `${plan.slug}/${word}`;
      if (!goals.has(key)) goals.set(key, goal);
    }
  return (address) => goals.get(address.replace(/^\/+/, '').trim()) ?? null;
}

async function goalsIn(db: Db, plan: Pick<PlanRow, 'forum_id' | 'id' | 'slug'>): Promise<readonly [string, Goal][]> {
  const measures = await tables(db)
    .selectFrom('plans_measures')
    .select(['id', 'slug', 'number'])
    .where('forum_id', '=', plan.forum_id)
    .where('plan_id', '=', plan.id)
    .execute();
  const goalOf = (id: Goal['id'], slug: string): Goal => ({ forum: plan.forum_id, id, planSlug: plan.slug, slug });
  const slugs = new Map(measures.map((row) => [row.id, row.slug]));
  const addresses = [...(await addressesIn(db, plan))];
  return [
    ...measures.flatMap((row): [string, Goal][] =>
      row.number === null ? [] : [[row.number, goalOf(row.id, row.slug)]],
    ),
    ...addresses.map(([word, id]): [string, Goal] => [word, goalOf(id, slugs.get(id) ?? word)]),
  ];
}

async function localisedBy(db: Db, forum: Forum): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(db)
    .selectFrom('plans_measures')
    .select(['id', 'localises_id'])
    .where('forum_id', 'in', seenBy(forum))
    .where('localises_id', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.localises_id!]));
}
