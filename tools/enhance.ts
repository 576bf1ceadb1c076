/**
 * Builds the optional scripts of `src/enhance/` into `src/enhance.gen.ts`, as texts: a page that wants one carries it
 * inside, and its security policy lists the hash. Those of `src/enhance/loaded/` are loaded by one of them after the page
 * is there, by a name that says their content. Run by the build, the checks and the tests.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buildSync } from 'esbuild';

const OUT = 'src/enhance.gen.ts';

const loaded = scriptsIn('src/enhance/loaded', {}).map(([name, text]) => {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return [`${name}-${hash}.js`, text] as const;
});
const engine = loaded.find(([name]) => name.startsWith('engine-'))![0];
const scripts = scriptsIn('src/enhance', { ENGINE: JSON.stringify(`/scripts/${engine}`) });

const made = `/** Made by tools/enhance.ts; name -> script, ready to stand in a page. */
export const SCRIPTS: Readonly<Record<string, string>> = {
${scripts.map(line).join('\n')}
};

/** File name -> script that one of those loads. */
export const LOADED: Readonly<Record<string, string>> = {
${loaded.map(line).join('\n')}
};
`;
if (!existsSync(OUT) || readFileSync(OUT, 'utf8') !== made) writeFileSync(OUT, made);

function line([name, text]: readonly [string, string]): string {
  return `  ${JSON.stringify(name)}: ${JSON.stringify(text)},`;
}

function scriptsIn(folder: string, define: Record<string, string>): readonly (readonly [string, string])[] {
  return globSync(`${folder}/*.ts`)
    .filter((path) => !path.endsWith('.test.ts'))
    .sort()
    .map((path) => [basename(path, '.ts'), bundled(path, define)] as const);
}

function bundled(path: string, define: Record<string, string>): string {
  const { outputFiles } = buildSync({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari15.6'],
    charset: 'ascii',
    write: false,
    define,
  });
  const text = outputFiles[0]!.text.trim();
  // It stands between two tags of a page.
  if (/<\/script|<!--/i.test(text)) throw new Error(`${path} holds what would end its own tag`);
  return text;
}
