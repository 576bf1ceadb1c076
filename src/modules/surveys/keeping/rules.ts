import type { Answers, Item, Question, Questionnaire } from '../questionnaires/schema.ts';

/** Letters of a code on a slip: 40 bits, too many to guess through a form that is counted. */
export const CODE_LETTERS = 8;

/** Facts that a device tells of itself or of its owner: kept of nobody. */
const OF_DEVICE: readonly Question['type'][] = ['deviceid', 'username', 'phonenumber', 'email'];

const isContact = (question: Question): boolean => question.about === 'contact';

export interface Parted {
  readonly answers: Answers;
  /** What could name the respondent, by the path of its question ("people/1/phone"). */
  readonly contacts: Readonly<Record<string, string>>;
}

/** Answers without what could name somebody, and that apart. What a device tells of itself is dropped. */
export function withoutContacts(questionnaire: Pick<Questionnaire, 'items'>, answers: Answers): Parted {
  const contacts: Record<string, string> = {};
  return { answers: part(questionnaire.items, answers, '', contacts), contacts };
}

function part(items: readonly Item[], answers: Answers, above: string, contacts: Record<string, string>): Answers {
  const kept: Record<string, Answers[string]> = {};
  for (const item of items) {
    const value = answers[item.name];
    if (value === undefined) continue;
    const path = `${above}${item.name}`;
    if (item.is === 'question') {
      if (typeof value !== 'string' || OF_DEVICE.includes(item.type)) continue;
      if (isContact(item) && value !== '') contacts[path] = value;
      else if (isContact(item)) continue;
      else kept[item.name] = value;
    } else if (item.is === 'group' && typeof value === 'object' && !isList(value))
      kept[item.name] = part(item.items, value, `${path}/`, contacts);
    else if (item.is === 'repeat' && typeof value === 'object' && isList(value))
      kept[item.name] = value.map((one, i) => part(item.items, one, `${path}/${i + 1}/`, contacts));
  }
  return kept;
}

const isList = (value: Answers | readonly Answers[]): value is readonly Answers[] => Array.isArray(value);
