import type { FieldError } from '#core/errors/result.ts';
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
