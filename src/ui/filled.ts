import type { FieldError } from '#core/errors/result.ts';
import { type Change, type List, merge, SEEN, seenOf } from '#core/errors/seen.ts';
import type { Posted } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';

export type Kept = Readonly<Record<string, string | readonly string[]>>;

/**
 * What a form shows: the reader's language, the values standing in the fields (from the database, or kept from a
 * refused try) and what is wrong with them. Every field of the kit takes it as `of`.
 */
export interface Filled {
  readonly lang: Lang;
  readonly values: Kept;
  readonly errors: readonly FieldError[];
}

export const filled = (lang: Lang, values: Kept = {}, errors: readonly FieldError[] = []): Filled => ({
  lang,
  values,
  errors,
});

/** Everything a person typed, so that a refused form loses nothing. Files cannot be kept: browsers forbid it. */
export const keep = (posted: Posted): Kept => Object.fromEntries(posted.names.map((name) => [name, posted.all(name)]));

/** Values of a row that others may save meanwhile: the form takes the mark of what it shows along. */
export const withSeen = (values: Kept, lists: readonly List[] = []): Kept => ({
  ...values,
  [SEEN]: seenOf(values, lists),
});

/** How a value is named to a person: the label of an option instead of its code. */
export type Named = (field: string, value: string) => string | null;

/**
 * The form again after somebody else saved the same row: what only one of the two changed stands in it already, what
 * both changed stands as typed, and each change of the other is told at its field. Saving it then loses nothing.
 */
export function mergedWith(
  lang: Lang,
  now: Kept,
  typed: Kept,
  { lists = [], named = () => null }: { readonly lists?: readonly List[]; readonly named?: Named } = {},
): Filled {
  const seen = typed[SEEN];
  const { values, changes } = merge(typeof seen === 'string' ? seen : (seen?.[0] ?? ''), now, typed, lists);
  const say = (field: string, value: Change['theirs']): string => {
    const words = [value]
      .flat()
      .filter((one) => one !== '')
      .map((one) => named(field, one) ?? one);
    return words.length > 0 ? words.join('; ') : lang.t('ui.form.nothing');
  };
  const errors = changes.map(({ field, theirs, mine, both }): FieldError => {
    const gone = { field: SEEN, message: { key: 'ui.form.gone', params: { mine: say('', mine) } } };
    if (field === null) return gone;
    const params = { theirs: say(field, theirs), mine: say(field, mine) };
    return { field, message: { key: both ? 'ui.form.both' : 'ui.form.theirs', params } };
  });
  const first = { field: SEEN, message: { key: 'ui.form.meanwhile' } };
  return filled(lang, { ...values, [SEEN]: seenOf(now, lists) }, [first, ...errors]);
}

/** The one value of a field; empty when there is none. */
export function textOf(of: Filled, name: string): string {
  const value = of.values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** All values of a field with several ticks. */
export function textsOf(of: Filled, name: string): readonly string[] {
  const value = of.values[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** What is wrong with a field, said in the reader's language; the first remark when there are several. */
export function errorOf(of: Filled, name: string): string | null {
  const found = of.errors.find((error) => error.field === name);
  return found ? of.lang.say(found.message) : null;
}

/** The id of a field's control: the summary on top links to it. Brackets and dots of a name are fine in an id. */
export const fieldId = (name: string): string => `f-${name.replace(/\s/g, '_')}`;
