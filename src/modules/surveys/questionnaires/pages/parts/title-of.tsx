import type { Lang } from '#core/i18n/lang.ts';
import { languageFor, wordsIn } from '../../rules.ts';
import type { Questionnaire } from '../../schema.ts';

type Titled = Pick<Questionnaire, 'title' | 'languages'> & { readonly number: number };

/** The title in the reader's language where it is written in it, else in the first that it has. */
export const titleOf = (lang: Lang, of: Titled): string =>
  wordsIn(of.title, languageFor(of, lang.code), of.languages).text ||
  lang.t('surveys.questionnaires.untitled', { number: of.number });

/** How far it is: a draft, an edition, an edition and a draft that went on since then. */
export function stateWords(lang: Lang, edition: number | null, ahead: boolean): string {
  if (edition === null) return lang.t('surveys.questionnaires.draft_only');
  return lang.t(ahead ? 'surveys.questionnaires.ahead' : 'surveys.questionnaires.edition', { edition });
}
