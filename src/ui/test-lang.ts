import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import coreAz from '../core/text/az.json' with { type: 'json' };
import coreEn from '../core/text/en.json' with { type: 'json' };
import coreRu from '../core/text/ru.json' with { type: 'json' };
import az from './text/az.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import ru from './text/ru.json' with { type: 'json' };

const SENTENCES = { az: { ...coreAz, ...az }, en: { ...coreEn, ...en }, ru: { ...coreRu, ...ru } };

/** A language with the words of the kit and of core alone: for the kit's own tests. */
export const testLang = (code: LanguageCode): Lang => new Lang(code, SENTENCES[code]);
