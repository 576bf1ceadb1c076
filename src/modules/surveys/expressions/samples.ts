import type { Node, World } from './schema.ts';

/** A tree as it is written in tests: [name, attributes?, text or children...]. */
export type Written = readonly [string, ...(string | Readonly<Record<string, string>> | Written)[]];

/** The root of a document over one written element. */
export function documentOf(written: Written): Node {
  const root: { -readonly [K in keyof Node]: Node[K] } = {
    kind: 'root',
    name: '',
    parent: null,
    children: [],
    attributes: [],
    text: '',
  };
  const element = elementOf(written, root);
  return Object.assign(root, { children: [element], text: element.text });
}

function elementOf([name, ...parts]: Written, parent: Node): Node {
  const node = { kind: 'element' as const, name, parent, children: [] as Node[], attributes: [] as Node[], text: '' };
  for (const part of parts) {
    if (typeof part === 'string') node.children.push(leaf('text', '', part, node));
    else if (isWritten(part)) node.children.push(elementOf(part, node));
    else for (const [key, text] of Object.entries(part)) node.attributes.push(leaf('attribute', key, text, node));
  }
  node.text = node.children.map(({ text }) => text).join('');
  return node;
}

const isWritten = (part: Readonly<Record<string, string>> | Written): part is Written => Array.isArray(part);

const leaf = (kind: Node['kind'], name: string, text: string, parent: Node): Node => ({
  kind,
  name,
  parent,
  children: [],
  attributes: [],
  text,
});

/** A world over a document: noon of 23 November 2026 in Baku, references by name anywhere, instances by their id. */
export function worldOf(document: Node, over: Partial<World> = {}): World {
  const all = (node: Node): readonly Node[] => [node, ...node.children.flatMap(all)];
  const named = (name: string) => all(document).filter((node) => node.kind === 'element' && node.name === name);
  return {
    now: Date.UTC(2026, 10, 23, 8),
    zone: { minutesAt: () => 240 },
    language: 'en',
    random: () => 0.5,
    instance: (id) =>
      all(document).find((node) => node.attributes.some(({ name, text }) => name === 'id' && text === id)) ?? null,
    referred: named,
    everywhere: named,
    lastSaved: () => [],
    choiceName: (value, question) => `${value} of ${question}`,
    translated: (id) => `words of ${id}`,
    ...over,
  };
}
