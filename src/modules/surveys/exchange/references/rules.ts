import type { Element } from '../schema.ts';
import type { Node } from '../xml/rules.ts';
import { tag } from '../xml/rules.ts';
import type { Names, Placed } from './schema.ts';

export const pathText = (placed: Pick<Placed, 'path'>): string => `/${placed.path.join('/')}`;

/** Every item below, in order, the given one first. */
export function* allBelow(placed: Placed): Generator<Placed> {
  yield placed;
  for (const item of placed.items) yield* allBelow(item);
}

/** Gives every item its path; `root` stands for the form itself. */
export function place(items: readonly Element[], root: string): Placed {
  const form = { ...BARE, is: 'group' as const, name: root, type: 'survey', items };
  return placed(form, null);
}

function placed(element: Element, parent: Placed | null): Placed {
  const items: Placed[] = [];
  const path = [...(parent?.path ?? []), element.name];
  const here: Placed = { element, path, parent, items };
  items.push(...element.items.map((item) => placed(item, here)));
  return here;
}

const BARE: Omit<Element, 'is' | 'name' | 'type' | 'items'> = {
  row: null,
  label: {},
  hint: {},
  guidance: {},
  media: {},
  bind: {},
  control: {},
  instance: {},
  preset: '',
  trigger: [],
  select: null,
  parameters: {},
  other: {},
  heads: {},
};

/** An item that stands in no sheet and that we add: the facts of "meta", counts of repeats. */
export const added = (item: Partial<Element> & Pick<Element, 'name' | 'type'>): Element => ({
  ...BARE,
  is: 'question',
  items: [],
  ...item,
});

/** A name as expressions refer to it. */
export const referenceTo = (name: string): string => `\${${name}}`;

/** References `${name}` and `${last-saved#name}` as they are written. */
export const REFERENCE = /\$\{\s*(last-saved#)?([^{}]*?)\s*\}/g;

/** Names that a text refers to, each with whether it means the last saved interview. */
export const referencesIn = (text: string): readonly { readonly name: string; readonly saved: boolean }[] =>
  [...text.matchAll(REFERENCE)].map((found) => ({ name: found[2]!, saved: found[1] !== undefined }));

export const hasReference = (text: string): boolean => referencesIn(text).length > 0;

/** The whole text is one reference: its name. */
export const onlyReference = (text: string): string | null => /^\s*\$\{\s*([^{}#]*?)\s*\}\s*$/.exec(text)?.[1] ?? null;

/** A `${` that is no reference to a name: not closed, empty, nested, or with signs that no name has. */
export function badReference(text: string): string | null {
  for (const found of text.matchAll(/\$\{/g)) {
    const rest = text.slice(found.index);
    const whole = /^\$\{([^{}]*)\}/.exec(rest);
    if (!whole || !/^(last-saved#)?[\p{L}_][\p{L}\p{N}\p{M}_.:-]*$/u.test(whole[1]!))
      return whole?.[0] ?? rest.slice(0, 40);
  }
  return null;
}

export function namesOf(form: Placed): Names {
  const byName = new Map<string, Placed>();
  const twice = new Set<string>();
  for (const item of allBelow(form)) {
    if (item === form || item.element.type === 'meta') continue;
    if (byName.has(item.element.name)) twice.add(item.element.name);
    else byName.set(item.element.name, item);
  }
  return { root: form.element.name, byName, twice };
}

const ancestors = (of: Placed): readonly Placed[] => (of.parent ? [...ancestors(of.parent), of.parent] : []);

/**
 * From one item to another inside a repeat that both belong to, as "../name": each turn of the repeat means its own
 * answers. Null where no repeat is shared: then the path from the root is meant.
 */
export function relativePath(from: Placed, to: Placed): string | null {
  const above = ancestors(from);
  const other = ancestors(to);
  let shared = 0;
  while (shared < above.length && above[shared] === other[shared]) shared++;
  if (!above.slice(0, shared).some((section) => section.element.is === 'repeat')) return null;
  return ['..', ...Array<string>(from.path.length - shared - 1).fill('..'), ...to.path.slice(shared)].join('/');
}

export interface Use {
  /** The expression is a predicate over another instance: the item itself is `current()`. */
  readonly current?: boolean;
  /** Inside a predicate over this repeat its own answers are "./name". */
  readonly within?: Placed;
}

/** An expression with paths in place of references, a blank on each side as other programs write it. */
export function resolved(text: string, from: Placed, names: Names, use: Use = {}): string {
  const places = text.includes('${') ? placesOf(text) : null;
  return text.replace(REFERENCE, (whole, saved: string | undefined, name: string, at: number) => {
    const to = names.byName.get(name);
    if (!to) return whole;
    if (saved) return ` instance('__last-saved')${pathText(to)} `;
    if (use.within && ancestors(to).includes(use.within))
      return ` ./${to.path.slice(use.within.path.length).join('/')} `;
    const place = places?.get(at);
    const relative = place?.whole ? null : relativePath(from, to);
    if (relative === null) return ` ${pathText(to)} `;
    return use.current || place?.predicate ? ` current()/${relative} ` : ` ${relative} `;
  });
}

interface Spot {
  /** Inside [...] of a path that begins with instance(). */
  readonly predicate: boolean;
  /** An argument of indexed-repeat() that names a question or a repeat, not a number. */
  readonly whole: boolean;
}

interface Open {
  readonly mark: '(' | '[';
  readonly call: string;
  readonly instance: boolean;
  argument: number;
}

/** Where each reference of an expression stands, by its position. */
function placesOf(text: string): ReadonlyMap<number, Spot> {
  const spots = new Map<number, Spot>();
  const open: Open[] = [];
  let instancePath = false;
  let last = '';
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (sign === "'" || sign === '"') {
      const end = text.indexOf(sign, i + 1);
      if (end > 0 && !text.slice(i, end).includes('${')) i = end;
      last = sign;
      instancePath = false;
    } else if (text.startsWith('${', i)) {
      const inner = open.at(-1);
      const whole = inner?.call === 'indexed-repeat' && (inner.argument === 0 || inner.argument % 2 === 1);
      spots.set(i, { predicate: open.some((one) => one.instance), whole });
      i = Math.max(i, text.indexOf('}', i));
      last = '}';
      instancePath = false;
    } else if (sign === '(' || sign === '[') {
      const call = sign === '(' ? (/[\w:.-]+\s*$/.exec(text.slice(Math.max(0, i - 60), i))?.[0].trim() ?? '') : '';
      open.push({ mark: sign, call, instance: sign === '[' && instancePath, argument: 0 });
      instancePath = false;
      last = sign;
    } else if (sign === ')' || sign === ']') {
      const closed = open.pop();
      instancePath = closed?.mark === '(' ? closed.call === 'instance' : (closed?.instance ?? false);
      last = sign;
    } else {
      if (sign === ',' && open.length > 0) open.at(-1)!.argument++;
      if (/\s/.test(sign)) continue;
      const goesOn =
        sign === '/' ||
        (last === '/' && /[\w*@.]/.test(sign)) ||
        (/[\w:.*-]/.test(sign) && /[\w:.-]/.test(text[i - 1]!));
      if (!goesOn) instancePath = false;
      last = sign;
    }
  }
  return spots;
}

/** A label as it stands between tags: references and paths of other instances become <output>. */
export function spoken(text: string, from: Placed, names: Names): readonly Node[] {
  const nodes: Node[] = [];
  let rest = 0;
  for (const [at, end] of outputsIn(text)) {
    if (at > rest) nodes.push(text.slice(rest, at));
    nodes.push(tag('output', { value: resolved(text.slice(at, end), from, names) }));
    rest = end;
  }
  if (rest < text.length) nodes.push(text.slice(rest));
  return nodes;
}

/** From where to where a text holds something that is computed. */
function outputsIn(text: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const start = /\$\{[^{}]*\}|\binstance\s*\(/g;
  for (let hit = start.exec(text); hit; hit = start.exec(text)) {
    const end = hit[0].startsWith('$') ? hit.index + hit[0].length : endOfInstancePath(text, hit.index);
    if (end === null) continue;
    found.push([hit.index, end]);
    start.lastIndex = end;
  }
  return found;
}

/** The end of "instance('list')/root/item[name = 'a']/label"; null when it is no such path. */
function endOfInstancePath(text: string, from: number): number | null {
  let at = endOfBrackets(text, text.indexOf('(', from));
  if (at === null || !/^\s*\//.test(text.slice(at))) return null;
  for (;;) {
    const step = /^\/{1,2}[\p{L}\p{N}_.:*@-]*[\p{L}\p{N}_*]/u.exec(text.slice(at));
    if (step) at += step[0].length;
    else if (text[at] === '[') {
      const end: number | null = endOfBrackets(text, at);
      if (end === null) return null;
      at = end;
    } else return at;
  }
}

/** After the bracket that closes the one at `from`; brackets in quotation marks do not count. */
function endOfBrackets(text: string, from: number): number | null {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const sign = text[i]!;
    if (sign === "'" || sign === '"') {
      const end = text.indexOf(sign, i + 1);
      if (end < 0) return null;
      i = end;
    } else if (sign === '(' || sign === '[') depth++;
    else if ((sign === ')' || sign === ']') && --depth === 0) return i + 1;
  }
  return null;
}
