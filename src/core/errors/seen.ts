import { type Refusal, type Result, refuse } from './result.ts';

/** What stands in a form, by the names of its fields. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/**
 * Rows of a form, such as `point_0_id`, `point_0_title`: told apart not by their place but by the value of one field
 * (`key`), so that two people may both add one. `prefix` is a regular expression; within another list its row is
 * written `\[[^\]]*\]`.
 */
export interface List {
  readonly prefix: string;
  readonly key: string;
}

/** One field that somebody else saved meanwhile. */
export interface Change {
  /** Its name in the form that is shown now; null: the row is gone from it. */
  readonly field: string | null;
  readonly theirs: string | readonly string[];
  readonly mine: string | readonly string[];
  /** Changed by both: a person must choose. Else what the other saved stands in the form. */
  readonly both: boolean;
}

/** The hidden field in which a form says what it showed. */
export const SEEN = 'seen';

/**
 * A mark of what a form shows, for a hidden field: one short sign for each field that holds something. It tells later
 * which fields were changed, by whom; it is no secret and no proof.
 */
export function seenOf(values: Values, lists: readonly List[] = []): string {
  const marks = [...canonical(values, lists)]
    .filter(([, { text }]) => text !== '')
    .map(([name, value]) => `${name}=${sign(value)}`);
  return marks.sort().join(' ') || NOTHING;
}

/** The mark of a form in which nothing stood: it says so, where no mark at all says nothing. */
const NOTHING = '-';

/** Is what stands now what the form showed? True for a caller that shows no form and says nothing. */
export const isAsSeen = (seen: string | null | undefined, now: Values, lists: readonly List[] = []): boolean =>
  seen === null || seen === undefined || seen === '' || seen === seenOf(now, lists);

/**
 * Does one field still hold what the form showed of it? For forms that show many things and change one; the field's
 * name has no blank and no "=". True for a caller that shows no form.
 */
export function isFieldAsSeen(seen: string | null | undefined, name: string, now: string): boolean {
  if (seen === null || seen === undefined || seen === '') return true;
  const shown = seen.split(' ').find((mark) => mark.startsWith(`${name}=`));
  return (shown ?? NOTHING) === seenOf({ [name]: now });
}

/** What a command says that would overwrite what its caller has not seen. */
export const changedMeanwhile = (): Result<never> => refuse('conflict', { key: CHANGED });
const CHANGED = 'errors.changed_meanwhile';

export const isChangedMeanwhile = (refusal: Refusal): boolean => refusal.message.key === CHANGED;

export interface Merged {
  readonly values: Values;
  readonly changes: readonly Change[];
}

/**
 * Brings together what was shown (its mark), what stands now and what was typed, field by field: what only one side
 * changed is taken from that side, what both changed stays as typed and is told. Nothing is lost without a word.
 */
export function merge(seen: string, now: Values, typed: Values, lists: readonly List[] = []): Merged {
  const shown = new Map(
    seen.split(' ').map((part) => [part.slice(0, part.lastIndexOf('=')), part.slice(part.lastIndexOf('=') + 1)]),
  );
  const [theirs, mine] = [canonical(now, lists), canonical(typed, lists)];
  const raw = (of: Map<string, Field>, name: string) => of.get(name)?.raw ?? '';
  const values = new Map<string, string | readonly string[]>();
  const changes: (Omit<Change, 'field'> & { readonly name: string })[] = [];
  for (const name of new Set([...theirs.keys(), ...mine.keys(), ...shown.keys()])) {
    if (name === '' || name === SEEN) continue;
    const [their, my, before] = [sign(theirs.get(name)), sign(mine.get(name)), shown.get(name) ?? sign('')];
    const both = their !== before && my !== before && their !== my;
    values.set(name, their !== before && my === before ? raw(theirs, name) : raw(mine, name));
    if (their !== before && their !== my)
      changes.push({ name, theirs: raw(theirs, name), mine: raw(mine, name), both });
  }
  return told(values, changes, lists);
}

interface Field {
  readonly raw: string | readonly string[];
  readonly text: string;
}

/** Names without their place in a list, values as they are compared. */
function canonical(values: Values, lists: readonly List[]): Map<string, Field> {
  const fields = new Map<string, Field>();
  let named = Object.entries(values).filter(([name]) => name !== SEEN);
  for (const list of lists) named = keyed(named, list);
  for (const [name, raw] of named) fields.set(name, { raw, text: plain(raw) });
  return fields;
}

type Named = [name: string, value: string | readonly string[]];

/** `point_0_title` becomes `point_[<its id>]_title`; a row without a key is one of its own. */
function keyed(named: readonly Named[], { prefix, key }: List): Named[] {
  const shape = new RegExp(`^(${prefix})_(\\d+)_(.+)$`);
  const keys = new Map<string, string>();
  for (const [name, value] of named) {
    const [, before, place, field] = shape.exec(name) ?? [];
    if (field === key && plain(value) !== '') keys.set(`${before} ${place}`, encodeURIComponent(plain(value)));
  }
  return named.map(([name, value]) => {
    const [, before, place, field] = shape.exec(name) ?? [];
    if (before === undefined) return [name, value];
    return [`${before}_[${keys.get(`${before} ${place}`) ?? `+${place}`}]_${field}`, value];
  });
}

function told(
  values: Map<string, string | readonly string[]>,
  changes: readonly (Omit<Change, 'field'> & { readonly name: string })[],
  lists: readonly List[],
): Merged {
  // A row that the other took away and I left as it was is gone; its hidden number alone is no row.
  const rowOf = (name: string) => /^(.*\])_[^\]]*$/.exec(name)?.[1] ?? null;
  const isKey = (name: string) => lists.some(({ key }) => name.endsWith(`]_${key}`));
  const filled = new Set(
    [...values].flatMap(([name, value]) =>
      plain(value) !== '' && !(isKey(name) && name.endsWith('_id')) ? (rowOf(name) ?? []) : [],
    ),
  );
  const kept = [...values].filter(([name]) => rowOf(name) === null || filled.has(rowOf(name)!));
  const names = placed(
    kept.map(([name]) => name),
    lists,
  );
  const visible = changes.filter(({ name }) => !(isKey(name) && name.endsWith('_id')));
  return {
    values: Object.fromEntries(kept.map(([name, value]) => [names.get(name)!, value])),
    changes: visible.map(({ name, ...change }) => ({ ...change, field: names.get(name) ?? null })),
  };
}

/** Rows get their places back: first those that stand, in their order, then those that were added. */
function placed(names: readonly string[], lists: readonly List[]): ReadonlyMap<string, string> {
  const now = new Map(names.map((name) => [name, name]));
  for (const { prefix } of lists.toReversed()) {
    const shape = new RegExp(`^(${prefix})_\\[([^\\]]*)\\]_(.+)$`);
    const places = new Map<string, Map<string, number>>();
    for (const [name, current] of now) {
      const [, before, row, field] = shape.exec(current) ?? [];
      if (before === undefined || row === undefined) continue;
      const rows = places.get(before) ?? new Map<string, number>();
      places.set(before, rows);
      if (!rows.has(row)) rows.set(row, rows.size);
      now.set(name, `${before}_${rows.get(row)}_${field}`);
    }
  }
  return now;
}

/** As values are compared: without blanks around, several in one order. */
function plain(value: string | readonly string[]): string {
  const one = (text: string) => text.replace(/\r\n?/g, '\n').trim();
  return typeof value === 'string' ? one(value) : value.map(one).filter(Boolean).toSorted().join('\n');
}

/** 53 bits of a text, as short letters (cyrb53): enough to see a change of one's own form. */
function sign(value: Field | string | undefined): string {
  const text = value === undefined ? '' : typeof value === 'string' ? value : value.text;
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
