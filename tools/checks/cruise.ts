import { existsSync } from 'node:fs';
import { type IForbiddenRuleType, type IReporterOutput, cruise as look } from 'dependency-cruiser';
import type { Check } from './check.ts';
import { RANKS } from './map.ts';
import { sources } from './source.ts';

/** Law 2: a module may know only modules of lower rank. */
const ranks = RANKS.flatMap((row, rank) =>
  row.map((module): IForbiddenRuleType => {
    const lower = RANKS.slice(0, rank).flat();
    const allowed = [module, ...lower].join('|');
    return rule(`rank-of-${module}`, `^src/modules/${module}/`, `^src/modules/(?!(${allowed})/)`);
  }),
);

/** Laws 1 and 2 (law 3 is in ladder.ts, which can tell types from values), cycles, and imports that lead nowhere, judged by a tool that resolves as Node does. */
const FORBIDDEN: readonly IForbiddenRuleType[] = [
  rule('core-imports-only-core', '^src/core/', '^src/(?!core/)'),
  rule(
    'ui-knows-no-domain',
    '^src/ui/',
    '^src/(modules|main|phone|enhance)/|^src/core/(db|audit|jobs|mail|files)/|^src/[^/]+$',
  ),
  rule('module-only-for-main', '^src/(?!main/|.*\\.test\\.)', '^src/modules/.*module\\.ts$'),
  rule('nobody-imports-main', '^src/(?!(main|cli)\\.ts$|main/|.*\\.test\\.)', '^src/((main|cli)\\.ts$|main/)'),
  rule('no-server-in-the-browser', '^src/(phone|enhance)/', '^src/core/(db|http|audit|jobs|mail|files|cache|config)'),
  ...ranks,
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'leads-nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'package-not-listed',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'package-only-for-development',
    severity: 'error',
    from: { path: '^src/', pathNot: '\\.test\\.tsx?$|/testing/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

function rule(name: string, from: string, to: string, more: object = {}): IForbiddenRuleType {
  return { name, severity: 'error', from: { path: from }, to: { path: to, ...more } };
}

/**
 * Needs @swc/core to read TypeScript and no `parser` option (that throws at the first .tsx); without @swc/core it
 * sees no module and reports success, so the number of modules is compared with the number of files.
 */
export const cruise: Check = {
  name: 'cruise',
  of: 'modules',
  run: async (root) => {
    const before = process.cwd();
    process.chdir(root);
    try {
      const result: IReporterOutput = await look(
        ['src'],
        {
          ruleSet: { forbidden: [...FORBIDDEN] },
          tsPreCompilationDeps: true,
          doNotFollow: { path: 'node_modules' },
          validate: true,
        },
        { extensions: ['.ts', '.tsx', '.js', '.json'], conditionNames: ['import', 'node'], exportsFields: ['exports'] },
        existsSync('tsconfig.json') ? {} : undefined,
      );
      if (typeof result.output === 'string') throw new Error(result.output);
      const seen = result.output.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source)).length;
      const there = sources(root).length;
      const blind = seen < there ? [`only ${seen} of ${there} files were seen: is @swc/core installed?`] : [];
      const sins = result.output.summary.violations.map(
        (sin) =>
          `${sin.from} -> ${sin.to} (${sin.rule.name})${sin.cycle ? `: ${sin.cycle.map((c) => c.name).join(' -> ')}` : ''}`,
      );
      return { looked: seen, sins: [...blind, ...sins] };
    } finally {
      process.chdir(before);
    }
  },
};
