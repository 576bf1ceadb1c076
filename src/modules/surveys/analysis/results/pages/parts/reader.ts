import type { Lang } from '#core/i18n/lang.ts';
import type { Words } from '../../../../questionnaires/schema.ts';

/** Who reads, and how a questionnaire's own words are said to them; `otherwise` where it has none. */
export interface Reader {
  readonly lang: Lang;
  readonly say: (words: Words, otherwise: string) => string;
}
