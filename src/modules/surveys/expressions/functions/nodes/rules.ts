import { ordered, placeAmongEquals, rootOf } from '../../paths/rules.ts';
import type { Functions, Node, Use, Value } from '../../schema.ts';
import { isNodes } from '../../values/rules.ts';

/** Functions of nodes and of where one stands. */
export const NODES: Functions = {
  last: { least: 0, most: 0, run: ({ scope }) => scope.size },
  position: {
    least: 0,
    most: 1,
    run: (use) => {
      if (use.count === 0) return use.scope.position;
      const [node] = use.nodes(0);
      return node ? placeAmongEquals(node) : Number.NaN;
    },
  },
  count: { least: 1, most: 1, run: (use) => use.nodes(0).length },
  'count-non-empty': { least: 1, most: 1, run: (use) => use.nodes(0).filter(({ text }) => text !== '').length },
  current: { least: 0, most: 0, run: ({ scope }) => [scope.current] },
  instance: { least: 1, most: 1, run: instance },
  once: { least: 1, most: 1, run: (use) => use.scope.current.text || use.value(0) },
  id: { least: 1, most: 1, run: byId },
  name: { least: 0, most: 1, run: (use) => ownOr(use)?.name ?? '' },
  'local-name': { least: 0, most: 1, run: (use) => (ownOr(use)?.name ?? '').replace(/^.*:/, '') },
  'namespace-uri': { least: 0, most: 1, run: (use) => ownOr(use)?.namespace ?? '' },
  lang: { least: 1, most: 1, run: (use) => isSpoken(use.scope.node, use.text(0).toLowerCase()) },
  'indexed-repeat': { least: 3, most: 13, run: indexedRepeat },
};

const ownOr = (use: Use): Node | undefined => (use.count === 0 ? use.scope.node : use.nodes(0)[0]);

/** The element that holds a secondary instance; nothing when there is none of that name. */
function instance(use: Use): Value {
  const root = use.scope.world.instance(use.text(0));
  return root ? [root] : [];
}

function byId(use: Use): Value {
  const value = use.value(0);
  const texts = isNodes(value) ? value.map(({ text }) => text) : [use.text(0)];
  const ids = new Set(texts.flatMap((text) => text.split(/\s+/)));
  const found: Node[] = [];
  const look = (node: Node): void => {
    if (node.attributes.some(({ name, text }) => name === 'id' && ids.has(text))) found.push(node);
    node.children.forEach(look);
  };
  look(rootOf(use.scope.node));
  return found;
}

function isSpoken(node: Node, wanted: string): boolean {
  for (let here: Node | null = node; here; here = here.parent) {
    const said = here.attributes.find(({ name }) => name === 'xml:lang')?.text.toLowerCase();
    if (said !== undefined) return said === wanted || said.startsWith(`${wanted}-`);
  }
  return false;
}

/** The value in one repetition: the question, then a repeat and which of it, up to six deep. */
function indexedRepeat(use: Use): Value {
  let nodes = use.everywhere(0);
  for (let index = 1; index + 1 < use.count; index += 2) {
    const wanted = use.number(index + 1);
    const groups = new Set(use.everywhere(index));
    const chosen = new Set(ordered([...groups]).filter((group) => placeIn(groups, group) === wanted));
    nodes = nodes.filter((node) => isInside(node, chosen));
  }
  return nodes;
}

function placeIn(groups: ReadonlySet<Node>, group: Node): number {
  const beside = group.parent ? group.parent.children.filter((node) => groups.has(node)) : [group];
  return beside.indexOf(group) + 1;
}

function isInside(node: Node, groups: ReadonlySet<Node>): boolean {
  for (let here: Node | null = node; here; here = here.parent) if (groups.has(here)) return true;
  return false;
}
