import { hasReference } from '../../../references/rules.ts';
import type { ListChoice, Said } from '../../../schema.ts';

/** Whether texts stand apart by language, because they are said in several, shown, or computed. */
export const isTranslated = (said: Said): boolean => Object.keys(said).some((lang) => lang !== '');

export const listIsSpoken = (choices: readonly ListChoice[]): boolean =>
  choices.some(
    ({ label, media }) =>
      isTranslated(label) || Object.keys(media).length > 0 || Object.values(label).some((text) => hasReference(text)),
  );

/** The one text where there is one language. */
export const labelText = (said: Said): string => said[''] ?? '';
