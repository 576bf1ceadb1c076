import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { withoutEdges } from './trim.ts';

/** Letters that people type in place of ours on a foreign keyboard, and back: İ/I/ı/i are one, ə is e. */
const PLAIN: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ё: 'е', æ: 'ae', ø: 'o', ß: 'ss' };
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
  },
  ...{ о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '' },
  ...{ ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};

/**
 * A name as it is compared: without case, quotation marks, double spaces, full stops at the end and the differences
 * that keyboards make (Şirvan = sirvan, Сёмовка = семовка). Never shown.
 */
export function fold(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[əıёæøß]/g, (letter) => PLAIN[letter]!)
    .replace(/["'«»“”„‘’`´]/g, '')
    .replace(/[\s ‐-―-]+/g, ' ');
  return withoutEdges(plain, /[\s.,;:]/);
}

/** The part of an address made from a name: "Kür Kəndi" is "kur-kendi", "Сабирабад" is "sabirabad"; "" when no letter is known. */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/[а-я]/g, (letter) => CYRILLIC[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** The slug itself when free, else with the first free number behind it. */
export function freeSlug(wanted: string, taken: (slug: string) => boolean): string {
  const base = wanted || 'x';
  if (!taken(base)) return base;
  for (let n = 2; ; n += 1) if (!taken(`${base}-${n}`)) return `${base}-${n}`;
}

/** How many letters must be changed, added, dropped or swapped (optimal string alignment) to make b of a; stops above `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** What a search for one name gives: exactly one, several that bear it, or none with the nearest spellings. */
export type Match<T> =
  | { readonly kind: 'one'; readonly item: T }
  | { readonly kind: 'several'; readonly items: readonly T[] }
  | { readonly kind: 'none'; readonly near: readonly T[] };

/**
 * A search over named things: any language's name, short name, slug or code, exact after folding. Nothing is guessed:
 * near spellings are only offered, nearest first, at most three.
 */
export function finder<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): (name: string) => Match<T> {
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item).map(fold))) {
      if (key) byKey.set(key, [...(byKey.get(key) ?? []), item]);
    }
  }
  return (name) => {
    const wanted = fold(name);
    const found = wanted ? (byKey.get(wanted) ?? []) : [];
    if (found.length === 1) return { kind: 'one', item: found[0]! };
    if (found.length > 1) return { kind: 'several', items: found };
    return { kind: 'none', near: wanted ? nearest(wanted, byKey) : [] };
  };
}

function nearest<T>(wanted: string, byKey: ReadonlyMap<string, readonly T[]>): readonly T[] {
  const most = Math.max(1, Math.min(4, Math.floor(wanted.length / 4)));
  const scored: { item: T; score: number }[] = [];
  for (const [key, items] of byKey) {
    const score = distance(wanted, key, most);
    const part = wanted.length >= 4 && key.includes(wanted);
    if (score <= most || part) scored.push(...items.map((item) => ({ item, score: Math.min(score, most) })));
  }
  scored.sort((a, b) => a.score - b.score);
  return [...new Set(scored.map((s) => s.item))].slice(0, 3);
}

/** Every written name of a thing. */
export const namesIn = (texts: Texts | null): readonly string[] =>
  texts ? LANGUAGES.flatMap((language) => texts[language] ?? []) : [];
