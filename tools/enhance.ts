/**
 * Builds the optional scripts of `src/enhance/` into `src/enhance.gen.ts`, as texts: a page that wants one carries it
 * inside, and its security policy lists the hash. Run by the build, the checks and the tests.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buildSync } from 'esbuild';

const OUT = 'src/enhance.gen.ts';
const scripts = globSync('src/enhance/*.ts')
  .filter((path) => !path.endsWith('.test.ts'))
  .sort()
  .map((path) => {
    const { outputFiles } = buildSync({
      entryPoints: [path],
      bundle: true,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: ['chrome109', 'firefox115', 'safari15.6'],
      charset: 'ascii',
      write: false,
    });
    const text = outputFiles[0]!.text.trim();
    // It stands between two tags of a page.
    if (/<\/script|<!--/i.test(text)) throw new Error(`${path} holds what would end its own tag`);
    return `  ${JSON.stringify(basename(path, '.ts'))}: ${JSON.stringify(text)},`;
  });
const made = `/** Made by tools/enhance.ts; name -> script, ready to stand in a page. */\nexport const SCRIPTS: Readonly<Record<string, string>> = {\n${scripts.join('\n')}\n};\n`;
if (!existsSync(OUT) || readFileSync(OUT, 'utf8') !== made) writeFileSync(OUT, made);
