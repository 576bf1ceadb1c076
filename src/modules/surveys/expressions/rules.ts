import { workOf } from './functions/rules.ts';
import { narrowed, ordered, rootOf, walk } from './paths/rules.ts';
import type {
  Call,
  Expression,
  ExpressionError,
  Node,
  Operator,
  Parsed,
  Path,
  Scope,
  Use,
  Value,
  World,
} from './schema.ts';
import { areEqual, areOrdered, isNodes, numberOf, textOf, truthOf } from './values/rules.ts';

type Operation = Extract<Expression, { readonly is: 'operation' }>;

/**
 * What an expression gives at a node, in a world; an error where it asks for what cannot be. `current` is the node that
 * `current()` means where that is another one: of a filter of choices the question.
 */
export function evaluate(parsed: Parsed, world: World, node: Node, current = node): Value | ExpressionError {
  try {
    return valueIn(parsed.root, { world, current, node, position: 1, size: 1 });
  } catch (fault) {
    if (fault instanceof Fault) return fault.error;
    throw fault;
  }
}

export const isError = (found: Value | Parsed | ExpressionError): found is ExpressionError =>
  typeof found === 'object' && 'is' in found && found.is === 'error';

/** Leaves the evaluation; nothing outside this file sees it. */
class Fault extends Error {
  readonly error: ExpressionError;

  constructor(error: ExpressionError) {
    super(error.reason);
    this.error = error;
  }
}

function valueIn(expression: Expression, scope: Scope): Value {
  switch (expression.is) {
    case 'number':
    case 'text':
      return expression.value;
    case 'negation':
      return -numberOf(valueIn(expression.of, scope), scope.world.zone);
    case 'operation':
      return operated(expression, scope);
    case 'call':
      return called(expression, scope);
    case 'reference':
      return expression.lastSaved
        ? scope.world.lastSaved(expression.name)
        : scope.world.referred(expression.name, scope.current);
    case 'path':
      return walked(expression, scope);
  }
}

/** The right side of "or" and "and" is not looked at when the left one decides. */
function operated({ operator, left, right }: Operation, scope: Scope): Value {
  const first = valueIn(left, scope);
  if (operator === 'or') return truthOf(first) || truthOf(valueIn(right, scope));
  if (operator === 'and') return truthOf(first) && truthOf(valueIn(right, scope));
  const second = valueIn(right, scope);
  const { zone } = scope.world;
  if (operator === '|') return union(nodesOf(first, left), nodesOf(second, right));
  if (operator === '=' || operator === '!=') return areEqual(first, second, operator === '=', zone);
  const order = ORDER[operator];
  if (order) return areOrdered(first, second, order, zone);
  return ARITHMETIC[operator]!(numberOf(first, zone), numberOf(second, zone));
}

const ORDER: Partial<Record<Operator, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const ARITHMETIC: Partial<Record<Operator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  div: (a, b) => a / b,
  mod: (a, b) => a % b,
};

function called(call: Call, scope: Scope): Value {
  const work = workOf(call);
  if ('is' in work) throw new Fault(work);
  const value = (index: number): Value => valueIn(call.args[index]!, scope);
  const use: Use = {
    call,
    scope,
    count: call.args.length,
    value,
    text: (index) => textOf(value(index), scope.world.zone),
    number: (index) => numberOf(value(index), scope.world.zone),
    truth: (index) => truthOf(value(index)),
    nodes: (index) => nodesOf(value(index), call.args[index]!),
    everywhere: (index) => {
      const world: World = { ...scope.world, referred: (name) => scope.world.everywhere(name) };
      return nodesOf(valueIn(call.args[index]!, { ...scope, world }), call.args[index]!);
    },
    fail: (index, expected) => {
      const { at, end } = call.args[index]!;
      throw new Fault({ is: 'error', reason: 'argument', at, end, found: call.name, expected: [expected], near: null });
    },
  };
  return work.run(use);
}

function walked(path: Path, scope: Scope): readonly Node[] {
  const holds = (predicate: Expression, node: Node, position: number, size: number): boolean => {
    const found = valueIn(predicate, { ...scope, node, position, size });
    return typeof found === 'number' ? found === position : truthOf(found);
  };
  if (path.from === 'root') return walk([rootOf(scope.node)], path.steps, holds);
  if (path.from === 'here') return walk([scope.node], path.steps, holds);
  return walk(narrowed(nodesOf(valueIn(path.from, scope), path.from), path.predicates, holds), path.steps, holds);
}

function nodesOf(value: Value, { at, end }: Expression): readonly Node[] {
  if (isNodes(value)) return value;
  throw new Fault({ is: 'error', reason: 'argument', at, end, found: '', expected: ['path'], near: null });
}

const union = (left: readonly Node[], right: readonly Node[]): readonly Node[] =>
  ordered([...new Set([...left, ...right])]);
