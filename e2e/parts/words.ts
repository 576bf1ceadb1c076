import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { SENTENCES } from '../../src/texts.gen.ts';

const known = new Map<LanguageCode, Lang>();

/** The words that a reader of this language sees: journeys find things by them, never by classes. */
export function wordsOf(code: LanguageCode): Lang {
  const lang = known.get(code) ?? new Lang(code, SENTENCES[code]);
  known.set(code, lang);
  return lang;
}
