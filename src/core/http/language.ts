import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';

/** The reader's language as the browser says it (RFC 9110, 12.5.4), among ours; `otherwise` when it names none. */
export function wantedLanguage(accept: string | null, otherwise: LanguageCode): LanguageCode {
  const offers = (accept ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
    const q = rest.map((r) => /^\s*q=([0-9.]+)/.exec(r)?.[1]).find((r) => r !== undefined);
    return { code: tag.trim().split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) };
  });
  const best = offers.filter((offer) => offer.q > 0 && isLanguage(offer.code)).sort((a, b) => b.q - a.q)[0];
  return best && isLanguage(best.code) ? best.code : otherwise;
}
