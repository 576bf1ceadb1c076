import * as v from 'valibot';
import { allWords, CHOICE_NAME, MOST, NAME, placedItems } from '../rules.ts';
import { ABOUT, type Item, QUESTION_TYPES, type Questionnaire, UNITS } from '../schema.ts';

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST.name));
const nameShape = v.pipe(short, v.regex(NAME));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST.text));
const expression = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(MOST.expression)));
const columns = v.pipe(
  v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(200)), v.pipe(v.string(), v.maxLength(MOST.text))),
  v.check((of) => Object.keys(of).length <= 200),
);
const words = v.pipe(
  v.record(short, text),
  v.check((of) => Object.keys(of).length <= MOST.languages),
);

const base = {
  name: nameShape,
  ...{ label: words, hint: words, guidance: words },
  relevant: expression,
  appearance: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
  other: columns,
};

const questionShape = v.object({
  is: v.literal('question'),
  ...base,
  type: v.picklist(QUESTION_TYPES),
  ...{ required: expression, requiredMessage: words, constraint: expression, constraintMessage: words },
  ...{ calculation: expression, preset: expression, readonly: expression },
  choices: v.nullable(v.object({ list: nameShape, filter: expression, other: v.boolean() })),
  parameters: columns,
  unit: v.picklist(UNITS),
  about: v.nullable(v.picklist(ABOUT)),
});

const itemShape: v.GenericSchema<Item> = v.lazy((given) => {
  const is = (given as { is?: unknown } | null)?.is;
  if (is === 'repeat')
    return v.object({ is: v.literal('repeat'), ...base, count: expression, items: v.array(itemShape) });
  return is === 'group' ? v.object({ is: v.literal('group'), ...base, items: v.array(itemShape) }) : questionShape;
});

/** Nesting is looked at before the shape, which goes down by itself. */
function isShallow(given: unknown, depth = 0): boolean {
  if (!Array.isArray(given)) return true;
  return (
    depth <= MOST.depth && given.every((item) => isShallow((item as { items?: unknown } | null)?.items, depth + 1))
  );
}

const choiceShape = v.object({
  name: v.pipe(short, v.regex(CHOICE_NAME)),
  ...{ label: words, other: columns },
});

const wholeShape: v.GenericSchema<Questionnaire> = v.object({
  name: nameShape,
  title: words,
  languages: v.pipe(
    v.array(v.object({ key: short, label: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST.label)) })),
    v.minLength(1),
    v.maxLength(MOST.languages),
  ),
  items: v.pipe(
    v.custom<readonly Item[]>((given) => isShallow(given)),
    v.array(itemShape),
    v.check((items) => placedItems(items).length <= MOST.items),
  ),
  lists: v.pipe(
    v.record(nameShape, v.pipe(v.array(choiceShape), v.maxLength(MOST.choices))),
    v.check((lists) => Object.keys(lists).length <= MOST.lists),
  ),
  settings: columns,
});

/** Every text is in a language of the questionnaire: in another one nobody would ever see it. */
function speaksItsLanguages({ languages, ...of }: Questionnaire): boolean {
  const keys = new Set(languages.map(({ key }) => key));
  return allWords(of).every((words) => Object.keys(words).every((key) => keys.has(key)));
}

/** A questionnaire as a command takes it: right in shape and size, not yet free of faults. */
export const questionnaireShape: v.GenericSchema<Questionnaire> = v.pipe(wholeShape, v.check(speaksItsLanguages));
