import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';

interface PageAsked {
  /** Names of the files beside the page. */
  readonly script: string;
  /** Parts of the script that it needs at once. */
  readonly first: readonly string[];
  readonly style: string;
  readonly words: Readonly<Record<LanguageCode, Readonly<Record<string, string>>>>;
}

/** The one page of the program, empty but for what it says where no script runs: the way out is on paper. */
export const phonePage = ({ script, first, style, words }: PageAsked): string => `<!doctype html>
<html lang="az">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0b5563">
<title>Ortaq</title>
<link rel="icon" href="/phone/icon-192.png">
<link rel="apple-touch-icon" href="/phone/icon-192.png">
<link rel="manifest" href="/phone/phone.webmanifest">
<link rel="stylesheet" href="/phone/${style}">
${first.map((name) => `<link rel="modulepreload" href="/phone/${name}">\n`).join('')}<body>
<div id="app"></div>
<noscript>${LANGUAGES.map((code) => `<p lang="${code}">${words[code]['phone.no_script']}</p>`).join('')}</noscript>
<script type="module" src="/phone/${script}"></script>
</html>
`;
