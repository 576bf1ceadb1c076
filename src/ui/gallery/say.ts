import type { Lang } from '#core/i18n/lang.ts';

/** The gallery's own sample sentences: invented, in Azerbaijani (with its long words) or English. */
export type Say = (az: string, en: string) => string;
export const sayIn =
  (lang: Lang): Say =>
  (az, en) =>
    lang.code === 'en' ? en : az;

/** The address the gallery pretends to stand at: filters, sorting and pages in it. */
export const HERE = new URL('http://gallery.test/dev/ui?state=late&sort=-due&page=2&lens=wide');
