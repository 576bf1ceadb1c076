import { choicesOf, isSilent } from '../questionnaires/rules.ts';
import type {
  Answers,
  Choice,
  Declined,
  DeclinedAnswers,
  Item,
  Question,
  Questionnaire,
} from '../questionnaires/schema.ts';
import type { Difference, Typing } from './schema.ts';

/** Entries of each repeat that a printed form has room for. */
export const ENTRIES = 3;

/** What stands for no answer on the keyboard: "-" refused, "?" not known. */
export const SIGNS: Readonly<Record<string, Declined>> = { '-': 'refused', '?': 'unknown' };

/** One line of the screen: a question with its place in the answers, and its choices numbered from 1. */
export interface Line {
  readonly path: string;
  readonly question: Question;
  readonly choices: readonly Choice[];
}

/**
 * Every question of a printed form in its order, whether skipped or not: paper shows them all. Contacts stay on the paper:
 * two typings would keep them where nothing deletes them.
 */
export function linesOf(of: Pick<Questionnaire, 'items' | 'lists'>, items = of.items, above = ''): readonly Line[] {
  return items.flatMap((item: Item): readonly Line[] => {
    const path = `${above}${item.name}`;
    if (item.is === 'group') return linesOf(of, item.items, `${path}/`);
    if (item.is === 'repeat')
      return Array.from({ length: ENTRIES }, (_, i) => linesOf(of, item.items, `${path}/${i + 1}/`)).flat();
    const typed =
      item.about !== 'contact' &&
      !isSilent(item.type) &&
      item.type !== 'note' &&
      item.type !== 'image' &&
      item.calculation === null;
    return typed ? [{ path, question: item, choices: choicesOf(of, item) }] : [];
  });
}

/** What was typed, as XForms keeps it; null: a number that stands for no choice. */
export function typedValue({ question, choices }: Line, text: string): string | null {
  const typed = text.normalize('NFC').trim();
  switch (question.type) {
    case 'select_one':
    case 'select_multiple':
    case 'rank': {
      const names = typed
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((n) => (/^\d+$/.test(n) ? choices[Number(n) - 1]?.name : undefined));
      const several = question.type !== 'select_one';
      return names.includes(undefined) || (!several && names.length > 1) ? null : names.join(' ');
    }
    case 'decimal':
    case 'range':
      return typed.replace(',', '.');
    case 'acknowledge':
      return typed === '1' ? 'OK' : '';
    case 'date': {
      const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed);
      return local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : typed;
    }
    default:
      return typed;
  }
}

/** Answers by path put where they belong; entries of a repeat in which nothing stands are left out. */
export function answersFrom(items: readonly Item[], values: ReadonlyMap<string, string>, above = ''): Answers {
  const found: Record<string, Answers[string]> = {};
  for (const item of items) {
    const path = `${above}${item.name}`;
    if (item.is === 'question') {
      const value = values.get(path);
      if (value) found[item.name] = value;
    } else if (item.is === 'group') found[item.name] = answersFrom(item.items, values, `${path}/`);
    else
      found[item.name] = Array.from({ length: ENTRIES }, (_, i) =>
        answersFrom(item.items, values, `${path}/${i + 1}/`),
      ).filter((entry) => Object.keys(entry).length > 0);
  }
  return found;
}

/** Answers by path; nothing for what was not answered. */
export function flat(answers: Answers, above = ''): readonly (readonly [path: string, value: string])[] {
  return Object.entries(answers).flatMap(([name, value]) => {
    const path = `${above}${name}`;
    if (typeof value === 'string') return value === '' ? [] : [[path, value] as const];
    const entries = Array.isArray(value) ? value : null;
    return entries
      ? entries.flatMap((one: Answers, i) => flat(one, `${path}/${i + 1}/`))
      : flat(value as Answers, `${path}/`);
  });
}

const SIGN_OF: Readonly<Record<Declined, string>> = { refused: '-', unknown: '?' };
const said = (of: Pick<Typing, 'answers' | 'declined' | 'place' | 'group' | 'onDay'>): ReadonlyMap<string, string> =>
  new Map<string, string>([
    [':day', of.onDay],
    ...(of.place ? [[':place', of.place] as const] : []),
    ...(of.group ? [[':group', of.group] as const] : []),
    ...flat(of.answers),
    ...Object.entries(of.declined).map(([path, why]) => [path, SIGN_OF[why]] as const),
  ]);

/** What two typings of one sheet say otherwise. */
export function differencesOf(first: Typing, second: Typing): readonly Difference[] {
  const [a, b] = [said(first), said(second)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((path) => ({ path, first: a.get(path) ?? '', second: b.get(path) ?? '' }))
    .filter((one) => one.first !== one.second);
}

/** The typing that follows when for each difference one of both is right: those in `seconds` are the second's. */
export function settled(items: readonly Item[], first: Typing, second: Typing, seconds: ReadonlySet<string>): Typing {
  const [a, b] = [said(first), said(second)];
  const right = new Map<string, string>();
  for (const path of new Set([...a.keys(), ...b.keys()])) {
    const value = (seconds.has(path) ? b : a).get(path);
    if (value) right.set(path, value);
  }
  const declined: Record<string, Declined> = {};
  const isDeclined = (path: string): boolean => {
    const from = seconds.has(path) ? second.declined : first.declined;
    return from[path] !== undefined;
  };
  for (const [path, value] of right) {
    const why = isDeclined(path) ? SIGNS[value] : undefined;
    if (why) declined[path] = why;
  }
  const values = new Map([...right].filter(([path]) => declined[path] === undefined));
  return {
    ...{ nth: 3, by: null, answers: answersFrom(items, values), declined: declined satisfies DeclinedAnswers },
    onDay: (seconds.has(':day') ? second : first).onDay,
    place: (seconds.has(':place') ? second : first).place,
    group: (seconds.has(':group') ? second : first).group,
  };
}
