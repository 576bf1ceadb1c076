import { type Token, tokensOf } from '../lexing/rules.ts';
import type { Expression, ExpressionError, Operator, Parsed, Step } from '../schema.ts';
import { AXES, type Axis, NODE_TYPES, type NodeTest, type NodeType } from '../schema.ts';

/** Brackets in brackets, and operators in a row: more are refused before they exhaust the stack. */
const MOST_DEPTH = 100;
const MOST_IN_A_ROW = 1_000;

/** Weakest first; the operators of one row are taken from left to right (XPath 1.0, section 3). */
const BINDING: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

/** Reads an expression; says the first place where it cannot be one and what was expected there. */
export function parseExpression(text: string): Parsed | ExpressionError {
  const tokens = tokensOf(text);
  if ('is' in tokens) return tokens;
  const reader = new Reader(tokens);
  try {
    const root = reader.expression();
    if (reader.here.kind !== 'end') return reader.unexpected(['operator']);
    return { is: 'parsed', text, root };
  } catch (fault) {
    if (fault instanceof Fault) return fault.error;
    throw fault;
  }
}

class Fault extends Error {
  readonly error: ExpressionError;

  constructor(error: ExpressionError) {
    super(error.reason);
    this.error = error;
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get here(): Token {
    return this.#tokens[this.#next]!;
  }

  expression(): Expression {
    this.#depth += 1;
    if (this.#depth > MOST_DEPTH) throw new Fault(this.#error('deep', []));
    const found = this.#operation(0);
    this.#depth -= 1;
    return found;
  }

  unexpected(expected: readonly string[]): ExpressionError {
    return this.#error(this.here.kind === 'end' ? 'unfinished' : 'unexpected', expected);
  }

  #operation(rank: number): Expression {
    const operators = BINDING[rank];
    if (!operators) return this.#negation();
    let left = this.#operation(rank + 1);
    for (let row = 0; this.#isOperator(operators); row += 1) {
      if (row >= MOST_IN_A_ROW) throw new Fault(this.#error('deep', []));
      left = this.#joined(this.#take().value as Operator, left, this.#operation(rank + 1));
    }
    return left;
  }

  #negation(): Expression {
    const { at } = this.here;
    let minuses = 0;
    for (; this.#isOperator(['-']); minuses += 1) this.#take();
    let found = this.#union();
    // Each minus makes a number of it, so two are not none.
    for (let n = 0; n < Math.min(minuses, 2 - (minuses % 2)); n += 1)
      found = { is: 'negation', of: found, at, end: found.end };
    return found;
  }

  #union(): Expression {
    let left = this.#path();
    for (let row = 0; this.#isOperator(['|']); row += 1) {
      if (row >= MOST_IN_A_ROW) throw new Fault(this.#error('deep', []));
      this.#take();
      left = this.#joined('|', left, this.#path());
    }
    return left;
  }

  #path(): Expression {
    const { at } = this.here;
    const steps: Step[] = [];
    if (this.#isSign('/')) {
      this.#take();
      if (this.#beginsStep()) this.#relative(steps);
      return { is: 'path', from: 'root', predicates: [], steps, at, end: this.#end() };
    }
    if (this.#isSign('//')) {
      this.#slashes(steps);
      return { is: 'path', from: 'root', predicates: [], steps, at, end: this.#end() };
    }
    if (this.#beginsStep() && !this.#beginsCall()) {
      this.#relative(steps);
      return { is: 'path', from: 'here', predicates: [], steps, at, end: this.#end() };
    }
    const from = this.#primary();
    const predicates = this.#predicates();
    if (this.#isSign('/')) {
      this.#take();
      this.#relative(steps);
    } else if (this.#isSign('//')) this.#slashes(steps);
    if (predicates.length === 0 && steps.length === 0) return from;
    return { is: 'path', from, predicates, steps, at, end: this.#end() };
  }

  #relative(steps: Step[]): void {
    steps.push(this.#step());
    while (this.#isSign('/')) {
      this.#take();
      steps.push(this.#step());
    }
    if (this.#isSign('//')) this.#slashes(steps);
  }

  /** "//" is short for "/descendant-or-self::node()/". */
  #slashes(steps: Step[]): void {
    this.#take();
    steps.push({ axis: 'descendant-or-self', test: ANY_NODE, predicates: [] });
    this.#relative(steps);
  }

  #step(): Step {
    for (const [sign, axis] of [
      ['.', 'self'],
      ['..', 'parent'],
    ] as const) {
      if (!this.#isSign(sign)) continue;
      this.#take();
      return { axis, test: ANY_NODE, predicates: this.#predicates() };
    }
    const axis = this.#axis();
    return { axis, test: this.#test(), predicates: this.#predicates() };
  }

  #axis(): Axis {
    if (this.#isSign('@')) {
      this.#take();
      return 'attribute';
    }
    if (this.here.kind !== 'name' || !this.#isSign('::', 1)) return 'child';
    const axis = AXES.find((known) => known === this.here.value);
    if (!axis) throw new Fault(this.#error('unexpected', AXES.slice()));
    this.#take();
    this.#take();
    return axis;
  }

  #test(): NodeTest {
    if (this.here.kind !== 'name') throw new Fault(this.unexpected(['step']));
    const name = this.#take().value;
    const type = NODE_TYPES.find((known) => known === name);
    if (!type || !this.#isSign('(')) return { by: 'name', of: name === '*' ? null : name };
    this.#take();
    const target = type === 'processing-instruction' ? this.#target() : null;
    this.#close(')', []);
    return { by: 'type', of: type, target };
  }

  #target(): string | null {
    return this.here.kind === 'text' ? this.#take().value : null;
  }

  #predicates(): readonly Expression[] {
    const found: Expression[] = [];
    while (this.#isSign('[')) {
      this.#take();
      found.push(this.expression());
      this.#close(']', ['operator']);
    }
    return found;
  }

  #primary(): Expression {
    const { kind, value, at, end } = this.here;
    if (kind === 'number') return { is: 'number', value: Number(this.#take().value), at, end };
    if (kind === 'text') return { is: 'text', value: this.#take().value, at, end };
    if (kind === 'reference') {
      this.#take();
      const lastSaved = value.startsWith('last-saved#');
      return { is: 'reference', name: lastSaved ? value.slice('last-saved#'.length) : value, lastSaved, at, end };
    }
    if (kind === 'name') return this.#call();
    if (!this.#isSign('(')) throw new Fault(this.unexpected(['value']));
    this.#take();
    const found = this.expression();
    this.#close(')', ['operator']);
    return found;
  }

  #call(): Expression {
    const { value: name, at } = this.#take();
    const args: Expression[] = [];
    this.#take();
    if (!this.#isSign(')')) {
      args.push(this.expression());
      while (this.#isSign(',')) {
        this.#take();
        args.push(this.expression());
      }
    }
    this.#close(')', ['operator', ',']);
    return { is: 'call', name, args, at, end: this.#end() };
  }

  #beginsStep(): boolean {
    const { kind, value } = this.here;
    return kind === 'name' || (kind === 'sign' && (value === '.' || value === '..' || value === '@'));
  }

  #beginsCall(): boolean {
    const isCall = this.here.kind === 'name' && this.#isSign('(', 1);
    return isCall && !NODE_TYPES.includes(this.here.value as NodeType);
  }

  #isSign(sign: string, ahead = 0): boolean {
    const token = this.#tokens[this.#next + ahead];
    return token?.kind === 'sign' && token.value === sign;
  }

  #isOperator(operators: readonly string[]): boolean {
    return this.here.kind === 'operator' && operators.includes(this.here.value);
  }

  #take(): Token {
    const token = this.here;
    this.#next += 1;
    return token;
  }

  #close(sign: string, orElse: readonly string[]): void {
    if (!this.#isSign(sign)) throw new Fault(this.unexpected([sign, ...orElse]));
    this.#take();
  }

  #end(): number {
    return this.#tokens[this.#next - 1]!.end;
  }

  #joined(operator: Operator, left: Expression, right: Expression): Expression {
    return { is: 'operation', operator, left, right, at: left.at, end: right.end };
  }

  #error(reason: ExpressionError['reason'], expected: readonly string[]): ExpressionError {
    const { kind, value, at, end } = this.here;
    const found = kind === 'text' ? `"${value}"` : kind === 'reference' ? `\${${value}}` : value;
    return { is: 'error', reason, at, end, found, expected, near: null };
  }
}

const ANY_NODE: NodeTest = { by: 'type', of: 'node', target: null };
