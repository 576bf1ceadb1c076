import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, type Language, type Room } from './read.ts';

/** What a parameter may be: a plural counts, so it takes a number only. */
export type ParamType = 'number' | 'string' | 'string | number';
export type Params = Readonly<Record<string, ParamType>>;

export interface Judged {
  /** Every key of en.json with its parameters. */
  readonly keys: ReadonlyMap<string, Params>;
  readonly problems: readonly string[];
}

/** One node of a parsed sentence, as far as we look at it (the parser's own type is not exported by the package). */
interface Node {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
  readonly pluralType?: 'cardinal' | 'ordinal';
}
const KIND = { literal: 0, argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, pound: 7 } as const;

const KEY = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/;
const PLURALS: Record<Language, readonly string[]> = {
  az: ['one', 'other'],
  en: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
};
/** Words of machines, not of a neighbour (interface.md, "Words"): a sentence says what is wrong and what to do. */
const FORBIDDEN: Record<Language, RegExp> = {
  az: /səhv baş verdi|xəta baş verdi/iu,
  en: /\bsubmit|\binvalid|\berror occurred/iu,
  ru: /произошла ошибка|возникла ошибка/iu,
};

/** Judges the sentences of all rooms: same keys, same parameters, plurals of each language, plain words. */
export function judge(rooms: readonly Room[]): Judged {
  const problems: string[] = [];
  const keys = new Map<string, Params>();
  const owner = new Map<string, string>();
  for (const room of rooms) {
    const all = new Set(LANGUAGES.flatMap((language) => Object.keys(room.files[language] ?? {})));
    for (const key of all) {
      const at = `${room.folder}: "${key}"`;
      if (!KEY.test(key)) problems.push(`${at} must be small letters, digits and _ between dots`);
      if (!room.prefixes.some((prefix) => key.startsWith(prefix)))
        problems.push(`${at} must begin with ${room.prefixes.map((p) => `"${p}"`).join(' or ')}`);
      if (owner.has(key)) problems.push(`${at} is also in ${owner.get(key)}`);
      owner.set(key, room.folder);
      const params = judgeKey(room, key, problems);
      if (room.files.en?.[key] !== undefined) keys.set(key, params);
    }
  }
  return { keys, problems };
}

function judgeKey(room: Room, key: string, problems: string[]): Params {
  const found = new Map<Language, Map<string, ParamType>>();
  for (const language of LANGUAGES) {
    const file = room.files[language];
    if (!file) continue;
    const at = `${room.folder}/${language}.json: "${key}"`;
    const sentence = file[key];
    if (sentence === undefined) problems.push(`${at} is missing`);
    else if (sentence.trim() === '') problems.push(`${at} is empty`);
    else found.set(language, judgeSentence(sentence, language, at, problems));
  }
  const merged: Record<string, ParamType> = {};
  for (const [language, params] of found) {
    for (const [name, type] of params) {
      if (merged[name] === undefined || merged[name] === 'string | number') merged[name] = type;
      for (const other of found.keys())
        if (!found.get(other)!.has(name))
          problems.push(`${room.folder}/${other}.json: "${key}" does not use {${name}}, ${language}.json does`);
    }
  }
  return Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function judgeSentence(sentence: string, language: Language, at: string, problems: string[]): Map<string, ParamType> {
  const params = new Map<string, ParamType>();
  if (FORBIDDEN[language].test(sentence))
    problems.push(
      `${at} uses a word we do not say (${FORBIDDEN[language].exec(sentence)?.[0]}): say what to do instead`,
    );
  try {
    const parsed = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true });
    visit(parsed.getAst() as readonly Node[], language, at, params, problems);
  } catch (error) {
    problems.push(`${at} is not ICU MessageFormat: ${(error as Error).message}`);
  }
  return params;
}

function visit(
  nodes: readonly Node[],
  language: Language,
  at: string,
  params: Map<string, ParamType>,
  problems: string[],
) {
  for (const node of nodes) {
    const name = node.value ?? '';
    if (node.type === KIND.number || node.type === KIND.date || node.type === KIND.time)
      problems.push(`${at} formats {${name}} itself: pass a string made by lang.number() or lang.date()`);
    if (node.type === KIND.argument && !params.has(name)) params.set(name, 'string | number');
    if (node.type === KIND.select) params.set(name, 'string');
    if (node.type === KIND.plural) {
      params.set(name, 'number');
      if (node.pluralType === 'cardinal') judgePlural(Object.keys(node.options ?? {}), name, language, at, problems);
    }
    for (const option of Object.values(node.options ?? {})) visit(option.value, language, at, params, problems);
  }
}

function judgePlural(has: readonly string[], name: string, language: Language, at: string, problems: string[]) {
  const wanted = PLURALS[language];
  const missing = wanted.filter(
    (form) => !has.includes(form) && !(form === 'one' && language !== 'ru' && has.includes('=1')),
  );
  const foreign = has.filter((form) => !form.startsWith('=') && !wanted.includes(form));
  if (missing.length) problems.push(`${at}: the plural of {${name}} has no form ${missing.join(', ')}`);
  if (foreign.length)
    problems.push(`${at}: the plural of {${name}} has forms that ${language} never uses: ${foreign.join(', ')}`);
}
