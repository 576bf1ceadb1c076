import type { Findings } from '../columns/rules.ts';
import { allBelow, onlyReference, referenceTo } from '../references/rules.ts';
import type { Placed } from '../references/schema.ts';
import type { Element, Lists } from '../schema.ts';
import { isSearch } from '../types/search/rules.ts';

/** A second instance of an XForm: a list of choices, or a file that comes with the form. */
export interface Outside {
  readonly id: string;
  readonly kind: 'choice' | 'file' | 'external' | 'pulldata' | 'saved';
  /** Null for a list of choices, which stands in the form. */
  readonly address: string | null;
  readonly element: Element | null;
}

const fileAddress = (file: string): string => {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? 'csv';
  return ending === 'csv' ? `jr://file-csv/${file}` : `jr://file/${file}`;
};

/** Expressions of a question that may read another instance. */
const expressionsOf = (element: Element): readonly string[] => [
  ...['calculate', 'constraint', 'readonly', 'required', 'relevant'].flatMap((name) =>
    Object.values(element.bind[name] ?? {}),
  ),
  element.select?.filter ?? '',
  element.preset,
];

/** All that a form reads besides its own answers, in the order of the questions; lists of choices at the end. */
export function outsideOf(form: Placed, lists: Lists): readonly Outside[] {
  const found: Outside[] = [];
  let saved = false;
  for (const { element } of allBelow(form)) {
    const { type, select, name } = element;
    if (type === 'xml-external') found.push({ id: name, kind: 'external', address: `jr://file/${name}.xml`, element });
    if (type === 'csv-external')
      found.push({ id: name, kind: 'external', address: `jr://file-csv/${name}.csv`, element });
    if (select?.from === 'file') {
      const id = select.list.replace(/\.[a-z]+$/i, '');
      found.push({ id, kind: 'file', address: fileAddress(select.list), element });
    }
    for (const text of expressionsOf(element)) {
      saved ||= /\$\{\s*last-saved#/.test(text);
      for (const call of text.matchAll(/\bpulldata\s*\(\s*['"]([^'"]+)['"]/g))
        found.push({ id: call[1]!, kind: 'pulldata', address: `jr://file-csv/${call[1]}.csv`, element });
    }
    saved ||= [element.label, element.hint, element.guidance, ...Object.values(element.bind)].some((said) =>
      Object.values(said).some((text) => /\$\{\s*last-saved#/.test(text)),
    );
  }
  if (saved) found.push({ id: '__last-saved', kind: 'saved', address: 'jr://instance/last-saved', element: null });
  for (const id of listsInUse(form, lists)) found.push({ id, kind: 'choice', address: null, element: null });
  return found;
}

/** Lists are written whether or not a question asks them: expressions may read them. "search()" reads a file instead. */
function listsInUse(form: Placed, lists: Lists): readonly string[] {
  const searched = new Set(
    [...allBelow(form)].flatMap(({ element }) => (isSearch(element) ? [element.select!.list] : [])),
  );
  return Object.keys(lists).filter((list) => !searched.has(list));
}

/** A list of "search()" holds names of columns, which other questions cannot offer. */
export function judgeSearches(form: Placed, said: Findings): void {
  const elements = [...allBelow(form)].map((item) => item.element);
  for (const element of elements.filter(isSearch)) {
    const list = element.select!.list;
    const other = elements.find((one) => one.select?.list === list && one.select.from === 'choices' && !isSearch(one));
    const at = { sheet: 'survey', row: element.row, column: 'appearance' };
    if (other) said.fault('search_shared', { ...at, found: `${element.name} (${list})`, expected: other.name });
  }
}

/** Places to point at must come with the form. */
export function judgeGeometry(form: Placed, lists: Lists, said: Findings): void {
  const known = new Set(
    outsideOf(form, lists).flatMap((one) => (['saved', 'pulldata'].includes(one.kind) ? [] : one.id)),
  );
  const repeats = new Set([...allBelow(form)].flatMap(({ element }) => (element.is === 'repeat' ? element.name : [])));
  for (const { element } of allBelow(form)) {
    const value = element.parameters['reference-geometry'];
    if (value === undefined || element.select === null) continue;
    const name = onlyReference(value);
    if (name !== null ? repeats.has(name) : known.has(value)) continue;
    const at = { sheet: 'survey', row: element.row, column: 'parameters' };
    const expected = [...known, ...[...repeats].map(referenceTo)].join(', ');
    said.fault('parameter_value', { ...at, found: `reference-geometry=${value}`, expected });
  }
}

/** Two things of one name from two places cannot both be read. */
export function judgeInstances(form: Placed, lists: Lists, said: Findings): void {
  const seen = new Map<string, Outside>();
  for (const one of outsideOf(form, lists)) {
    const other = seen.get(one.id);
    const at = { sheet: one.element ? 'survey' : 'choices', row: one.element?.row ?? null, column: 'type' };
    if (other && (other.address !== one.address || (one.kind === 'external' && other.kind === 'external')))
      said.fault('two_instances', { ...at, found: one.id, expected: other.address ?? 'choices' });
    if (!other) seen.set(one.id, one);
  }
}
