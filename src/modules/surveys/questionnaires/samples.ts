import type { Actor } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { QuestionnaireId } from '../schema.ts';
import { writeQuestionnaire } from './drafts/commands.ts';
import { freezeEdition } from './editions/commands.ts';
import type { Questionnaire } from './schema.ts';
import { baselineQuestionnaire } from './templates/rules.ts';

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

/** Where the questionnaire of the demonstration is loaded. */
export interface AskingWorld {
  readonly together: Together;
  readonly today: PlainDate;
  readonly coordinator: Actor;
  readonly lang: (code: LanguageCode) => Lang;
}

/** Days before today on which the demonstration froze its questionnaire. */
const FROZEN = -333;

/** The questionnaire of the founding research, frozen as edition 1; rounds of the demonstration ask by it. */
export async function loadQuestionnaire(world: AskingWorld): Promise<QuestionnaireId> {
  const { together, today, coordinator, lang } = world;
  together.as(coordinator);
  together.at(addDays(today, FROZEN));
  const content = withoutContacts(baselineQuestionnaire(lang));
  const { id, draft } = await must(
    together.perform(writeQuestionnaire, { questionnaire: null, from: null, origin: 'pages', content }),
  );
  await must(together.perform(freezeEdition, { questionnaire: id, draft }));
  together.at(null);
  together.as(null);
  return id;
}

/** The demonstration asks for nobody's telephone: no duty of storing people's data was answered for it. */
const withoutContacts = (of: Questionnaire): Questionnaire => ({
  ...of,
  items: of.items.map((item) =>
    item.is === 'group'
      ? { ...item, items: item.items.filter((one) => one.is !== 'question' || one.about !== 'contact') }
      : item,
  ),
});

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}
