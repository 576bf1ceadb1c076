import { distance } from '#core/i18n/names.ts';
import { parseExpression } from '../../expressions/parsing/rules.ts';
import { callErrorsOf, functionsOf, referencesOf } from '../../expressions/references/rules.ts';
import { isError } from '../../expressions/rules.ts';
import type { ExpressionError, Parsed } from '../../expressions/schema.ts';
import type { Item, Questionnaire, Words } from '../../questionnaires/schema.ts';
import { isRing, orderOf } from '../ordering/rules.ts';
import type { Column, Form, FormProblem, FormProblems, Spot } from '../schema.ts';
import { ruleOf } from '../waiting/rules.ts';

/** Makes a questionnaire ready to be asked; or says everything for which it cannot be. */
export function compile(questionnaire: Questionnaire): Form | FormProblems {
  const maker = new Maker(questionnaire);
  return maker.form();
}

const NOTHING: Words = {};

class Maker {
  readonly #questionnaire: Questionnaire;
  readonly #spots: Spot[] = [];
  readonly #byName = new Map<string, Spot[]>();
  readonly #problems: FormProblem[] = [];

  constructor(questionnaire: Questionnaire) {
    this.#questionnaire = questionnaire;
  }

  form(): Form | FormProblems {
    const questionnaire = this.#questionnaire;
    const root = this.#spot(null, questionnaire.settings.name ?? 'data', null);
    this.#below(root, questionnaire.items);
    for (const spot of this.#spots) if (spot.item) this.#read(spot, spot.item);
    const units = orderOf(this.#spots);
    if (isRing(units)) this.#problem(this.#byName.get(units[0]!)![0]!, null, 'cycle', { names: units });
    if (isRing(units) || this.#problems.length > 0) return { is: 'problems', problems: this.#problems };
    const spots = this.#spots;
    return { is: 'form', questionnaire, root, spots, byName: this.#byName, units, lists: new Map() };
  }

  #spot(item: Item | null, name: string, parent: Spot | null): Spot {
    const children: Spot[] = [];
    const preset = item?.is === 'question' && !isWorkedOut(item.preset) ? (item.preset ?? '') : '';
    const id = this.#spots.length;
    const spot: Spot = { id, item, name, parent, children, rules: new Map(), preset, mentions: new Set() };
    this.#spots.push(spot);
    if (item) this.#byName.set(name, [...(this.#byName.get(name) ?? []), spot]);
    return spot;
  }

  #below(parent: Spot, items: readonly Item[]): void {
    for (const item of items.flatMap(withOther)) {
      const isTwice = parent.children.some(({ name }) => name === item.name);
      const spot = this.#spot(item, item.name, parent);
      (parent.children as Spot[]).push(spot);
      if (isTwice) this.#problem(spot, null, 'name_twice', { name: item.name });
      if (item.is !== 'question') this.#below(spot, item.items);
    }
  }

  #read(spot: Spot, item: Item): void {
    this.#rule(spot, 'relevant', item.relevant);
    if (item.is === 'repeat') this.#rule(spot, 'repeat_count', item.count);
    for (const text of [item.label, item.hint].flatMap((words) => Object.values(words))) this.#mentions(spot, text);
    if (item.is !== 'question') return;
    this.#rule(spot, 'required', item.required);
    this.#rule(spot, 'constraint', item.constraint);
    this.#rule(spot, 'calculation', item.calculation);
    this.#rule(spot, 'readonly', item.readonly);
    if (isWorkedOut(item.preset)) this.#rule(spot, 'default', item.preset);
    if (!item.choices) return;
    this.#rule(spot, 'choice_filter', item.choices.filter);
    if (!Object.hasOwn(this.#questionnaire.lists, item.choices.list))
      this.#problem(spot, null, 'unknown_list', {
        name: item.choices.list,
        near: nearest(item.choices.list, Object.keys(this.#questionnaire.lists)),
      });
  }

  #rule(spot: Spot, column: Column, text: string | null): void {
    if (text === null || text.trim() === '') return;
    const parsed = parseExpression(text);
    if (isError(parsed)) {
      this.#wrong(spot, column, parsed);
      return;
    }
    for (const error of callErrorsOf(parsed)) this.#wrong(spot, column, error);
    for (const { name, lastSaved } of referencesOf(parsed)) if (!lastSaved) this.#named(spot, column, name);
    const named = (name: string): Spot | undefined => this.#byName.get(name)?.[0];
    spot.rules.set(column, ruleOf(parsed, spot, named, column === 'choice_filter'));
  }

  /** Items whose answers a label or hint says. */
  #mentions(spot: Spot, text: string): void {
    for (const [, lastSaved, name] of text.matchAll(MENTION)) {
      const said = lastSaved ? null : this.#named(spot, 'label', name!);
      if (said) spot.mentions.add(said);
    }
  }

  #named(spot: Spot, column: Column, name: string): Spot | null {
    const found = this.#byName.get(name) ?? [];
    if (found.length === 0) {
      const near = nearest(name, [...this.#byName.keys()]);
      this.#problem(spot, column, 'unknown_name', { name, near });
    } else if (found.length > 1) this.#problem(spot, column, 'ambiguous_name', { name });
    return found[0] ?? null;
  }

  #wrong(spot: Spot, column: Column, error: ExpressionError): void {
    this.#problem(spot, column, 'expression', { error, name: error.found, near: error.near });
  }

  #problem(spot: Spot, column: Column | null, reason: FormProblem['reason'], more: Partial<FormProblem>): void {
    const empty = { error: null, name: '', near: null, names: [] };
    this.#problems.push({ ...empty, ...more, path: pathOf(spot), column, reason });
  }
}

const MENTION = /\$\{\s*(last-saved#)?([^}\s]+)\s*\}/g;

/** "or_other" asks in a text of its own for what is not in the list, as XLSForm writes it into the form. */
function withOther(item: Item): readonly Item[] {
  if (item.is !== 'question' || !item.choices?.other) return [item];
  const asked: Item = {
    ...item,
    name: `${item.name}_other`,
    type: 'text',
    label: NOTHING,
    hint: NOTHING,
    guidance: NOTHING,
    // Within the same group, so that it is that of the same repetition.
    relevant: `selected(../${item.name}, 'other')`,
    appearance: null,
    required: null,
    constraint: null,
    calculation: null,
    preset: null,
    choices: null,
    parameters: {},
    other: {},
  };
  return [item, asked];
}

/** Whether a default is an expression: it calls what exists, or names an item; anything else is a value as it stands. */
function isWorkedOut(preset: string | null): preset is string {
  if (preset === null) return false;
  const parsed = parseExpression(preset);
  if (isError(parsed)) return false;
  const references = referencesOf(parsed).length > 0;
  return callErrorsOf(parsed).length === 0 && (references || functionsOf(parsed).length > 0 || isReckoned(parsed));
}

/** "1 + 1" is reckoned; "2026-11-23" and "yes and no" are texts. */
function isReckoned({ root }: Parsed): boolean {
  return root.is === 'operation' && ['+', '*', 'div', 'mod'].includes(root.operator) && root.left.is === 'number';
}

function nearest(name: string, known: readonly string[]): string | null {
  const most = name.length < 5 ? 1 : 2;
  const near = known
    .map((other) => ({ other, off: distance(other.toLowerCase(), name.toLowerCase(), most) }))
    .filter(({ off }) => off <= most)
    .sort((a, b) => a.off - b.off);
  return near[0]?.other ?? null;
}

function pathOf(spot: Spot): string {
  return spot.parent?.item ? `${pathOf(spot.parent)}/${spot.name}` : spot.name;
}
