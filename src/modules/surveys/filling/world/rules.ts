import type { Node, World, Zone } from '../../expressions/schema.ts';
import type { Answers } from '../../questionnaires/schema.ts';
import { labelOf, listTree } from '../offers/rules.ts';
import type { Filling, Form, Place, Spot, Tree } from '../schema.ts';

/** What the expressions of an interview see. */
export class Interview implements World {
  readonly now: number;
  readonly zone: Zone;
  readonly language: string;
  readonly #form: Form;
  readonly #tree: Tree;
  readonly #filling: Filling;
  #chance: () => number = () => 0;

  constructor(form: Form, tree: Tree, filling: Filling) {
    this.now = filling.now;
    this.zone = filling.zone;
    this.language = filling.language;
    this.#form = form;
    this.#tree = tree;
    this.#filling = filling;
  }

  /** Begins a row of chance that belongs to one expression at one place: evaluated again, it is the same. */
  begin(where: string): void {
    let next: (() => number) | null = null;
    this.#chance = () => {
      next ??= chanceOf(`${this.#filling.seed} ${where}`);
      return next();
    };
  }

  random = (): number => this.#chance();

  instance = (id: string): Node | null => listTree(this.#form, id, this.language);

  /** From the nearest place around that also holds the item: within one repetition its own. */
  referred = (name: string, from: Node): readonly Node[] => {
    const spot = this.#form.byName.get(name)?.[0];
    if (!spot) return [];
    const all = this.#tree.at[spot.id]!;
    if (all.length === 1) return all[0]!.relevant ? all : [];
    const around = new Set<Spot>();
    for (let above = spot.parent; above; above = above.parent) around.add(above);
    let here = from as Place | null;
    while (here && (here.isHead || !around.has(here.spot))) here = here.up;
    return all.filter((place) => place.relevant && (!here?.up || isWithin(place, here)));
  };

  everywhere = (name: string): readonly Node[] => {
    const spot = this.#form.byName.get(name)?.[0];
    return spot ? this.#tree.at[spot.id]!.filter(({ relevant }) => relevant) : [];
  };

  lastSaved = (name: string): readonly Node[] => {
    const spot = this.#form.byName.get(name)?.[0];
    const text = spot && this.#filling.lastSaved ? answerIn(this.#filling.lastSaved, spot) : null;
    return text === null ? [] : [{ kind: 'element', name, parent: null, children: [], attributes: [], text }];
  };

  choiceName = (value: string, question: string): string => {
    const name = question.replace(/^.*[/{]\s*/, '').replace(/\s*\}.*$/, '');
    const item = this.#form.byName.get(name)?.[0]?.item;
    const list =
      item?.is === 'question' && item.choices ? this.#form.questionnaire.lists[item.choices.list] : undefined;
    const choice = list?.find((one) => one.name === value);
    return choice ? labelOf(choice, this.language) : '';
  };

  /** Texts have ids in XForms only: of a choice "list-0" and so on. */
  translated = (id: string): string => {
    const found = /^(.+)-(\d+)$/.exec(id);
    const choice = found ? this.#form.questionnaire.lists[found[1]!]?.[Number(found[2])] : undefined;
    return choice ? labelOf(choice, this.language) : '';
  };
}

function isWithin(place: Place, around: Place): boolean {
  for (let here: Place | null = place; here; here = here.up) if (here === around) return true;
  return false;
}

/** The answer that another interview gave; null inside repetitions and where there is none. */
function answerIn(answers: Answers, spot: Spot): string | null {
  const names: string[] = [];
  for (let here: Spot = spot; here.parent; here = here.parent) names.unshift(here.name);
  let found: Answers[string] | undefined = answers;
  for (const name of names) {
    if (typeof found !== 'object' || Array.isArray(found)) return null;
    found = (found as Answers)[name];
  }
  return typeof found === 'string' ? found : null;
}

/** Numbers in [0, 1) that a text decides: FNV-1a for the seed, then Mulberry32. */
function chanceOf(text: string): () => number {
  let state = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
