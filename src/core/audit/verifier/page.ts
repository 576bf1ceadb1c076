import { Lang, type Sentences } from '#core/i18n/lang.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { summaryOf, type Verified, verifyExport } from '../export/verify.ts';
import { NOBLE } from './primitives.ts';

/** The few sentences of this page in every language, put in by the build. */
declare const WORDS: Readonly<Record<LanguageCode, Sentences>>;

const NAMES: Readonly<Record<LanguageCode, string>> = { az: 'Azərbaycanca', en: 'English', ru: 'Русский' };

const langs = new Map(LANGUAGES.map((code) => [code, new Lang(code, WORDS[code])]));
let lang = langs.get(LANGUAGES.find((code) => navigator.language.startsWith(code)) ?? 'az')!;
/** What was found, kept for when another language is chosen; null before a file was. */
let found: Verified | null = null;

const at = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

/** An element with text; nothing of an export ever becomes markup. */
function said(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function draw(): void {
  document.documentElement.lang = lang.code;
  document.title = lang.t('core.verifier.title');
  at('title').textContent = lang.t('core.verifier.title');
  at('what').textContent = lang.t('core.verifier.what');
  at('label').textContent = lang.t('core.verifier.file');
  const answer = at('answer');
  answer.className = found ? (found.fits ? 'fits' : 'no') : '';
  answer.replaceChildren(...(found ? linesOf(found) : []));
}

function linesOf(verified: Verified): readonly HTMLElement[] {
  if (!verified.fits) return [said('h2', `✕ ${lang.t('core.verifier.no')}`), said('p', lang.say(verified.why))];
  const keys = [said('p', lang.t('core.verifier.keys')), ...verified.logs.map(({ key }) => said('code', key))];
  const logs = verified.logs.map((log) => said('p', lang.say(summaryOf(log))));
  return [said('h2', `✓ ${lang.t('core.verifier.fits')}`), ...logs, ...keys];
}

for (const [code, one] of langs) {
  const button = said('button', NAMES[code]);
  button.lang = code;
  button.addEventListener('click', () => {
    lang = one;
    draw();
  });
  at('languages').append(button);
}
const input = at<HTMLInputElement>('file');
input.addEventListener('change', async () => {
  const [file] = input.files ?? [];
  if (!file) return;
  found = null;
  draw();
  at('answer').append(said('p', lang.t('core.verifier.working')));
  // Let the browser draw that before it is busy.
  await new Promise((resolve) => setTimeout(resolve, 50));
  found = verifyExport(NOBLE, new Uint8Array(await file.arrayBuffer()));
  draw();
  at('answer').focus();
});
draw();
