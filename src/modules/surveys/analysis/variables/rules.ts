import type { Texts } from '#core/i18n/texts.ts';
import { parseExpression } from '../../expressions/parsing/rules.ts';
import { referencesOf } from '../../expressions/references/rules.ts';
import type { Item, Question, Questionnaire, Words } from '../../questionnaires/schema.ts';
import type { Declaration } from '../../rounds/schema.ts';
import { classCode } from '../../statistics/tables/rules.ts';
import type { Asked, Code, NotCounted } from './schema.ts';

/** The first years of classes of age; who is younger than the first belongs to none. */
export const AGE_CLASSES = [18, 30, 45, 60] as const;
/** The choice that "or other" adds; so XLSForm calls it. */
const OTHER = 'other';

interface Found {
  readonly asked: readonly Asked[];
  readonly notCounted: readonly NotCounted[];
}

/** All that a round's tables can count, in the order in which it is asked. */
export function askedIn(questionnaire: Questionnaire): Found {
  const asked: Asked[] = [];
  const notCounted: NotCounted[] = [];
  const direct = new Map<string, readonly string[]>();
  const walk = (items: readonly Item[], at: readonly string[], hangsOn: readonly string[], repeated: boolean): void => {
    for (const item of items) {
      const path = [...at, item.name];
      const on = [...new Set([...hangsOn, ...namesIn(item.relevant)])];
      if (item.is !== 'question') {
        direct.set(item.name, [...on, ...item.items.map(({ name }) => name)]);
        walk(item.items, path, on, repeated || item.is === 'repeat');
        continue;
      }
      direct.set(item.name, [...on, ...namesIn(item.calculation)]);
      const why = whyNot(item, repeated);
      if (why === 'nothing') continue;
      if (why) notCounted.push({ name: path.join('/'), words: item.label, why });
      else asked.push(...variablesOf(questionnaire, item, path, on));
    }
  };
  walk(questionnaire.items, [], [], false);
  const paths = new Map(asked.map(({ name }) => [name.split('/').at(-1)!, name]));
  const wholly = (one: Asked): readonly string[] =>
    followed(one.hangsOn, direct)
      .map((name) => paths.get(name) ?? name)
      .filter((name) => name !== one.name);
  return { asked: asked.map((one) => ({ ...one, hangsOn: wholly(one) })), notCounted };
}

/** These names and all on which they hang in turn: also through what is only calculated, and what no table counts. */
function followed(names: readonly string[], direct: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set(names);
  for (const name of found) for (const next of direct.get(name) ?? []) found.add(next);
  return [...found];
}

const namesIn = (expression: string | null): readonly string[] => {
  if (expression === null) return [];
  const parsed = parseExpression(expression);
  return parsed.is === 'error' ? [] : referencesOf(parsed).map(({ name }) => name);
};

/** Why no table counts it; `nothing`: it asks for nothing; null: it is counted. */
function whyNot(question: Question, repeated: boolean): NotCounted['why'] | 'nothing' | null {
  if (question.about === 'contact') return 'contact';
  switch (question.type) {
    case 'note':
    case 'start':
    case 'end':
    case 'today':
    case 'deviceid':
    case 'username':
    case 'phonenumber':
    case 'email':
    case 'hidden':
    case 'calculate':
      return 'nothing';
    case 'text':
    case 'date':
    case 'time':
    case 'dateTime':
      return 'text';
    case 'image':
    case 'geopoint':
      return 'picture';
    case 'rank':
      return 'rank';
    default:
      return repeated ? 'repeated' : null;
  }
}

function variablesOf(
  { lists }: Questionnaire,
  question: Question,
  path: readonly string[],
  hangsOn: readonly string[],
): readonly Asked[] {
  const { type, unit, about, label: words, choices } = question;
  const base = { name: path.join('/'), path, unit, words, about, hangsOn };
  if (type === 'select_one' || type === 'select_multiple') {
    const listed = (choices ? (lists[choices.list] ?? []) : []).map(
      (choice): Code => ({ code: choice.name, words: choice.label }),
    );
    const codes =
      choices?.other && !listed.some(({ code }) => code === OTHER) ? [...listed, { code: OTHER, words: {} }] : listed;
    return [{ ...base, kind: type === 'select_one' ? 'one' : 'many', codes }];
  }
  if (type === 'acknowledge') return [{ ...base, kind: 'one', codes: [{ code: 'OK', words }] }];
  const number: Asked = { ...base, kind: 'number', codes: [] };
  if (about !== 'age') return [number];
  return [
    number,
    {
      ...base,
      name: AGE,
      kind: 'one',
      codes: AGE_CLASSES.map((_, i) => ({ code: classCode(AGE_CLASSES, i), words: {} })),
    },
  ];
}

/** Names of facts: no question can be called so. */
export const [PLACE, GROUP, AGE] = ['@place', '@group', '@age'] as const;

const wordsOf = (texts: Texts): Words =>
  Object.fromEntries(Object.entries(texts).flatMap(([language, text]) => (text ? [[language, text]] : [])));

/** Place and group of the interview as columns, counting the same as the question they are crossed with. */
export function factsOf(
  { places, groups }: Declaration,
  unit: Asked['unit'],
  names: ReadonlyMap<string, Texts>,
): readonly Asked[] {
  const fact = (name: string, codes: readonly Code[]): Asked => ({
    ...{ name, path: null, kind: 'one', unit, words: {}, codes, about: null, hangsOn: [] },
  });
  return [
    ...(places.length > 0
      ? [
          fact(
            PLACE,
            places.map(({ place }) => ({ code: place, words: wordsOf(names.get(place) ?? {}) })),
          ),
        ]
      : []),
    ...(groups.length > 0
      ? [
          fact(
            GROUP,
            groups.map(({ key, name }) => ({ code: key, words: wordsOf(name) })),
          ),
        ]
      : []),
  ];
}

/** Those by which a table may be split: what the round knows of each interview, and what respondents said of themselves. */
export const columnsOf = (asked: readonly Asked[]): readonly Asked[] =>
  asked.filter(
    ({ name, about, kind }) => kind === 'one' && (name.startsWith('@') || about === 'sex' || about === 'role'),
  );
