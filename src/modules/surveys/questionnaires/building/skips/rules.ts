import { choicesOf, hasChoices, isSilent } from '../../rules.ts';
import type { Question, Questionnaire } from '../../schema.ts';

/** What can be asked of an earlier answer, in words; what does not fit here is written as an expression. */
export const COMPARISONS = ['is', 'is_not', 'more', 'least', 'less', 'most', 'answered', 'not_answered'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface Condition {
  readonly question: string;
  readonly is: Comparison;
  /** The name of a choice, a number, a word or a day; "" where nothing is compared with. */
  readonly value: string;
}

export const JOINS = ['and', 'or'] as const;
export type Join = (typeof JOINS)[number];

export interface Skip {
  readonly join: Join;
  readonly conditions: readonly Condition[];
}

const SIGNS = { is: '=', is_not: '!=', more: '>', least: '>=', less: '<', most: '<=' } as const;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Needs nothing to compare with. */
export const isAlone = (is: Comparison): boolean => is === 'answered' || is === 'not_answered';

/** The expression that says a skip; `several` says of which questions several choices can be ticked. */
export const skipText = ({ join, conditions }: Skip, several: (name: string) => boolean): string =>
  conditions.map((one) => conditionText(one, several(one.question))).join(` ${join} `);

function conditionText({ question, is, value }: Condition, several: boolean): string {
  const name = `\${${question}}`;
  if (isAlone(is)) return `${name} ${is === 'answered' ? '!=' : '='} ''`;
  if (several && (is === 'is' || is === 'is_not')) {
    const ticked = `selected(${name}, ${quoted(value)})`;
    return is === 'is' ? ticked : `not(${ticked})`;
  }
  const isNumber = NUMBER.test(value) && is !== 'is' && is !== 'is_not';
  return `${name} ${SIGNS[is as keyof typeof SIGNS]} ${isNumber ? value : quoted(value)}`;
}

/** XPath has no way to write both quotation marks in one text: a value never has the double one. */
const quoted = (value: string): string => (value.includes("'") ? `"${value.replaceAll('"', '')}"` : `'${value}'`);

const VALUE = String.raw`'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)`;
const REFERENCE = String.raw`\$\{\s*([^}\s]+)\s*\}`;
const COMPARED = new RegExp(String.raw`^${REFERENCE}\s*(=|!=|>=|<=|>|<)\s*(?:${VALUE})$`, 'u');
const TICKED = new RegExp(
  String.raw`^(not\s*\(\s*)?selected\s*\(\s*${REFERENCE}\s*,\s*(?:${VALUE})\s*\)(\s*\))?$`,
  'u',
);

/** An expression as the small form can show it; null: it says more than the form can. */
export function skipOf(expression: string): Skip | null {
  const parts = split(expression.trim());
  if (!parts) return null;
  const conditions = parts.texts.map(conditionOf);
  return conditions.every((one) => one !== null) ? { join: parts.join, conditions } : null;
}

/** Parts between "and" or between "or", never within quotation marks; null where both stand. */
function split(text: string): { readonly join: Join; readonly texts: readonly string[] } | null {
  const pieces = text.match(/'[^']*'|"[^"]*"|[^\s'"]+|\s+/g) ?? [];
  const found = new Set(pieces.filter((piece) => piece === 'and' || piece === 'or'));
  if (found.size > 1) return null;
  const join: Join = found.has('or') ? 'or' : 'and';
  const texts: string[] = [''];
  for (const piece of pieces) {
    if (piece === join) texts.push('');
    else texts[texts.length - 1] += piece;
  }
  return { join, texts: texts.map((one) => one.trim()) };
}

function conditionOf(text: string): Condition | null {
  const ticked = TICKED.exec(text);
  if (ticked && (ticked[1] === undefined) === (ticked[6] === undefined)) {
    const value = ticked[3] ?? ticked[4] ?? ticked[5] ?? '';
    return { question: ticked[2]!, is: ticked[1] ? 'is_not' : 'is', value };
  }
  const compared = COMPARED.exec(text);
  if (!compared) return null;
  const value = compared[3] ?? compared[4] ?? compared[5] ?? '';
  const is = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).find((one) => SIGNS[one] === compared[2])!;
  if (value === '' && (is === 'is' || is === 'is_not'))
    return { question: compared[1]!, is: is === 'is' ? 'not_answered' : 'answered', value: '' };
  return value === '' ? null : { question: compared[1]!, is, value };
}

/** Whether an answer to this question can be asked for by another one. */
export const canBeAsked = ({ type }: Question): boolean =>
  type !== 'note' && (!isSilent(type) || type === 'calculate' || type === 'hidden');

/**
 * The value of a condition as it is kept: of a question with choices the name of the choice whose name or words were
 * typed. Null: there is no such choice.
 */
export function valueFor(of: Questionnaire, question: Question, typed: string): string | null {
  if (!hasChoices(question.type)) return typed;
  const same = (one: string) => one.trim().toLowerCase() === typed.trim().toLowerCase();
  const found = choicesOf(of, question).find(
    ({ name, label }) => same(name) || Object.values(label).some((words) => same(words)),
  );
  return found?.name ?? null;
}

/** The same way back: the words of a choice in the language in which the questionnaire is written. */
export function typedFor(of: Questionnaire, question: Question | null, value: string): string {
  const choice = question && choicesOf(of, question).find(({ name }) => name === value);
  return choice?.label[of.languages[0]?.key ?? ''] || value;
}

/** Bounds of a number or a day: "at least 0, at most 120"; null: the constraint says more than that. */
export interface Bounds {
  readonly least: string;
  readonly most: string;
}

export function boundsOf(constraint: string): Bounds | null {
  const found = /^(?:\.\s*>=\s*(-?\d+(?:\.\d+)?))?(\s+and\s+)?(?:\.\s*<=\s*(-?\d+(?:\.\d+)?))?$/.exec(
    constraint.trim(),
  );
  if (!found || (found[1] === undefined && found[3] === undefined)) return null;
  if ((found[2] !== undefined) !== (found[1] !== undefined && found[3] !== undefined)) return null;
  return { least: found[1] ?? '', most: found[3] ?? '' };
}

export const boundsText = ({ least, most }: Bounds): string | null =>
  [least === '' ? [] : [`. >= ${least}`], most === '' ? [] : [`. <= ${most}`]].flat().join(' and ') || null;
