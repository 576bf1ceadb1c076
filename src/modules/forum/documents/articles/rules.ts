import type { LanguageCode } from '#core/i18n/texts.ts';
import { PREAMBLE } from '../schema.ts';

/** One article as read from text in one language. */
export interface Found {
  readonly number: string;
  readonly heading: string;
  readonly words: string;
}

/** What is strange about the numbers; `twice` cannot be saved, the others can. */
export interface Remark {
  readonly kind: 'twice' | 'jump' | 'stray';
  readonly number: string;
  /** The number before it, or the article under which it stands. */
  readonly after: string;
}

export interface Read {
  readonly articles: readonly Found[];
  readonly remarks: readonly Remark[];
}

/** What an article is called where a text is written in this language. */
const ARTICLE_WORD: Readonly<Record<LanguageCode, string>> = { az: 'Maddə', en: 'Article', ru: 'Статья' };

/** "Maddə 1. Ad", "MADDƏ 1", "Madde 1", "Article 1:", "Статья 1 —" */
const TITLED = /^(?:madd[əe]|article|статья)\s*№?\s*(\d{1,3})\s*[.:)–—-]*\s*(.*)$/iu;
/** "1.1. Words", "1.1 Words", "1.1.1) Words" */
const POINT = /^(\d{1,3}(?:\.\d{1,3}){1,3})(?:[.)]*\s+|[.)]+(?=\p{L}))(\S.*)$/u;
/** "1. Heading": only where no line of the text says "Article". */
const PLAIN = /^(\d{1,3})[.)]\s+(\S.*)$/u;
/** "II FƏSİL", "Глава 2": goes with the heading that follows. */
const CHAPTER =
  /^(?:(?:fəsil|bölmə|chapter|section|глава|раздел)(?=[\s.:]|$)|[ivx\d]+\.?\s+(?:fəsil|bölmə)(?=[\s.:]|$))/iu;
/** A longer line, or one that ends as a sentence does, is text and no heading. */
const LONGEST_HEADING = 120;

/**
 * Recognises articles in the lines of a text. What stands before the first is the preamble ("0"). Nothing is left out:
 * every word of the text stands in some article.
 */
export function readArticles(text: string): Read {
  const lines = clean(text).split('\n');
  const titled = lines.some((line) => TITLED.test(line));
  const found: { number: string; heading: string; lines: string[] }[] = [];
  let chapter = '';
  const open = (number: string, rest: string, mayHead: boolean) => {
    const heads = mayHead && rest.length <= LONGEST_HEADING && !/[.;:,]$/.test(rest);
    const heading = [chapter, heads ? rest : ''].filter(Boolean).join(' / ');
    chapter = '';
    found.push({ number, heading, lines: heads || rest === '' ? [] : [rest] });
  };
  for (const line of lines) {
    const [, titledNumber, titledRest] = TITLED.exec(line) ?? [];
    const [, pointNumber, pointRest] = POINT.exec(line) ?? [];
    const [, plainNumber, plainRest] = PLAIN.exec(line) ?? [];
    const next = nextOf(found);
    if (titledNumber !== undefined) open(plainOf(titledNumber), titledRest ?? '', true);
    else if (pointNumber !== undefined) open(pointNumber.split('.').map(plainOf).join('.'), pointRest ?? '', false);
    else if (!titled && plainNumber !== undefined && Number(plainNumber) === next)
      open(String(next), plainRest ?? '', true);
    else if (CHAPTER.test(line) && line.length <= LONGEST_HEADING) chapter = [chapter, line].filter(Boolean).join(' ');
    else if (line !== '' || found.length > 0) {
      if (found.length === 0) found.push({ number: PREAMBLE, heading: '', lines: [] });
      // A chapter with text under it was no chapter.
      if (line !== '' && chapter) found.at(-1)!.lines.push(chapter);
      if (line !== '') chapter = '';
      found.at(-1)!.lines.push(line);
    }
  }
  if (chapter) (found.at(-1) ?? open0(found)).lines.push(chapter);
  const articles = found.map(({ number, heading, lines: own }) => ({
    ...{ number, heading },
    words: own
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  }));
  return { articles, remarks: remarksOn(articles.map((one) => one.number)) };
}

function open0(found: { number: string; heading: string; lines: string[] }[]) {
  found.push({ number: PREAMBLE, heading: '', lines: [] });
  return found[0]!;
}

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\t]+/g, ' ')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n');

/** "01" is article 1. */
const plainOf = (number: string): string => String(Number(number));

const nextOf = (found: readonly { number: string }[]): number =>
  Number(found.findLast((one) => !one.number.includes('.'))?.number ?? 0) + 1;

function remarksOn(numbers: readonly string[]): readonly Remark[] {
  const remarks: Remark[] = [];
  let top = PREAMBLE;
  numbers.forEach((number, i) => {
    const [head, ...points] = number.split('.');
    if (numbers.indexOf(number) < i) remarks.push({ kind: 'twice', number, after: number });
    else if (points.length === 0) {
      if (number !== PREAMBLE && Number(number) !== Number(top) + 1) remarks.push({ kind: 'jump', number, after: top });
    } else if (head !== top && i > 0) remarks.push({ kind: 'stray', number, after: top });
    top = points.length === 0 ? number : head!;
  });
  return remarks;
}

/** The text of one language again, as it is edited: reading it gives the same articles. */
export const writeArticles = (articles: readonly Found[], language: LanguageCode): string =>
  articles
    .map(({ number, heading, words }) => {
      if (number === PREAMBLE) return words;
      if (number.includes('.')) return `${number}. ${words}`;
      return [`${ARTICLE_WORD[language]} ${number}.${heading ? ` ${heading}` : ''}`, words].filter(Boolean).join('\n');
    })
    .join('\n\n');
