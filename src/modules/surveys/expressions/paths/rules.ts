import type { Axis, Node, NodeTest, Step } from '../schema.ts';

type Holds = (predicate: Step['predicates'][number], node: Node, position: number, size: number) => boolean;

/** The nodes to which steps lead from these, in document order, each once. */
export function walk(from: readonly Node[], steps: readonly Step[], holds: Holds): readonly Node[] {
  let nodes = from;
  for (const step of steps) {
    const [only] = nodes;
    if (nodes.length === 1) {
      const found = along(only!, step, holds);
      nodes = isReverse(step.axis) ? [...found].reverse() : found;
    } else nodes = ordered([...new Set(nodes.flatMap((node) => along(node, step, holds)))]);
  }
  return nodes;
}

/** Narrows nodes by predicates, one after the other, each counting anew. */
export function narrowed(nodes: readonly Node[], predicates: Step['predicates'], holds: Holds): readonly Node[] {
  let found = nodes;
  for (const predicate of predicates) {
    const size = found.length;
    found = found.filter((node, index) => holds(predicate, node, index + 1, size));
  }
  return found;
}

/** In document order. */
export function ordered(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length < 2) return nodes;
  const keys = new Map(nodes.map((node) => [node, keyOf(node)] as const));
  return [...nodes].sort((a, b) => compared(keys.get(a)!, keys.get(b)!));
}

export function rootOf(node: Node): Node {
  let top = node;
  while (top.parent) top = top.parent;
  return top;
}

/** Which of its siblings of the same name it is, counted from 1. */
export function placeAmongEquals(node: Node): number {
  const siblings = node.parent?.children ?? [node];
  return siblings.filter((sibling) => sibling.kind === node.kind && sibling.name === node.name).indexOf(node) + 1;
}

const along = (node: Node, step: Step, holds: Holds): readonly Node[] =>
  narrowed(
    axisOf(node, step.axis).filter((found) => fits(found, step.test, step.axis)),
    step.predicates,
    holds,
  );

const isReverse = (axis: Axis): boolean =>
  axis === 'ancestor' || axis === 'ancestor-or-self' || axis === 'preceding' || axis === 'preceding-sibling';

/** Nearest first, as positions on the axis count. There are no nodes of namespaces. */
function axisOf(node: Node, axis: Axis): readonly Node[] {
  if (axis === 'child') return node.children;
  if (axis === 'self') return [node];
  if (axis === 'parent') return node.parent ? [node.parent] : [];
  if (axis === 'attribute') return node.attributes;
  if (axis === 'namespace') return [];
  if (axis === 'ancestor') return ancestors(node);
  if (axis === 'ancestor-or-self') return [node, ...ancestors(node)];
  if (axis === 'descendant') return descendants(node);
  if (axis === 'descendant-or-self') return [node, ...descendants(node)];
  if (axis === 'following-sibling') return siblings(node, 1);
  if (axis === 'preceding-sibling') return siblings(node, -1);
  const way = axis === 'following' ? 1 : -1;
  return [node, ...ancestors(node)]
    .flatMap((above) => siblings(above, way))
    .flatMap((beside) => (way > 0 ? [beside, ...descendants(beside)] : [beside, ...descendants(beside)].reverse()));
}

function ancestors(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let above = node.parent; above; above = above.parent) found.push(above);
  return found;
}

const descendants = (node: Node): readonly Node[] => node.children.flatMap((child) => [child, ...descendants(child)]);

function siblings(node: Node, way: 1 | -1): readonly Node[] {
  const all = node.kind === 'attribute' ? [] : (node.parent?.children ?? []);
  const index = all.indexOf(node);
  if (index < 0) return [];
  return way > 0 ? all.slice(index + 1) : all.slice(0, index).reverse();
}

function fits(node: Node, test: NodeTest, axis: Axis): boolean {
  if (test.by === 'type')
    return test.of === 'node' || (node.kind === test.of && (test.target === null || test.target === node.name));
  if (node.kind !== (axis === 'attribute' ? 'attribute' : 'element')) return false;
  if (test.of === null) return true;
  return test.of.endsWith(':*') ? node.name.startsWith(test.of.slice(0, -1)) : node.name === test.of;
}

/** The way from the root: places among attributes (before all children) and children. */
function keyOf(node: Node): readonly number[] {
  const key: number[] = [];
  for (let here = node; here.parent; here = here.parent) {
    const { attributes, children } = here.parent;
    key.push(here.kind === 'attribute' ? attributes.indexOf(here) - attributes.length : children.indexOf(here));
  }
  return key.reverse();
}

function compared(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1)
    if (a[index] !== b[index]) return a[index]! - b[index]!;
  return a.length - b.length;
}
