import type { Check } from './check.ts';
import { RULES, type Rule } from './ladder-table.ts';
import { type Kind, placeOf } from './map.ts';
import { type Import, isTest, type Source, sources } from './source.ts';

/** Rooms of core with effects; all the rest of core is pure. */
const EFFECTS = ['db', 'http', 'audit', 'jobs', 'mail', 'files', 'cache', 'config'];
/** Packages that touch the machine, or are as heavy as if they did: not for what the phone shares. */
const HEAVY =
  /^(kysely|pg|pg-boss|sharp|pino|nodemailer|hono|@hono\/|@electric-sql\/|@e965\/|mammoth|csv-|write-excel)/;

/** Laws of imports inside a module: which kind of file may use what (law 3 and the ladder). */
export const ladder: Check = {
  name: 'ladder',
  of: 'imports',
  run: (root) => {
    const files = sources(root, 'src/modules/**/*.{ts,tsx}').filter((file) => !isTest(file.path));
    const sins = files.flatMap((file) =>
      file.imports.flatMap((used) => {
        const sin = judge(file, used);
        return sin ? [`${file.path}:${used.line}: ${sin}`] : [];
      }),
    );
    return { looked: files.reduce((sum, file) => sum + file.imports.length, 0), sins };
  },
};

function judge(file: Source, used: Import): string | null {
  const here = placeOf(file.path);
  const rule = here?.kind ? RULES[here.kind as keyof typeof RULES] : undefined;
  if (!here || !rule) return null;
  const name = here.kind === 'page' ? 'a page' : `${here.kind}.ts`;
  if (used.target === null) return judgePackage(rule, used, name);
  const there = placeOf(used.target);
  if (there)
    return there.module === here.module
      ? judgeOwn(rule, used, there.kind, name)
      : judgeOther(rule, used, there.kind, name);
  if (used.target.startsWith('src/ui/')) return rule.ui ? null : `${name} does not use ui; markup belongs to pages/`;
  const room = /^src\/core\/([^/]+)\//.exec(used.target)?.[1];
  if (used.typeOnly || !room || !EFFECTS.includes(room) || rule.core.includes(room)) return null;
  return `${name} does not use core/${room} (types only)`;
}

function judgePackage(rule: Rule, used: Import, name: string): string | null {
  if (rule.impure || used.typeOnly) return null;
  return used.from.startsWith('node:') || HEAVY.test(used.from) ? `${name} is pure: no ${used.from}` : null;
}

function judgeOwn(rule: Rule, used: Import, kind: string | null, name: string): string | null {
  if (used.typeOnly || kind === null || kind === 'text' || rule.own.includes(kind as Kind)) return null;
  return `${name} does not use ${kind} (see the table in architecture.md)`;
}

function judgeOther(rule: Rule, used: Import, kind: string | null, name: string): string | null {
  if (kind === 'samples') return rule.others === 'samples' ? null : `only samples.ts uses another module's samples`;
  if (kind === 'demo')
    return rule.others === 'samples' || rule.others === 'demo'
      ? null
      : 'only samples and demo/ use the facts of the demonstration';
  if (kind !== 'contract') return `${used.target}: another module is reached only through its contract.ts`;
  if (rule.others === 'contract' || rule.others === 'samples' || (rule.others === 'types' && used.typeOnly))
    return null;
  return `${name} does not use another module${rule.others === 'types' ? ' (types only)' : ''}`;
}
