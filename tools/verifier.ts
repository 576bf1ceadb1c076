import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const LANGUAGES = ['az', 'en', 'ru'];

const STYLE = `
:root { --paper: #fbfaf7; --ink: #1c2326; --line: #dcd8cf; --fits: #2f6f4e; --no: #a3243b; --link: #0b5563 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14191b; --ink: #e8e6e1; --line: #3a4346; --fits: #7fc79f; --no: #f0909f; --link: #7cc5d4 }
}
body { background: var(--paper); color: var(--ink); font: 17px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-family: Charter, Iowan Old Style, Noto Serif, Georgia, serif }
label { display: block; font-weight: 600; margin: 1.5rem 0 .5rem }
input, button { font: inherit; max-width: 100% }
button { margin: 0 .5rem .5rem 0; padding: .4rem .8rem; border: 1px solid var(--line); border-radius: 4px; background: none; color: var(--link) }
#answer { margin-top: 1.5rem; padding-left: 1rem; border-left: 4px solid var(--line); overflow-wrap: anywhere }
#answer.fits { border-color: var(--fits) } #answer.fits h2 { color: var(--fits) }
#answer.no { border-color: var(--no) } #answer.no h2 { color: var(--no) }
code { display: block; margin: .5rem 0 }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
`;

/** The stand-alone verifier of the public log and of ballots: one page with everything inside that works from a file, without network. */
export async function verifierPage(): Promise<string> {
  const words = Object.fromEntries(LANGUAGES.map((code) => [code, wordsOf(code)]));
  const { outputFiles } = await build({
    entryPoints: ['src/main/verifier/page.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    target: ['chrome109', 'firefox115', 'safari15.6'],
    define: { WORDS: JSON.stringify(words) },
    write: false,
    logLevel: 'warning',
  });
  const script = outputFiles[0]!.text.replaceAll('</script', '<\\/script');
  return `<!doctype html>
<html lang="az">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Ortaq</title>
<style>${STYLE}</style>
<main>
<p id="languages"></p>
<h1 id="title"></h1>
<p id="what"></p>
<label for="file" id="label"></label>
<input type="file" id="file" accept=".zip,.json">
<div id="answer" role="status" tabindex="-1"></div>
</main>
<script>${script}</script>
</html>
`;
}

/** Only the sentences that the page says. */
function wordsOf(code: string): Readonly<Record<string, string>> {
  const rooms = ['src/core', 'src/modules/ballots/verifying'];
  const all = rooms.flatMap((room) =>
    Object.entries(JSON.parse(readFileSync(`${room}/text/${code}.json`, 'utf8')) as Record<string, string>),
  );
  return Object.fromEntries(all.filter(([key]) => /^(core\.(log|verifier)|ballots\.verifying)\./.test(key)));
}
