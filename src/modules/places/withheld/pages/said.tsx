import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import { withheldWords } from '#ui/withheld.tsx';

/**
 * The text; in its place what was demanded, where it is withheld because of a demand; null where there is nothing to
 * say, also where it was kept back by those who opened the forum.
 */
export const saidOrWithheld = (lang: Lang, text: string | null, withheld: Withheld | null): ComponentChildren =>
  withheld?.demand ? <span class="quiet">{withheldWords(lang, withheld)}</span> : text || null;
