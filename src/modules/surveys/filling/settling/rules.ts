import { evaluate, isError } from '../../expressions/rules.ts';
import type { Value } from '../../expressions/schema.ts';
import { isMoment, numberOf, textOf, truthOf } from '../../expressions/values/rules.ts';
import type { Question } from '../../questionnaires/schema.ts';
import { offered } from '../offers/rules.ts';
import type { Column, Filling, Form, Place, Problem, Spot, Tree, Unit } from '../schema.ts';
import { shapeProblem } from '../shapes/rules.ts';
import { addEntry, MOST_ENTRIES, pathOf } from '../tree/rules.ts';
import { Interview } from '../world/rules.ts';

/** Facts of the device and the clock; nobody is asked for them. */
export const FACTS: ReadonlySet<string> = new Set([
  ...['start', 'end', 'today', 'deviceid', 'username', 'phonenumber', 'email'],
]);

/**
 * Works out all that changes when the answers of these items changed; null: everything. Then the defaults of places that
 * have just begun, in the order of the form, each knowing those before it.
 */
export function settle(
  form: Form,
  tree: Tree,
  filling: Filling,
  changed: readonly Spot[] | null,
  begun: readonly Place[] = [],
): void {
  const desk = new Desk(form, tree, filling);
  desk.settle(changed);
  const fresh = new Set([...begun, ...desk.fresh]);
  // Grows while a default makes a repeat longer.
  for (const place of fresh) {
    if (!place.spot.rules.has('default')) continue;
    desk.preset(place);
    desk.settle([place.spot]);
    for (const one of desk.fresh) fresh.add(one);
  }
}

class Desk {
  /** Places that began while working, with a default that is worked out. */
  readonly fresh: Place[] = [];
  readonly #form: Form;
  readonly #tree: Tree;
  readonly #filling: Filling;
  readonly #world: Interview;

  constructor(form: Form, tree: Tree, filling: Filling) {
    this.#form = form;
    this.#tree = tree;
    this.#filling = filling;
    this.#world = new Interview(form, tree, filling);
  }

  settle(changed: readonly Spot[] | null): void {
    const { units } = this.#form;
    const due = new Uint8Array(units.length);
    const spots = changed && new Set(changed);
    units.forEach(({ of, spot, timed }, index) => {
      if (!spots || timed || (of === 'value' && spots.has(spot))) due[index] = 1;
    });
    units.forEach((unit, index) => {
      if (!due[index]) return;
      const isNew = this.#work(unit) || spots?.has(unit.spot);
      if (isNew) for (const next of unit.next) due[next] = 1;
    });
  }

  preset(place: Place): void {
    place.value = this.#stored(place, this.#value(place, 'default'));
  }

  /** Whether anything became different. */
  #work({ of, spot }: Unit): boolean {
    if (of === 'relevance') return this.#relevance(spot);
    if (of === 'count') return each(this.#tree.heads[spot.id]!, (head) => this.#count(head));
    if (of === 'value') return each(this.#tree.at[spot.id]!, (place) => this.#calculation(place));
    const places = spot.item?.is === 'repeat' ? this.#tree.heads[spot.id]! : this.#tree.at[spot.id]!;
    for (const place of places) this.#face(place);
    return false;
  }

  #relevance(spot: Spot): boolean {
    const places = spot.item?.is === 'repeat' ? this.#tree.heads[spot.id]! : this.#tree.at[spot.id]!;
    return each(places, (place) => {
      const around = place.up === null || place.up.relevant === true;
      return changeRelevance(place, around && this.#holds(place, 'relevant', true));
    });
  }

  /** Entries behind the number that is asked for are kept, and not relevant. */
  #count(head: Place): boolean {
    let most = head.inside.length;
    if (head.spot.rules.has('repeat_count')) {
      const wanted = numberOf(this.#value(head, 'repeat_count'), this.#filling.zone);
      most = Math.min(MOST_ENTRIES, Math.max(0, Math.trunc(wanted) || 0));
    }
    let isNew = false;
    while (head.relevant && head.inside.length < most) {
      isNew = true;
      this.#begins(addEntry(head, this.#tree));
    }
    return each(head.inside, (entry, index) => changeRelevance(entry, head.relevant === true && index < most)) || isNew;
  }

  #begins(place: Place): void {
    if (place.spot.rules.has('default')) this.fresh.push(place);
    for (const inside of place.inside) this.#begins(inside);
  }

  #calculation(place: Place): boolean {
    if (!place.spot.rules.has('calculation')) return false;
    const value = this.#stored(place, this.#value(place, 'calculation'));
    const isNew = value !== place.value;
    place.value = value;
    return isNew;
  }

  #face(place: Place): void {
    const { item, rules } = place.spot;
    if (item?.is !== 'question' || !place.relevant) {
      place.problem = null;
      return;
    }
    place.readonly = rules.has('calculation') || this.#holds(place, 'readonly', false);
    place.required = this.#holds(place, 'required', false);
    this.#world.begin(`${pathOf(place)} choice_filter`);
    place.choices = offered(this.#form, place, this.#filling, this.#world);
    place.problem = this.#problem(place, item);
  }

  #problem(place: Place, item: Question): Problem | null {
    if (FACTS.has(item.type) || item.type === 'note') return null;
    if (place.value === '') {
      const isOwed = place.required && !place.readonly && !this.#filling.declined[pathOf(place)];
      return isOwed ? { reason: 'required', message: item.requiredMessage } : null;
    }
    const reason = shapeProblem(item, place.value, place.choices, this.#filling.zone);
    if (reason) return { reason, message: {} };
    return this.#holds(place, 'constraint', true) ? null : { reason: 'constraint', message: item.constraintMessage };
  }

  #holds(place: Place, column: Column, otherwise: boolean): boolean {
    return place.spot.rules.has(column) ? truthOf(this.#value(place, column)) : otherwise;
  }

  /** "" where the rule breaks: patterns and paths that only come together with the answers. */
  #value(place: Place, column: Column): Value {
    this.#world.begin(`${pathOf(place)} ${column}`);
    const found = evaluate(place.spot.rules.get(column)!.parsed, this.#world, place);
    return isError(found) ? '' : found;
  }

  /** As XForms keep it: what is no number and no day is no answer; a day is kept without its hour. */
  #stored({ spot }: Place, value: Value): string {
    if (typeof value === 'number' && !Number.isFinite(value)) return '';
    if (isMoment(value) && Number.isNaN(value.moment)) return '';
    const text = textOf(value, this.#filling.zone);
    return spot.item?.is === 'question' && spot.item.type === 'date' && isMoment(value) ? text.slice(0, 10) : text;
  }
}

function changeRelevance(place: Place, relevant: boolean): boolean {
  const isNew = place.relevant !== relevant;
  place.relevant = relevant;
  return isNew;
}

/** Does it at every place, and says whether any became different. */
const each = (places: readonly Place[], work: (place: Place, index: number) => boolean): boolean =>
  places.reduce((isNew, place, index) => work(place, index) || isNew, false);
