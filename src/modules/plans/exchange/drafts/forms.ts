import { message } from '#core/i18n/message.ts';
import { fold, freeSlug, namesIn, slugOf } from '#core/i18n/names.ts';
import { choose } from '#core/i18n/texts.ts';
import type { Body, BodyKind } from '#modules/places/contract.ts';
import { shown } from '../../forms.ts';
import { wordErrors } from '../../measures/rules.ts';
import { type ExecutorItem, readExecutorCells, readMeasureCells, type Wrong } from '../cells/forms.ts';
import { unwords } from '../cells/rules.ts';
import { kindOf, spellings } from '../executors/rules.ts';
import type { World } from '../judging/schema.ts';
import type { BodyDraft, Cells, Choice, MeasureDraft, PlanDraft, PointDraft } from '../schema.ts';

/** Executors that the forum does not know, by folded name: one body however many rows name it. */
export class Strangers {
  readonly found = new Map<string, { readonly body: BodyDraft; readonly lines: number[] }>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** The body that would be added for this item. */
  take(item: ExecutorItem, line: number): BodyDraft {
    const name = item.name ?? {};
    const key = fold(choose(name, 'az').text || (item.slug ?? ''));
    const known = this.found.get(key);
    if (known) {
      known.lines.push(line);
      return known.body;
    }
    const taken = new Set([...this.found.values()].map(({ body }) => body.slug));
    const isTaken = (slug: string): boolean => taken.has(slug) || this.#world.bodies.has(slug);
    const text = namesIn(name)[0] ?? item.slug ?? '';
    const body: BodyDraft = {
      id: null,
      slug: freeSlug(item.slug ?? (slugOf(text) || 'body'), isTaken),
      kind:
        item.kind && this.#world.bodyKinds.includes(item.kind)
          ? (item.kind as BodyKind)
          : kindOf(text, this.#world.forum.national ? 'central_body' : 'state_body'),
      name,
    };
    this.found.set(key, { body, lines: [line] });
    return body;
  }
}

/** What reading a measure leans on. */
export interface Ground {
  readonly world: World;
  readonly choice: Choice;
  readonly plan: PlanDraft;
  readonly strangers: Strangers;
}

/** A measure from its cells, looked up in the world, with everything that is wrong with it. */
export function readDraft(
  cells: Cells,
  point: PointDraft | null,
  line: number,
  on: Ground,
): { readonly draft: MeasureDraft; readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = [];
  const note = (found: Wrong): void => void wrong.push(found);
  const plain = readMeasureCells(cells);
  const draft: MeasureDraft = {
    ...plain.draft,
    point,
    executors: readExecutors(cells, line, on, note),
    places: readPlaces(cells, on, note),
    localises: readLocalises(cells, on, note),
  };
  const facts = { language: on.plan.language, starts_on: on.plan.startsOn, ends_on: on.plan.endsOn };
  const words = wordErrors(draft, facts)
    .map((error) => ({ ...error, field: ourColumn(error.field) }))
    // Without a title the text is missing too: said once.
    .filter(({ field }, _i, all) => !/^(title|text)_/.test(field) || isFirst(field, all, plain.wrong));
  const all = [...plain.wrong, ...wrong, ...words, ...indicatorErrors(draft)];
  return {
    draft,
    wrong: all.filter((one, i) => SEVERAL.has(one.field) || all.findIndex((o) => o.field === one.field) === i),
  };
}

function isFirst(field: string, words: readonly Wrong[], plain: readonly Wrong[]): boolean {
  if (plain.some((one) => one.field.startsWith('title_'))) return false;
  return field.startsWith('title_') || !words.some((one) => one.field.startsWith('title_'));
}

/** Of one column the first thing that is wrong is said; of these each unknown name. */
const SEVERAL = new Set(['executors', 'places']);

/** Fields of the form of a measure, as columns of ours. */
const ourColumn = (field: string): string =>
  field.replace(/^milestone_\d+_title_/, 'milestones_').replace(/^milestone_\d+_due_on$/, 'milestone_days');

/** A target lies after the baseline and not before the measure starts. */
const indicatorErrors = (draft: MeasureDraft): readonly Wrong[] =>
  draft.indicators.flatMap((one) =>
    one.targets.flatMap((target) => {
      const field = 'indicator_targets';
      if (draft.startsOn && target.dueOn < draft.startsOn)
        return [{ field, message: message('plans.measures.indicators.target_early', { day: draft.startsOn }) }];
      if (one.baselineOn && target.dueOn <= one.baselineOn)
        return [{ field, message: message('plans.measures.indicators.target_before_baseline') }];
      return [];
    }),
  );

function readExecutors(
  cells: Cells,
  line: number,
  on: Ground,
  wrong: (wrong: Wrong) => void,
): MeasureDraft['executors'] {
  const executors: MeasureDraft['executors'][number][] = [];
  for (const item of readExecutorCells(cells, wrong)) {
    const body = lookUp(item, line, on, wrong);
    if (body && !executors.some((other) => other.body.slug === body.slug)) executors.push({ body, role: item.role });
  }
  if (executors.length > 300) wrong({ field: 'executors', message: message('plans.exchange.wrong.many_executors') });
  return executors;
}

const draftOf = (body: Body): BodyDraft => ({ id: body.id, slug: body.slug, kind: body.kind, name: body.name });

/** The body that an item names: by its address word, else by its name in any language. */
function lookUp(item: ExecutorItem, line: number, on: Ground, wrong: (wrong: Wrong) => void): BodyDraft | null {
  const bySlug = item.slug ? on.world.bodies.get(item.slug)?.find((body) => body.slug === item.slug) : undefined;
  if (bySlug) return draftOf(bySlug);
  const names = namesIn(item.name);
  for (const name of names.flatMap(spellings)) {
    const found = on.world.bodies.get(fold(name)) ?? [];
    if (found.length === 1) return draftOf(found[0]!);
    if (found.length > 1) {
      const params = { found: shown(name), options: found.map((body) => body.slug).join(', ') };
      wrong({ field: 'executors', message: message('plans.exchange.wrong.several_bodies', params) });
      return null;
    }
  }
  const said = shown(names[0] ?? item.slug ?? '–');
  if (names.length === 0) {
    wrong({ field: 'executors', message: message('plans.exchange.wrong.unknown_body', { found: said }) });
    return null;
  }
  const stranger = on.strangers.take(item, line);
  if (on.choice.unknown === 'add') return stranger;
  const near = on.world.near(names[0]!).flatMap((body) => namesIn(body.name)[0] ?? []);
  const what =
    near.length > 0
      ? message('plans.exchange.wrong.unknown_body_near', { found: said, near: near.join(' / ') })
      : message('plans.exchange.wrong.unknown_body', { found: said });
  wrong({ field: 'executors', message: what });
  return null;
}

function readPlaces(cells: Cells, on: Ground, wrong: (wrong: Wrong) => void): MeasureDraft['places'] {
  const places = unwords(cells.places ?? '').flatMap((word) => {
    const named = on.world.places.get(word) ?? on.world.places.get(fold(word)) ?? [];
    if (named.length === 1) return named;
    const what =
      named.length === 0
        ? message('plans.exchange.wrong.unknown_place', { found: shown(word) })
        : message('plans.exchange.wrong.several_places', {
            found: shown(word),
            options: named.map((place) => place.slug).join(', '),
          });
    wrong({ field: 'places', message: what });
    return [];
  });
  return [...new Map(places.map((place) => [place.id, place])).values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function readLocalises(cells: Cells, on: Ground, wrong: (wrong: Wrong) => void): MeasureDraft['localises'] {
  const text = (cells.localises ?? '').trim();
  if (text === '') return null;
  const goal = on.world.goal(text);
  if (!goal) {
    wrong({ field: 'localises', message: message('plans.exchange.wrong.no_goal', { found: shown(text) }) });
    return null;
  }
  if (goal.planSlug === on.plan.slug && goal.forum === on.world.forum.id)
    wrong({ field: 'localises', message: message('plans.measures.wrong.localises_same_plan') });
  return { address: `${goal.planSlug}/${goal.slug}`, forum: goal.forum, id: goal.id };
}

/** Does a chain of localised measures, with those that the file changes laid over, come back to where it began? */
export function leadsBack(from: string, to: string, localises: (id: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let id: string | undefined = to; id !== undefined && !seen.has(id); id = localises(id)) {
    if (id === from) return true;
    seen.add(id);
  }
  return false;
}
