import type { QuestionnaireId } from '../schema.ts';
import type { Questionnaire } from './schema.ts';

const NOTHING = { hint: {}, guidance: {}, relevant: null, appearance: null, other: {} } as const;

/** The smallest questionnaire that can be frozen: one question with two choices. */
export const SMALL: Questionnaire = {
  ...{
    name: 'kicik',
    title: { az: 'Kiçik anket' },
    languages: [{ key: 'az', label: 'Azərbaycan (az)' }],
    settings: {},
  },
  items: [
    {
      ...{ is: 'question', type: 'select_one', name: 'su', label: { az: 'Evinizə su gəlirmi?' }, ...NOTHING },
      ...{ required: 'true()', requiredMessage: {}, constraint: null, constraintMessage: {}, calculation: null },
      ...{ preset: null, readonly: null, choices: { list: 'he_yox', filter: null, other: false }, parameters: {} },
      ...{ unit: 'household', about: null },
    },
  ],
  lists: {
    he_yox: [
      { name: 'he', label: { az: 'Bəli' }, other: {} },
      { name: 'yox', label: { az: 'Xeyr' }, other: {} },
    ],
  },
};

/** One input of the right shape for each command on questionnaires, by its name. */
export const questionnaireInputs = (of: { readonly questionnaire: string; readonly draft: string }) => ({
  'surveys.write_questionnaire': { questionnaire: null, from: null, origin: 'pages', content: SMALL },
  'surveys.freeze_edition': { questionnaire: of.questionnaire as QuestionnaireId, draft: of.draft },
});
