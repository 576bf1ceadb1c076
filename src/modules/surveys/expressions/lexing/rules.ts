import type { ExpressionError } from '../schema.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'operator' | 'sign' | 'reference' | 'end';
  /** As it counts: a text without its quotation marks, the name of a reference. */
  readonly value: string;
  readonly at: number;
  readonly end: number;
}

const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*(?::(?:[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*|\*)(?!:))?/uy;
const NUMBER = /\d+(?:\.\d*)?|\.\d+/y;
const SIGN = /\/\/|\/|::|\.\.|\.|@|\(|\)|\[|\]|,/y;
const OPERATOR = /!=|<=|>=|=|<|>|\+|-|\||\*|(?:and|or|div|mod)/y;
const REFERENCE = /\$\{\s*((?:last-saved#)?[\p{L}_][\p{L}\p{N}\p{M}_.\-·:]*)\s*\}/uy;
const SPACE = /[ \t\r\n\u00a0]+/y;

/**
 * The tokens of an expression, with one of kind "end" behind them. Behind a value, "*" and a word that begins with and,
 * or, div, mod are operators, even without spaces ("1div1"), as XPath 1.0 section 3.7 has it.
 */
export function tokensOf(text: string): readonly Token[] | ExpressionError {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(SPACE, text, at);
    if (space) {
      at += space.length;
      continue;
    }
    const token = nextToken(text, at, endsValue(tokens.at(-1)));
    if ('is' in token) return token;
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', value: '', at: text.length, end: text.length });
  return tokens;
}

function nextToken(text: string, at: number, behindValue: boolean): Token | ExpressionError {
  const first = text[at]!;
  if (first === '"' || first === "'") return textToken(text, at, first);
  if (first === '$') return referenceToken(text, at);
  const operator = match(OPERATOR, text, at);
  if (operator && (behindValue || !/^(\*|[a-z])/.test(operator))) return token('operator', operator, at);
  for (const [kind, pattern] of [
    ['number', NUMBER],
    ['name', NAME],
    ['sign', SIGN],
  ] as const) {
    const found = match(pattern, text, at);
    if (found) return token(kind, found, at);
  }
  if (first === '*') return token('name', '*', at);
  const sign = String.fromCodePoint(text.codePointAt(at)!);
  return { is: 'error', reason: 'sign', at, end: at + sign.length, found: sign, expected: [], near: straight(sign) };
}

function textToken(text: string, at: number, quote: string): Token | ExpressionError {
  const close = text.indexOf(quote, at + 1);
  const found = text.slice(at);
  if (close < 0)
    return { is: 'error', reason: 'unclosed_text', at, end: text.length, found, expected: [quote], near: null };
  return { kind: 'text', value: text.slice(at + 1, close), at, end: close + 1 };
}

function referenceToken(text: string, at: number): Token | ExpressionError {
  REFERENCE.lastIndex = at;
  const found = REFERENCE.exec(text);
  if (found) return { kind: 'reference', value: found[1]!, at, end: REFERENCE.lastIndex };
  const close = text.indexOf('}', at);
  const end = close < 0 ? Math.min(text.length, at + 2) : close + 1;
  return { is: 'error', reason: 'reference', at, end, found: text.slice(at, end), expected: ['name'], near: null };
}

/** Quotation marks that word processors make of straight ones. */
const straight = (sign: string): string | null =>
  /[“”„«»]/.test(sign) ? '"' : /[‘’‚]/.test(sign) ? "'" : /[–—−]/.test(sign) ? '-' : null;

const token = (kind: Token['kind'], value: string, at: number): Token => ({ kind, value, at, end: at + value.length });

/** Whether what follows can only be an operator. */
const endsValue = (last: Token | undefined): boolean =>
  last !== undefined && last.kind !== 'operator' && (last.kind !== 'sign' || /^(\)|\]|\.|\.\.)$/.test(last.value));

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
