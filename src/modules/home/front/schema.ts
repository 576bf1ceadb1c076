import type { Texts } from '#core/i18n/texts.ts';

/** A community of the forum, by name and address word. */
export interface Village {
  readonly slug: string;
  readonly name: Texts;
}
