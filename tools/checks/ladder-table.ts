import type { Kind } from './map.ts';

/** What a kind of file may use as values. Types of its own module and of core it may always name; see `judge`. */
export interface Rule {
  /** Kinds of its own module. */
  readonly own: readonly Kind[];
  /** Rooms of core, besides errors, time, i18n and core's own plain files, which everybody may use. */
  readonly core: readonly string[];
  /** What it may use of other modules: their contract, only its types, their samples, the facts behind those. */
  readonly others: 'no' | 'types' | 'contract' | 'samples' | 'demo';
  readonly ui?: true;
  /** May touch the machine: `node:` modules, packages with effects. */
  readonly impure?: true;
}

const DATA: Rule = { own: ['schema', 'rules', 'queries'], core: ['db'], others: 'contract', impure: true };
const FACE: Rule = {
  own: ['schema', 'access', 'rules', 'forms', 'queries', 'commands', 'page'],
  core: ['http', 'files', 'config', 'papers'],
  others: 'contract',
  ui: true,
  impure: true,
};

/** The table of architecture.md, "A module's files". */
export const RULES: Readonly<Record<Exclude<Kind, 'test' | 'readme'>, Rule>> = {
  module: { own: ['routes', 'api', 'commands', 'jobs', 'access', 'schema', 'rules', 'module'], core: [], others: 'no' },
  contract: { own: ['access', 'rules', 'queries', 'commands', 'schema', 'page', 'api'], core: [], others: 'types' },
  schema: { own: ['schema'], core: [], others: 'types' },
  rules: { own: ['schema', 'rules'], core: [], others: 'types' },
  access: { own: ['schema', 'rules', 'access'], core: [], others: 'types' },
  forms: { own: ['schema', 'rules', 'forms'], core: [], others: 'types' },
  // The pages of the public log read every entry through core/audit.
  queries: { ...DATA, core: ['db', 'audit'] },
  commands: {
    ...DATA,
    own: [...DATA.own, 'access', 'commands', 'forms'],
    core: ['db', 'audit', 'jobs', 'mail', 'files'],
  },
  routes: { ...FACE, own: [...FACE.own, 'routes', 'api'] },
  api: { ...FACE, own: ['schema', 'rules', 'access', 'forms', 'queries', 'commands', 'api'] },
  jobs: { own: ['commands', 'queries', 'schema', 'rules'], core: ['jobs'], others: 'contract', impure: true },
  page: { own: ['schema', 'rules', 'page'], core: [], others: 'types', ui: true },
  samples: {
    ...DATA,
    own: ['commands', 'queries', 'schema', 'rules', 'samples', 'demo'],
    core: ['db'],
    others: 'samples',
  },
  demo: { own: ['demo'], core: [], others: 'demo' },
};
