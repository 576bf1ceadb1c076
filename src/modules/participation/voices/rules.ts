import type { PlainDate } from '#core/time/plain-date.ts';

/** Letters of a receipt's code: 100 random bits. */
export const CODE_LETTERS = 20;

export const SENTENCE_MOST = 500;

/** The sign that stands where a moderator took out what could lead to a person. */
export const TAKEN_OUT = '[..]';

/** One line break for each, none doubled more than once, no blanks at the ends of lines: as two forms may differ. */
const plain = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

/**
 * Is the published text the asked one with parts replaced by "[..]", and nothing else? A moderator takes out, and
 * neither adds nor changes a word. Something must be left.
 */
export function isRedaction(asked: string, published: string): boolean {
  const whole = plain(asked);
  const pieces = plain(published).split(TAKEN_OUT);
  if (pieces.every((piece) => piece.trim() === '')) return false;
  const first = pieces.shift()!;
  const last = pieces.pop();
  if (last === undefined) return first === whole;
  if (!whole.startsWith(first) || !whole.endsWith(last)) return false;
  const end = whole.length - last.length;
  let at = first.length;
  for (const piece of pieces) {
    const found = whole.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= end;
}

/** What in a text looks like a way to a person: said to whoever writes it, and to the moderator. */
export function personalSigns(text: string): readonly ('phone' | 'email')[] {
  const signs: ('phone' | 'email')[] = [];
  if (/(?<![\p{L}\d])\+?\d(?:[\s().–-]{0,2}\d){6,14}(?!\d)/u.test(text)) signs.push('phone');
  if (/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,}/u.test(text)) signs.push('email');
  return signs;
}

/** A resident's deed has a day and no hour: noon stands for it. */
export const noonOf = (date: PlainDate): Date => new Date(`${date}T12:00:00Z`);

/** So much of what somebody wrote stands in a list. */
const SHORT = 140;

/** In one line, cut at a word. */
export const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= SHORT) return line;
  const cut = line.slice(0, SHORT);
  return `${cut.slice(0, cut.lastIndexOf(' ') > SHORT / 2 ? cut.lastIndexOf(' ') : SHORT)} …`;
};
