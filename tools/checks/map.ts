/**
 * The map of the house as data: modules by rank, the kinds of files in a room. The other checks read it; changing
 * it is changing the architecture, so a decision record goes with it.
 */

/** Lower first; those in one row do not import each other. */
export const RANKS: readonly (readonly string[])[] = [
  ['identity'],
  ['places'],
  ['obligations', 'notices', 'discussion'],
  ['forum'],
  ['ballots'],
  ['meetings'],
  ['plans', 'surveys', 'participation', 'accountability', 'eservices', 'outreach'],
  ['opendata', 'home'],
];
export const MODULES: readonly string[] = RANKS.flat();
export const rankOf = (module: string): number => RANKS.findIndex((row) => row.includes(module));

/** Kind of file in a room (demo/: the facts of the named world, which samples.ts turns into commands) -> lines at most. */
export const CAPS = {
  readme: 60,
  module: 120,
  contract: 80,
  schema: 200,
  rules: 300,
  access: 150,
  forms: 300,
  queries: 300,
  commands: 300,
  routes: 200,
  api: 200,
  jobs: 120,
  page: 200,
  samples: 300,
  demo: 300,
  test: 500,
} as const;
export type Kind = keyof typeof CAPS;

/** Where a file of a module stands: "plans", "evaluations/parts", its kind (null: not in the vocabulary). */
export interface Place {
  readonly module: string;
  readonly kind: Kind | 'text' | null;
}

const SINGLE = /^(module|contract|schema|rules|access|forms|queries|commands|routes|api|jobs|samples)\.ts$/;

/** Reads a path below src/modules; null for anything else. */
export function placeOf(path: string): Place | null {
  const inside = /^src\/modules\/([^/]+)\/(.+)$/.exec(path);
  if (!inside) return null;
  const module = inside[1]!;
  const parts = inside[2]!.split('/');
  const file = parts.pop()!;
  return { module, kind: kindOf(parts, file) };
}

function kindOf(folders: readonly string[], file: string): Place['kind'] {
  const room = folders.at(-1);
  const parent = folders.at(-2);
  if (/\.test\.tsx?$/.test(file)) return 'test';
  if (room === 'text') return /^(az|en|ru)\.json$/.test(file) ? 'text' : null;
  if (room === 'pages' || (room === 'parts' && parent === 'pages'))
    return /^[a-z][a-z0-9-]*\.tsx$/.test(file) ? 'page' : null;
  if (folders.includes('demo')) return /^[a-z][a-z0-9-]*\.(ts|json)$/.test(file) ? 'demo' : null;
  if (file === 'README.md') return 'readme';
  return (SINGLE.exec(file)?.[1] as Kind | undefined) ?? null;
}
