import type { Functions, Node, Use } from '../../schema.ts';

/** Functions of chosen answers and of the lists they come from. */
export const CHOICES: Functions = {
  selected: { least: 2, most: 2, run: (use) => chosen(use).includes(use.text(1).trim()) },
  'selected-at': { least: 2, most: 2, run: (use) => chosen(use)[use.number(1)] ?? '' },
  'count-selected': { least: 1, most: 1, run: (use) => chosen(use).length },
  'jr:choice-name': { least: 2, most: 2, run: (use) => use.scope.world.choiceName(use.text(0), use.text(1).trim()) },
  'jr:itext': { least: 1, most: 1, run: (use) => use.scope.world.translated(use.text(0)) },
  pulldata: { least: 4, most: 4, run: pulled },
};

const chosen = (use: Use): readonly string[] => use.text(0).split(/\s+/).filter(Boolean);

/** From a list by name: the wanted column of the row whose key column has this value. */
function pulled(use: Use): string {
  const [wanted, key, value] = [use.text(1), use.text(2), use.text(3)];
  const holder = use.scope.world.instance(use.text(0));
  const rows = holder ? elements(holder).flatMap(elements) : [];
  return textIn(rows.find((row) => textIn(row, key) === value) ?? null, wanted);
}

const elements = (node: Node): readonly Node[] => node.children.filter(({ kind }) => kind === 'element');

const textIn = (row: Node | null, column: string): string =>
  row?.children.find(({ name }) => name === column)?.text ?? '';
