import { choicesOf, isMatrix, placedItems } from '../../rules.ts';
import { type Item, QUESTION_TYPES, type Question, type Questionnaire } from '../../schema.ts';
import { CONDITION_ROWS, type FormKind, NUMBERS } from '../schema.ts';
import { boundsOf, skipOf, typedFor } from '../skips/rules.ts';

type Values = Readonly<Record<string, string>>;

/** Rows of choices are told apart by the name that a choice has now. */
export const CHOICE_ROWS = [{ prefix: 'choice', key: 'id' }] as const;

export const kindOf = (item: Item): FormKind => {
  if (item.is === 'question') return item.type;
  return isMatrix(item) ? 'matrix' : item.is;
};

/** The kind as keys of texts write it. */
export const kindKey = (kind: FormKind) => (kind === 'dateTime' ? 'date_time' : kind);

/** What stands in the form of a new item. */
export const freshValues = (kind: FormKind): Values => ({
  ...{ kind, asked: 'always', join: 'and', unit: 'person' },
  ...(kind === 'select_one' || kind === 'select_multiple' || kind === 'matrix' ? { required: 'yes' } : {}),
});

/** What stands in the form of an item: its words in the language in which the questionnaire is written. */
export function itemValues(of: Questionnaire, item: Item): Values {
  const first = of.languages[0]?.key ?? '';
  const base = {
    ...{ kind: kindOf(item), name: item.name, label: item.label[first] ?? '', hint: item.hint[first] ?? '' },
    ...{ guidance: item.guidance[first] ?? '', appearance: shownAppearance(item) },
    ...skipValues(of, item.relevant),
  };
  if (item.is === 'group') return base;
  return item.is === 'repeat' ? { ...base, count: item.count ?? '' } : { ...base, ...questionValues(of, item, first) };
}

/** That a matrix is a table goes without saying. */
const shownAppearance = (item: Item): string =>
  isMatrix(item) && item.appearance === 'table-list' ? '' : (item.appearance ?? '');

function questionValues(of: Questionnaire, item: Question, first: string): Values {
  const bounds = item.constraint !== null && NUMBERS.includes(item.type) ? boundsOf(item.constraint) : null;
  const rows = choicesOf(of, item).flatMap((choice, i) => [
    [`choice_${i}_id`, choice.name],
    [`choice_${i}_name`, choice.name],
    [`choice_${i}_label`, choice.label[first] ?? ''],
    [
      `choice_${i}_columns`,
      Object.entries(choice.other)
        .map(([column, value]) => `${column}=${value}`)
        .join('; '),
    ],
  ]);
  return {
    ...{ required: item.required === 'true()' ? 'yes' : '', about: item.about ?? '', unit: item.unit },
    required_if: item.required === null || item.required === 'true()' ? '' : item.required,
    required_message: item.requiredMessage[first] ?? '',
    ...{ least: bounds?.least ?? '', most: bounds?.most ?? '' },
    constraint: bounds ? '' : (item.constraint ?? ''),
    constraint_message: item.constraintMessage[first] ?? '',
    ...{ calculation: item.calculation ?? '', preset: item.preset ?? '', readonly: item.readonly ?? '' },
    ...{ list: item.choices?.list ?? '', filter: item.choices?.filter ?? '' },
    other: item.choices?.other ? 'yes' : '',
    parameters: Object.entries(item.parameters)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
    ...Object.fromEntries(rows),
  };
}

function skipValues(of: Questionnaire, relevant: string | null): Values {
  if (relevant === null) return { asked: 'always', join: 'and' };
  const skip = skipOf(relevant);
  if (!skip || skip.conditions.length > CONDITION_ROWS) return { asked: 'rule', join: 'and', relevant };
  const items = placedItems(of.items).map(({ item }) => item);
  const rows = skip.conditions.flatMap(({ question, is, value }, i) => {
    const found = items.find((item) => item.is === 'question' && item.name === question) as Question | undefined;
    return [
      [`condition_${i}_question`, question],
      [`condition_${i}_is`, is],
      [`condition_${i}_value`, typedFor(of, found ?? null, value)],
    ];
  });
  return { asked: 'if', join: skip.join, ...Object.fromEntries(rows) };
}

/** The kind that a form is asked for; null: none that we know. */
export function kindGiven(given: string): FormKind | null {
  if (given === 'matrix' || given === 'group' || given === 'repeat') return given;
  return QUESTION_TYPES.find((type) => type === given) ?? null;
}
