import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Check } from './check.ts';

const PAPERS = [
  'README.md',
  'ARCHITECTURE.md',
  'STYLE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'LICENSE',
];
const PATH = /^(src|db|docs|e2e|bench|tools|\.ci)(\/[\w.-]+)+\/?$/;
const INSIDE_SRC = /^(core|ui|modules|phone|enhance)(\/[\w.-]+)+\/?$/;

/** Papers stay true: every path in them exists, every command can be run, decisions are short and numbered once. */
export const documents: Check = {
  name: 'documents',
  of: 'papers',
  run: (root) => {
    const missing = PAPERS.filter((paper) => !existsSync(join(root, paper))).map((paper) => `${paper} is missing`);
    const papers = globSync(['*.md', 'docs/**/*.md', 'src/**/README.md'], { cwd: root }).sort();
    const sins = papers.flatMap((paper) => {
      const text = readFileSync(join(root, paper), 'utf8');
      return [...paths(root, paper, text), ...commands(root, paper, text), ...sizes(paper, text)];
    });
    return { looked: papers.length, sins: [...missing, ...sins, ...decisions(root)] };
  },
};

/** Paths in `code` and the goals of links. History and decisions may speak of what is gone. */
function paths(root: string, paper: string, text: string): readonly string[] {
  if (paper === 'CHANGELOG.md' || paper.startsWith('docs/decisions/')) return [];
  const named = [...text.matchAll(/`([^`\s]+)`/g)].flatMap(([, path]) => {
    if (PATH.test(path!)) return [path!];
    return INSIDE_SRC.test(path!) ? [`src/${path}`] : [];
  });
  const linked = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .filter(([, goal]) => !/^[a-z]+:/.test(goal!))
    .map(([, goal]) => join(dirname(paper), goal!));
  return [...new Set([...named, ...linked])]
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `${paper}: there is no ${path}`);
}

function commands(root: string, paper: string, text: string): readonly string[] {
  const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts?: object }).scripts ?? {};
  const named = [...text.matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w-]+)/g)].map(([, script]) => script!);
  return [...new Set(named)]
    .filter((script) => !Object.hasOwn(scripts, script))
    .map((script) => `${paper}: package.json has no script "${script}"`);
}

function sizes(paper: string, text: string): readonly string[] {
  const cap = paper === 'ARCHITECTURE.md' ? 150 : paper.startsWith('docs/decisions/') ? 60 : Number.POSITIVE_INFINITY;
  const lines = text.trimEnd().split('\n').length;
  return lines > cap ? [`${paper}: ${lines} lines, at most ${cap}`] : [];
}

function decisions(root: string): readonly string[] {
  const files = globSync('docs/decisions/*', { cwd: root }).sort();
  const numbers = files.map((path) => basename(path).slice(0, 4));
  const twice = numbers.filter((number, i) => numbers.indexOf(number) !== i);
  return [
    ...files
      .filter((path) => !/^\d{4}-[a-z0-9-]+\.md$/.test(basename(path)))
      .map((path) => `${path}: must be named NNNN-title.md`),
    ...twice.map((number) => `docs/decisions: the number ${number} stands twice`),
  ];
}
