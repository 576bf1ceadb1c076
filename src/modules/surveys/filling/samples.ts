import type { Choice, Group, Item, Question, Questionnaire, QuestionType, Repeat } from '../questionnaires/schema.ts';
import { compile } from './compiling/rules.ts';
import type { Filling, Form } from './schema.ts';

const PLAIN = { label: {}, hint: {}, guidance: {}, relevant: null, appearance: null, other: {} };

/** A question that asks nothing more than its type says. */
export const asked = (type: QuestionType, name: string, more: Partial<Question> = {}): Question => ({
  ...PLAIN,
  is: 'question',
  type,
  name,
  required: null,
  requiredMessage: {},
  constraint: null,
  constraintMessage: {},
  calculation: null,
  preset: null,
  readonly: null,
  choices: null,
  parameters: {},
  unit: 'person',
  about: null,
  ...more,
});

export const grouped = (name: string, items: readonly Item[], more: Partial<Group> = {}): Group => ({
  ...PLAIN,
  is: 'group',
  name,
  items,
  ...more,
});

export const repeated = (name: string, items: readonly Item[], more: Partial<Repeat> = {}): Repeat => ({
  ...PLAIN,
  is: 'repeat',
  name,
  items,
  count: null,
  ...more,
});

/** A choice of a list, named as it is called. */
export const choice = (name: string, other: Readonly<Record<string, string>> = {}): Choice => ({
  name,
  label: { en: name },
  other,
});

export const ofList = (list: string, filter: string | null = null, other = false): Pick<Question, 'choices'> => ({
  choices: { list, filter, other },
});

export const questionnaireOf = (
  items: readonly Item[],
  lists: Readonly<Record<string, readonly Choice[]>> = {},
): Questionnaire => ({
  name: 'sample',
  title: { en: 'Sample' },
  languages: [{ key: 'en', label: 'English (en)' }],
  items,
  lists,
  settings: {},
});

/** The questionnaire ready to be asked. Throws with the first reason why it cannot be. */
export function formOf(items: readonly Item[], lists: Readonly<Record<string, readonly Choice[]>> = {}): Form {
  const form = compile(questionnaireOf(items, lists));
  if (form.is === 'form') return form;
  const { path, reason, name, names } = form.problems[0]!;
  throw new Error(`${path}: ${reason} ${name}${names}`);
}

/** Noon of 23 November 2026 in Baku. */
export const AT_NOON: Filling = {
  now: Date.UTC(2026, 10, 23, 8),
  zone: { minutesAt: () => 240 },
  language: 'en',
  seed: 'interview 1',
  facts: { deviceid: 'phone 7' },
  declined: {},
  lastSaved: null,
};

/**
 * A long questionnaire with skip logic: sections of ten questions; in each the first decides about the second, a sum runs
 * through all sections, and lists are filtered.
 */
export function longQuestionnaire(questions: number): Questionnaire {
  const sections = Math.ceil(questions / 10);
  const items = Array.from({ length: sections }, (_, n) =>
    grouped(
      `s${n}`,
      [
        asked('select_one', `a${n}`, { ...ofList('yes_no'), required: 'true()' }),
        asked('integer', `b${n}`, { relevant: `\${a${n}} = 'yes'`, constraint: '. >= 0 and . < 120' }),
        asked('select_multiple', `c${n}`, { ...ofList('places', `district = \${d${n}}`) }),
        asked('select_one', `d${n}`, ofList('districts')),
        asked('text', `e${n}`, { relevant: `selected(\${c${n}}, 'p3') or \${b${n}} > 17` }),
        asked('calculate', `f${n}`, {
          calculation: n > 0 ? `\${f${n - 1}} + coalesce(\${b${n}}, 0)` : `coalesce(\${b0}, 0)`,
        }),
        asked('note', `g${n}`, { relevant: `\${f${n}} > 100`, label: { en: `So far \${f${n}}` } }),
        asked('date', `h${n}`, { constraint: '. <= today()' }),
        asked('decimal', `i${n}`, { relevant: `count-selected(\${c${n}}) > 1`, required: 'true()' }),
        asked('text', `j${n}`, { relevant: `\${e${n}} != ''` }),
      ],
      n > 0 && n % 5 === 0 ? { relevant: `\${a${n - 1}} != 'no'` } : {},
    ),
  );
  return questionnaireOf(items, {
    yes_no: [choice('yes'), choice('no')],
    districts: ['d1', 'd2', 'd3'].map((name) => choice(name)),
    places: Array.from({ length: 60 }, (_, n) => choice(`p${n}`, { district: `d${1 + (n % 3)}` })),
  });
}
