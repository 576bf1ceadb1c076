import * as v from 'valibot';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';

/** Characters of a line (a source, a decision) and of an address, at most. */
export const MOST_OF_LINE = 500;
export const MOST_OF_URL = 2_000;

/** An address of the web as people write it: with its scheme, so that a link leads nowhere else. */
export const isWebAddress = (text: string): boolean =>
  text.length <= MOST_OF_URL && /^https?:\/\//i.test(text) && URL.canParse(text);

/** Shapes of commands' input: other callers than forms (imports, samples, machines) pass them too. */
export const dayShape = v.custom<PlainDate>((value) => typeof value === 'string' && plainDate(value) !== null);
export const lineShape = (most: number = MOST_OF_LINE) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
export const urlShape = v.custom<string>((value) => typeof value === 'string' && isWebAddress(value));

/** Words in one language at least, each of them something, at most so many characters. */
export const textsShape = (most: number) =>
  v.custom<Texts>((value) => {
    if (typeof value !== 'object' || value === null) return false;
    const said = Object.entries(value);
    return said.length > 0 && said.every(([code, text]) => isKnown(code) && isSaid(text) && text.length <= most);
  });
const isKnown = (code: string): boolean => (LANGUAGES as readonly string[]).includes(code);
const isSaid = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';
