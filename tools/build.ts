/**
 * Builds the program into dist/ (or the folder named): the server, the command line every worker (`src/**\/*.worker.ts`), the
 * verifier of the public log that people take away, and the program for phones.
 * All files of the server lie flat in it, so `new URL('./x.worker.ts', import.meta.url)` means the same before and after.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type OutputFile } from 'esbuild';
import { phoneFiles, weightOf } from './phone.ts';
import { verifierPage } from './verifier.ts';

const OUT = process.argv[2] ?? 'dist';
const VERIFIER = 'verifier.html';
const PHONE = 'phone';

spawnSync(process.execPath, ['tools/texts.ts'], { stdio: 'ignore' });
spawnSync(process.execPath, ['tools/enhance.ts'], { stdio: 'inherit' });
const entryPoints = ['src/main.ts', 'src/cli.ts', ...globSync('src/**/*.worker.ts')].filter((path) => existsSync(path));
const result = await build({
  entryPoints,
  outdir: OUT,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: true,
  write: false,
  logLevel: 'warning',
}).catch(() => process.exit(1));

mkdirSync(OUT, { recursive: true });
for (const file of result.outputFiles) place(file);
writeFileSync(join(OUT, VERIFIER), await verifierPage());
const phone = await phoneFiles(process.cwd());
mkdirSync(join(OUT, PHONE), { recursive: true });
for (const [name, content] of phone) writeWhole(join(OUT, PHONE, name), content);
for (const name of readdirSync(join(OUT, PHONE))) if (!phone.has(name)) rmSync(join(OUT, PHONE, name));
console.log(`phone: ${(weightOf(phone) / 1024).toFixed(1)} KB gzip for the first visit`);
const made = new Set([VERIFIER, PHONE, ...result.outputFiles.map((file) => basename(file.path))]);
for (const name of readdirSync(OUT)) if (!made.has(name)) rmSync(join(OUT, name), { recursive: true });

/** Each file appears whole; names of workers get the ending they have here (same length, so source maps stay true). */
function place(file: OutputFile): void {
  const content = file.path.endsWith('.js') ? file.text.replaceAll('.worker.ts"', '.worker.js"') : file.contents;
  writeWhole(join(OUT, basename(file.path)), content);
}

function writeWhole(target: string, content: string | Uint8Array): void {
  const whole = `${target}.${process.pid}`;
  writeFileSync(whole, content);
  renameSync(whole, target);
}
