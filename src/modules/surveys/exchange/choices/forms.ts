import { cellOf, type Findings, headsOf, saidBelow, saidOf } from '../columns/rules.ts';
import type { Grid, Line, ListChoice, Lists } from '../schema.ts';
import { isXmlName } from '../xml/rules.ts';

/** Lists of the sheet "choices" by their names, in the order of the sheet. */
export function readChoices(grid: Grid, mayRepeat: boolean, said: Findings): Lists {
  for (const [head, path] of grid.heads)
    if (path.length === 1 && !isXmlName(path[0]!))
      said.remark('choice_column', {
        sheet: grid.sheet,
        row: 1,
        column: head,
        found: head,
        expected: head.replace(/\s+/g, '_'),
      });
  const columns = [...new Set([...grid.heads.values()].flatMap((path) => path[0] ?? []))].filter(isXmlName);
  if (grid.lines.length > 0 && !columns.includes('name'))
    said.fault('missing_column', { sheet: grid.sheet, row: 1, expected: 'name' });
  const lists: Record<string, ListChoice[]> = {};
  for (const line of grid.lines) {
    const list = cellOf(line, 'list_name');
    if (list === '') continue;
    lists[list] ??= [];
    lists[list].push(choiceOf(line, columns));
  }
  for (const list of Object.values(lists)) judgeList(grid.sheet, list, mayRepeat, said);
  return lists;
}

function choiceOf(line: Line, columns: readonly string[]): ListChoice {
  const known = ['list_name', 'name', 'label', 'media'];
  const other = line.fields.filter((field) => field.path.length === 1 && !known.includes(field.path[0]!));
  return {
    row: line.row,
    name: cellOf(line, 'name'),
    label: saidOf(line, 'label'),
    media: saidBelow(line, 'media'),
    columns,
    other: Object.fromEntries(other.map((field) => [field.path[0]!, field.value])),
    heads: headsOf(line),
  };
}

function judgeList(sheet: string, list: readonly ListChoice[], mayRepeat: boolean, said: Findings): void {
  const seen = new Set<string>();
  for (const choice of list) {
    const at = { sheet, row: choice.row, column: 'name', found: choice.name };
    if (choice.name === '') said.fault('choice_without_name', at);
    else if (seen.has(choice.name) && !mayRepeat) said.fault('two_choices', at);
    if (Object.keys(choice.label).length === 0 && Object.keys(choice.media).length === 0)
      said.remark('choice_without_label', { ...at, column: 'label' });
    seen.add(choice.name);
  }
}
