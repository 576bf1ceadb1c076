/**
 * The language of questionnaires: XPath 1.0 as ODK defines it (https://getodk.github.io/xforms-spec/), with `${name}` for
 * a question as XLSForm writes it. Parsed once, evaluated over any tree: answers of an interview, an XForm, a test.
 */

/** Where something stands in the text: offsets of UTF-16 units, `end` is behind the last one. */
interface Place {
  readonly at: number;
  readonly end: number;
}

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | '|';

export interface Call extends Place {
  readonly is: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `${name}`, or `${last-saved#name}`: the value of the interview before. */
export interface Reference extends Place {
  readonly is: 'reference';
  readonly name: string;
  readonly lastSaved: boolean;
}

export const AXES = [
  ...(['ancestor', 'ancestor-or-self', 'attribute', 'child', 'descendant', 'descendant-or-self', 'following'] as const),
  ...(['following-sibling', 'namespace', 'parent', 'preceding', 'preceding-sibling', 'self'] as const),
] as const;
export type Axis = (typeof AXES)[number];

export const NODE_TYPES = ['node', 'text', 'comment', 'processing-instruction'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/** `of` null: any name; "jr:*" is any name with that prefix. */
export type NodeTest =
  | { readonly by: 'name'; readonly of: string | null }
  | { readonly by: 'type'; readonly of: NodeType; readonly target: string | null };

export interface Step {
  readonly axis: Axis;
  readonly test: NodeTest;
  readonly predicates: readonly Expression[];
}

export interface Path extends Place {
  readonly is: 'path';
  /** "root": begins with "/"; "here": with a step; else with what an expression gives, narrowed by predicates. */
  readonly from: 'root' | 'here' | Expression;
  readonly predicates: readonly Expression[];
  readonly steps: readonly Step[];
}

export type Expression =
  | ({ readonly is: 'number'; readonly value: number } & Place)
  | ({ readonly is: 'text'; readonly value: string } & Place)
  | ({ readonly is: 'negation'; readonly of: Expression } & Place)
  | ({
      readonly is: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    } & Place)
  | Call
  | Reference
  | Path;

export interface Parsed {
  readonly is: 'parsed';
  readonly text: string;
  readonly root: Expression;
}

export type ErrorReason =
  /** A quotation mark that is never closed. */
  | 'unclosed_text'
  /** "${" without a name and "}". */
  | 'reference'
  /** A sign that no expression has. */
  | 'sign'
  /** Something else was expected here. */
  | 'unexpected'
  /** The text ends too early. */
  | 'unfinished'
  /** Nested deeper than any questionnaire is. */
  | 'deep'
  | 'unknown_function'
  /** Too few or too many in the brackets of a function. */
  | 'arguments'
  /** What the function was given is not what it works on (a path is needed, a rule of regex that cannot be read). */
  | 'argument';

/** What is wrong with an expression. */
export interface ExpressionError {
  readonly is: 'error';
  readonly reason: ErrorReason;
  readonly at: number;
  readonly end: number;
  /** As it stands there; "" at the end. */
  readonly found: string;
  /** Signs as they are written, or kinds of things: see EXPECTED; for "arguments" the numbers ("2", "1-2", "2+"). */
  readonly expected: readonly string[];
  /** A known name that is spelled nearly so. */
  readonly near: string | null;
}

/** Kinds of things that ExpressionError.expected names beside plain signs. */
export const EXPECTED = ['value', 'operator', 'name', 'step', 'path', 'pattern', 'algorithm'] as const;

/** A node of the tree over which expressions are evaluated. Equal nodes are the same object. */
export interface Node {
  readonly kind: 'root' | 'element' | 'attribute' | 'text' | 'comment' | 'processing-instruction';
  /** With its prefix, as written: "jr:complete". */
  readonly name: string;
  /** "" when it has none. */
  readonly namespace?: string;
  readonly parent: Node | null;
  /** In document order. */
  readonly children: readonly Node[];
  readonly attributes: readonly Node[];
  /** All text in it. */
  readonly text: string;
}

/** A point in time: milliseconds since 1970 UTC, NaN for "Invalid Date"; as text, a day where it is midnight unless said. */
export interface Moment {
  readonly moment: number;
  readonly shown: 'day' | 'moment' | 'days';
}

export type Value = string | number | boolean | Moment | readonly Node[];

/** Minutes by which clocks there are ahead of UTC at a moment (milliseconds since 1970). */
export interface Zone {
  minutesAt(moment: number): number;
}

/** All that is not in the expression. The same world gives the same value on every machine. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone: Zone;
  /** "az", "en", "ru": for names of months and days. */
  readonly language: string;
  /** In [0, 1). */
  random(): number;
  /** The root element of a secondary instance; null: there is none of that name. */
  instance(id: string): Node | null;
  /** The nodes of `${name}` as seen from a node: of its own repetition where both stand in one. */
  referred(name: string, from: Node): readonly Node[];
  /** All nodes of `${name}`, whatever repetition they stand in. */
  everywhere(name: string): readonly Node[];
  /** Nodes of `${last-saved#name}`. */
  lastSaved(name: string): readonly Node[];
  /** The label of a choice of a question; `question` is its `${name}` or path. */
  choiceName(value: string, question: string): string;
  /** The text of this id in the language of the form. */
  translated(id: string): string;
}

/** Where an evaluation stands. */
export interface Scope {
  readonly world: World;
  /** The node that the whole expression is about: `current()`. */
  readonly current: Node;
  readonly node: Node;
  readonly position: number;
  readonly size: number;
}

/** One use of a function: what it was given is evaluated only when asked for. */
export interface Use {
  readonly call: Call;
  readonly scope: Scope;
  readonly count: number;
  value(index: number): Value;
  text(index: number): string;
  number(index: number): number;
  truth(index: number): boolean;
  nodes(index: number): readonly Node[];
  /** The nodes of a path with every `${name}` in it meaning all repetitions. */
  everywhere(index: number): readonly Node[];
  fail(index: number, expected: (typeof EXPECTED)[number]): never;
}

export interface Work {
  readonly least: number;
  readonly most: number;
  run(use: Use): Value;
}
export type Functions = Readonly<Record<string, Work>>;
