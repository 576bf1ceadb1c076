import type { Db } from '#core/db/database.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Choice, Group, Item, Question, Questionnaire, Repeat, Words } from '../questionnaires/schema.ts';
import type { QuestionnaireId, SurveyTables } from '../schema.ts';

const base = (name: string, label: string) => ({
  ...{ name, label: { az: label }, hint: {}, guidance: {}, relevant: null, appearance: null, other: {} },
});

/** A question of this type; `given` says what is different. */
export const question = (name: string, type: Question['type'], given: Partial<Question> = {}): Question => ({
  ...{ ...base(name, `${name}?`), is: 'question', type, required: null, requiredMessage: {}, constraint: null },
  ...{ constraintMessage: {}, calculation: null, preset: null, readonly: null, choices: null, parameters: {} },
  ...{ unit: 'person', about: null },
  ...given,
});

export const group = (name: string, items: readonly Item[], given: Partial<Group> = {}): Group => ({
  ...{ ...base(name, name), is: 'group', items },
  ...given,
});

export const repeat = (name: string, items: readonly Item[], given: Partial<Repeat> = {}): Repeat => ({
  ...{ ...base(name, name), is: 'repeat', count: null, items },
  ...given,
});

/** Which choices a question offers. */
export const offering = (list: string) => ({ choices: { list, filter: null, other: false } });
export const choice = (name: string, label: Words): Choice => ({ name, label, other: {} });

/** A questionnaire in Azerbaijani with these questions. */
export const questionnaire = (items: readonly Item[], given: Partial<Questionnaire> = {}): Questionnaire => ({
  ...{ name: 'sample', title: { az: 'Nümunə' }, languages: [{ key: 'az', label: 'Azərbaycan (az)' }], items },
  lists: { yesno: [choice('yes', { az: 'Bəli' }), choice('no', { az: 'Xeyr' })] },
  settings: {},
  ...given,
});

/** Freezes an edition as it stands, for tests: no permission, no entry. */
export async function loadEdition(
  db: Db,
  forum: string,
  content: Questionnaire,
  today: PlainDate,
): Promise<QuestionnaireId> {
  const tables = db.withTables<SurveyTables>();
  const at = new Date(`${today}T09:00:00Z`);
  const entered = { forum_id: forum, entered_on: today, entered_at: at, entered_by: null };
  const id = uuidv7(at) as QuestionnaireId;
  const draft = uuidv7(at);
  const { n } = await tables
    .selectFrom('surveys_questionnaires')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('forum_id', '=', forum)
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('surveys_questionnaires')
    .values({ ...entered, id, number: Number(n) + 1 })
    .execute();
  await tables
    .insertInto('surveys_drafts')
    .values({ ...entered, id: draft, questionnaire_id: id, origin: 'pages', content: json(content) })
    .execute();
  await tables
    .insertInto('surveys_editions')
    .values({ ...entered, questionnaire_id: id, edition: 1, draft_id: draft, content_hash: '0'.repeat(64) })
    .execute();
  return id;
}
