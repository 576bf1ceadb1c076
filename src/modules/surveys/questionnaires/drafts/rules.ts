import { nameFrom } from '../naming/rules.ts';
import type { FormLanguage, Questionnaire } from '../schema.ts';

/** The languages of the platform as XLSForm writes them. */
const LABELS: Readonly<Record<string, string>> = { az: 'Azərbaycan (az)', en: 'English (en)', ru: 'Русский (ru)' };

export const languageNamed = (key: string): FormLanguage => ({ key, label: LABELS[key] ?? key });

/** A questionnaire that asks nothing yet. */
export const freshQuestionnaire = (title: string, languages: readonly FormLanguage[]): Questionnaire => ({
  name: nameFrom(title, 'anket'),
  title: { [languages[0]!.key]: title },
  languages,
  ...{ items: [], lists: {}, settings: {} },
});
