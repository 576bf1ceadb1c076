import type { Param } from './message.ts';
import type { LanguageCode } from './texts.ts';

type Params = Readonly<Record<string, Param>>;

/** Thousands and decimals, as people of this language write them. */
const SIGNS: Readonly<Record<LanguageCode, readonly [string, string]>> = {
  az: ['.', ','],
  en: [',', '.'],
  ru: ['\u00a0', ','],
};

/** A number with at most two decimals: 1.234,5 in Azerbaijani. */
export function plainNumber(value: number, code: LanguageCode): string {
  const [thousands, decimal] = SIGNS[code];
  const [whole = '', part] = String(Math.round(Math.abs(value) * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? '-' : ''}${grouped}${part ? decimal + part : ''}`;
}

/** The plural form of a number (CLDR): one or other; Russian knows few and many too. */
function pluralOf(value: number, code: LanguageCode): 'one' | 'few' | 'many' | 'other' {
  if (code !== 'ru') return value === 1 ? 'one' : 'other';
  if (!Number.isInteger(value)) return 'other';
  const [ten, hundred] = [value % 10, value % 100];
  if (ten === 1 && hundred !== 11) return 'one';
  return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? 'few' : 'many';
}

/**
 * Says an ICU MessageFormat sentence of the kinds that our texts hold: {name}, plural with =n, select and "#". Which
 * those are is judged by tools/texts.ts, so a sentence that is broken throws.
 */
export function formatted(sentence: string, code: LanguageCode, params: Params): string {
  if (!/[{}'#]/.test(sentence)) return sentence;
  const reader = { text: sentence, at: 0 };
  return sequence(reader, code, params, null, true);
}

interface Reader {
  readonly text: string;
  at: number;
}

/** Up to the closing brace or the end. `hash`: what "#" says. A branch not taken is read and says nothing. */
function sequence(reader: Reader, code: LanguageCode, params: Params, hash: string | null, said: boolean): string {
  let out = '';
  while (reader.at < reader.text.length && reader.text[reader.at] !== '}') {
    const letter = reader.text[reader.at]!;
    if (letter === '{') out += argument(reader, code, params, hash, said);
    else {
      out += letter === "'" ? quoted(reader) : letter === '#' && hash !== null ? hash : letter;
      reader.at += 1;
    }
  }
  return said ? out : '';
}

/** Two apostrophes are one; one before a brace quotes up to the next; any other stands for itself. Ends on its last letter. */
function quoted(reader: Reader): string {
  const { text, at } = reader;
  if (text[at + 1] === "'") {
    reader.at += 1;
    return "'";
  }
  if (!/[{}#]/.test(text[at + 1] ?? '')) return "'";
  const end = text.indexOf("'", at + 1);
  reader.at = end < 0 ? text.length : end;
  return text.slice(at + 1, reader.at);
}

const HEAD = /\{\s*([^\s,{}]+)\s*(?:,\s*(plural|select)\s*,\s*)?/y;
const BRANCH = /\s*(=\d+|[\w-]+)\s*\{/y;

function argument(reader: Reader, code: LanguageCode, params: Params, hash: string | null, said: boolean): string {
  const [, name = '', kind] = take(reader, HEAD) ?? broken(reader);
  const value = params[name];
  if (said && value === undefined) throw new Error(`no ${name} for "${reader.text}"`);
  let out = kind ? '' : String(value);
  let found = false;
  // "other" stands last in every sentence (the compiler of texts asks for it), so the first that fits is the one.
  for (let branch = take(reader, BRANCH); kind && branch; branch = take(reader, BRANCH)) {
    const fits: boolean = !found && said && fitting(branch[1]!, kind, value!, code);
    found ||= fits;
    out += sequence(reader, code, params, kind === 'plural' && fits ? plainNumber(Number(value), code) : hash, fits);
    reader.at += 1;
  }
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at += 1;
  if (reader.text[reader.at] !== '}') broken(reader);
  reader.at += 1;
  return out;
}

function fitting(branch: string, kind: string, value: Param, code: LanguageCode): boolean {
  if (branch === 'other') return true;
  if (kind === 'select') return branch === value;
  return branch.startsWith('=') ? Number(branch.slice(1)) === value : branch === pluralOf(Number(value), code);
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found) reader.at = pattern.lastIndex;
  return found;
}

function broken(reader: Reader): never {
  throw new Error(`not a sentence: "${reader.text}" at ${reader.at}`);
}
