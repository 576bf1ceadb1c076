import type { Motion } from '#modules/ballots/contract.ts';
import type { Item } from '../agenda/schema.ts';
import { type Part, type Picture, SIZES, type Size } from './schema.ts';

/** What is said of a meeting in the language of the wall. */
export interface Said {
  readonly title: string;
  readonly items: readonly { readonly item: Item; readonly words: string }[];
  readonly motions: readonly { readonly motion: Motion; readonly words: string }[];
}

/** All pictures of a meeting in their order: its title, then each item, or in its place each ballot held at it. */
export function picturesOf({ title, items, motions }: Said): readonly Picture[] {
  const picture = (item: Item | null, motion: Motion | null, words: string): readonly Picture[] =>
    partsOf(words).map((shown, i, all) => ({ item, motion, part: i + 1, parts: all.length, shown }));
  const held = items.flatMap(({ item, words }) => {
    const own = motions.filter(({ motion }) => motion.item === item.id && motion.state !== 'withdrawn');
    return own.length === 0 ? picture(item, null, words) : own.flatMap((one) => picture(item, one.motion, one.words));
  });
  return [...picture(null, null, title), ...held];
}

/** Which picture a meeting has come to: the item that is being dealt with, and there the ballot that is open. */
export function nowAt(pictures: readonly Picture[]): number {
  const at = (fits: (picture: Picture) => boolean) => pictures.findIndex(fits);
  const running = ({ item }: Picture) => item !== null && item.begun !== null && item.ended === null;
  const found = [at((one) => running(one) && one.motion?.state === 'open'), at(running)].find((place) => place >= 0);
  return found ?? 0;
}

/** Of a picture 16 to 9, in hundredths of its width tenfold: what head, foot and edges leave. */
const WIDTH = 920;
const HEIGHT = 270;
/** Of the size: how wide a letter is at most on average (wide system letters), and how far lines are apart. */
const LETTER = 0.6;
const LINE = 1.25;

/** Letters in a line, and lines, at a size. */
export const lettersAt = (size: Size): number => Math.floor(WIDTH / (size * LETTER));
export const linesAt = (size: Size): number => Math.floor(HEIGHT / (size * LINE));

const SMALLEST = SIZES[SIZES.length - 1]!;

/**
 * The words as they stand on the wall: at the largest size at which they fit; those too long for the smallest go on, part
 * by part, because smaller letters are not read from the last row.
 */
export function partsOf(words: string): readonly Part[] {
  for (const size of SIZES) {
    const lines = wrapped(words, lettersAt(size));
    if (lines.length <= linesAt(size)) return [{ size, lines }];
  }
  const lines = wrapped(words, lettersAt(SMALLEST));
  const high = linesAt(SMALLEST);
  // Equal parts: no last one with a single line.
  const parts = Math.ceil(lines.length / high);
  const each = Math.ceil(lines.length / parts);
  return Array.from({ length: parts }, (_, i) => ({ size: SMALLEST, lines: lines.slice(i * each, (i + 1) * each) }));
}

/** Lines of at most so many letters, broken between words; a word that is longer than a line goes on in the next. */
export function wrapped(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of words.split('\n')) {
    let line = '';
    for (const word of paragraph
      .split(/\s+/)
      .filter((one) => one !== '')
      .flatMap((one) => pieces(one, most))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (longer.length <= most) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}

const pieces = (word: string, most: number): readonly string[] =>
  word.length <= most ? [word] : [...(word.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? [])];

/** As much of a title as fits into so many letters. */
export const shortened = (title: string, most: number): string =>
  title.length <= most ? title : `${title.slice(0, most - 1).trimEnd()}…`;
