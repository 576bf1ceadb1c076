import { summaryOf, verifyExport } from '#core/audit/export/verify.ts';
import { NOBLE } from '#core/audit/verifier/primitives.ts';
import { checkSigned } from '#core/blind-signatures/checker.ts';
import { Lang, type Sentences } from '#core/i18n/lang.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { isBallotFile, verifyBallot } from '#modules/ballots/verifying/rules.ts';
import { LAW } from './law.ts';

/** The few sentences of this page in every language, put in by the build. */
declare const WORDS: Readonly<Record<LanguageCode, Sentences>>;

const NAMES: Readonly<Record<LanguageCode, string>> = { az: 'Azərbaycanca', en: 'English', ru: 'Русский' };

const langs = new Map(LANGUAGES.map((code) => [code, new Lang(code, WORDS[code])]));
let lang = langs.get(LANGUAGES.find((code) => navigator.language.startsWith(code)) ?? 'az')!;
/** What was found, kept for when another language is chosen; null before a file was. */
let found: Found | null = null;

/** Of a file: whether it fits, and how that is said. */
interface Found {
  readonly fits: boolean;
  readonly lines: () => readonly HTMLElement[];
}

const at = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

/** An element with text; nothing of an export ever becomes markup. */
function said(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function draw(): void {
  document.documentElement.lang = lang.code;
  document.title = lang.t('ballots.verifying.page.title');
  at('title').textContent = lang.t('ballots.verifying.page.title');
  at('what').textContent = lang.t('ballots.verifying.page.what');
  at('label').textContent = lang.t('ballots.verifying.page.file');
  const answer = at('answer');
  answer.className = found ? (found.fits ? 'fits' : 'no') : '';
  answer.replaceChildren(...(found ? found.lines() : []));
}

/** The file of a ballot is text, the export of a log an archive. */
function judge(bytes: Uint8Array): Found {
  if (isBallotFile(bytes)) return foundBallot(bytes);
  const verified = verifyExport(NOBLE, bytes);
  if (!verified.fits) {
    const { why } = verified;
    return { fits: false, lines: () => [verdict(false, 'core.verifier.no'), said('p', lang.say(why))] };
  }
  return {
    fits: true,
    lines: () => [
      verdict(true, 'core.verifier.fits'),
      ...verified.logs.map((log) => said('p', lang.say(summaryOf(log)))),
      said('p', lang.t('core.verifier.keys')),
      ...verified.logs.map(({ key }) => said('code', key)),
    ],
  };
}

function foundBallot(bytes: Uint8Array): Found {
  const { fits, lines } = verifyBallot({ sha256: NOBLE.sha256, law: LAW, isSigned: checkSigned }, bytes);
  return {
    fits,
    lines: () => [
      verdict(fits, fits ? 'ballots.verifying.page.fits' : 'ballots.verifying.page.no'),
      ...lines.map((line) => said('p', `${line.fits ? '✓' : '✕'} ${lang.say(line.message)}`)),
    ],
  };
}

const verdict = (fits: boolean, key: Verdict): HTMLElement => said('h2', `${fits ? '✓' : '✕'} ${lang.t(key)}`);
type Verdict = 'core.verifier.no' | 'core.verifier.fits' | 'ballots.verifying.page.fits' | 'ballots.verifying.page.no';

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
  found = judge(new Uint8Array(await file.arrayBuffer()));
  draw();
  at('answer').focus();
});
draw();
