import type { Route } from './route.ts';

/** A route's address as hono writes it. */
export interface Pattern {
  readonly path: string;
  /** Parameters whose value ends in this suffix, which is taken off: `/plans/:plan.csv`. */
  readonly suffixes: ReadonlyMap<string, string>;
}

/** In a group: hono anchors the pattern of a parameter, and a bare alternative would be found anywhere in the path. */
const PREFIX = {
  forum: '/:lang{(?:az|en|ru)}/:forum{[a-z0-9-]+}',
  installation: '/:lang{(?:az|en|ru)}',
  root: '',
} as const;

/** "/plans/:plan.csv" becomes "/plans/:plan{[^/]+\\.csv}" below its language and forum. */
export function patternOf(route: Pick<Route, 'scope' | 'path'>): Pattern {
  const suffixes = new Map<string, string>();
  const path = route.path.replace(/:([a-z]+)(\.[a-z]+)/g, (_all, name: string, suffix: string) => {
    suffixes.set(name, suffix);
    return `:${name}{[^/]+\\${suffix}}`;
  });
  return { path: `${PREFIX[route.scope]}${path}` || '/', suffixes };
}

/** Parameters without the suffixes that belong to the address. */
export function trimmed(
  params: Readonly<Record<string, string>>,
  suffixes: Pattern['suffixes'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const suffix = suffixes.get(name);
      return [name, suffix && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value];
    }),
  );
}

/**
 * What is said exactly goes before what takes anything: "/plans/new" before "/plans/:plan.csv" before "/plans/:plan",
 * whichever module names its routes first.
 */
export function inOrder<R extends Pick<Route, 'scope' | 'path'>>(routes: readonly R[]): readonly R[] {
  const ranked = routes.map((route) => ({ route, ranks: ranksOf(patternOf(route).path) }));
  return ranked.sort((a, b) => compare(a.ranks, b.ranks)).map(({ route }) => route);
}

const ranksOf = (path: string): readonly number[] =>
  path.split('/').map((segment) => {
    if (!segment.startsWith(':')) return 0;
    return segment.includes('{') ? 1 : 2;
  });

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}
