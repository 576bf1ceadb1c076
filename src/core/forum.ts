import type { LanguageCode, Texts } from '#core/i18n/texts.ts';

/**
 * The one noun core knows: whose record a row is. The installation's own reference rows (national register,
 * national plans) belong to the forum of kind `reference`, so that every table leads with a forum_id.
 */
export interface Forum {
  readonly id: string;
  readonly slug: string;
  readonly kind: 'living' | 'record' | 'reference';
  readonly name: Texts;
  readonly motto: Texts;
  /** Country profile, ISO 3166-1 alpha-2: calendar, legal clocks, kinds of bodies. */
  readonly country: string;
  readonly languages: readonly LanguageCode[];
  /** IANA zone; the forum's day begins there. */
  readonly zone: string;
  readonly motif: 1 | 2 | 3;
  readonly demonstration: boolean;
}

/** Fixed id of the reference forum: the installation's own rows, copied to every shard. */
export const REFERENCE = '00000000-0000-7000-8000-000000000000';
