/**
 * The address of the same page with some query parameters changed (null takes one away) and all others kept:
 * filters, sorting and pages live in the URL together. Returns path and query without host.
 */
export function withQuery(url: URL, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text ? `${url.pathname}?${text}` : url.pathname;
}

/** Parameters of the address except the named ones, in order: a GET form repeats them as hidden fields. */
export const otherParameters = (url: URL, own: readonly string[]): readonly (readonly [string, string])[] =>
  [...url.searchParams].filter(([name]) => !own.includes(name));

/** How a list is sorted: `?sort=due` upwards, `?sort=-due` downwards. */
export interface Sorting {
  readonly by: string;
  readonly down: boolean;
}

/** The sorting that the address asks for, when it is one of the allowed columns; else null. */
export function sortingOf(url: URL, allowed: readonly string[], parameter = 'sort'): Sorting | null {
  const asked = url.searchParams.get(parameter) ?? '';
  const by = asked.replace(/^-/, '');
  return by !== '' && allowed.includes(by) ? { by, down: asked.startsWith('-') } : null;
}
