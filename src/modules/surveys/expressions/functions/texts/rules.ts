import type { Functions, Use } from '../../schema.ts';
import { isNodes, textOf } from '../../values/rules.ts';

/** Functions of text. Letters are counted as Unicode characters, not as halves of them. */
export const TEXTS: Functions = {
  string: { least: 0, most: 1, run: ownOr },
  concat: { least: 0, most: Number.POSITIVE_INFINITY, run: (use) => allTexts(use, 0).join('') },
  join: { least: 1, most: Number.POSITIVE_INFINITY, run: (use) => allTexts(use, 1).join(use.text(0)) },
  'starts-with': { least: 2, most: 2, run: (use) => use.text(0).startsWith(use.text(1)) },
  'ends-with': { least: 2, most: 2, run: (use) => use.text(0).endsWith(use.text(1)) },
  contains: { least: 2, most: 2, run: (use) => use.text(0).includes(use.text(1)) },
  'substring-before': { least: 2, most: 2, run: (use) => beside(use.text(0), use.text(1)).before },
  'substring-after': { least: 2, most: 2, run: (use) => beside(use.text(0), use.text(1)).after },
  substring: { least: 2, most: 3, run: substring },
  substr: { least: 2, most: 3, run: substr },
  'string-length': { least: 0, most: 1, run: (use) => [...ownOr(use)].length },
  'normalize-space': {
    least: 0,
    most: 1,
    run: (use) =>
      ownOr(use)
        .replace(/[ \t\r\n]+/g, ' ')
        .replace(/^ | $/g, ''),
  },
  translate: { least: 3, most: 3, run: translate },
  regex: { least: 2, most: 2, run: regex },
  coalesce: { least: 2, most: Number.POSITIVE_INFINITY, run: coalesce },
  'boolean-from-string': { least: 1, most: 1, run: (use) => ['1', 'true'].includes(use.text(0)) },
};

function ownOr(use: Use): string {
  return use.count === 0 ? use.scope.node.text : use.text(0);
}

/** All that stands from this argument on; of a path each node. */
function allTexts(use: Use, from: number): readonly string[] {
  return Array.from({ length: use.count - from }, (_, index) => use.value(from + index)).flatMap((value) =>
    isNodes(value) ? value.map((node) => node.text) : [textOf(value, use.scope.world.zone)],
  );
}

function beside(text: string, sign: string): { readonly before: string; readonly after: string } {
  const at = text.indexOf(sign);
  return at < 0 ? { before: '', after: '' } : { before: text.slice(0, at), after: text.slice(at + sign.length) };
}

/** XPath 1.0, 4.2: places count from 1, and both numbers are rounded first. */
function substring(use: Use): string {
  const rounded = (n: number): number => Math.floor(n + 0.5);
  const from = rounded(use.number(1));
  const behind = use.count === 3 ? from + rounded(use.number(2)) : Number.POSITIVE_INFINITY;
  return [...use.text(0)].filter((_, index) => index + 1 >= from && index + 1 < behind).join('');
}

/** ODK: places count from 0, the end is left out, and a negative one counts from the end. */
function substr(use: Use): string {
  const letters = [...use.text(0)];
  const end = use.count === 3 ? Math.trunc(use.number(2)) : letters.length;
  return letters.slice(Math.trunc(use.number(1)) || 0, end || 0).join('');
}

function translate(use: Use): string {
  const [from, to] = [[...use.text(1)], [...use.text(2)]];
  return [...use.text(0)]
    .map((letter) => {
      const index = from.indexOf(letter);
      return index < 0 ? letter : (to[index] ?? '');
    })
    .join('');
}

/** Whether the pattern is found anywhere in the text (`^` and `$` say where). */
function regex(use: Use): boolean {
  const [text, pattern] = [use.text(0), use.text(1)];
  return (patternOf(pattern, 'u') ?? patternOf(pattern, '') ?? use.fail(1, 'pattern')).test(text);
}

/** Patterns written for older phones escape what needs no escape, which the stricter reading with "u" refuses. */
function patternOf(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return null;
  }
}

function coalesce(use: Use): string {
  for (let index = 0; index < use.count; index += 1) {
    const text = use.text(index);
    // 1 div "" is no number, so it is no answer either.
    if (text !== '' && text !== 'NaN') return text;
  }
  return '';
}
