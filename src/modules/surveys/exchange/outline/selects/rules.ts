import { type Findings, nearest } from '../../columns/rules.ts';
import type { Element } from '../../schema.ts';
import { similarSheet } from '../../sheets/rules.ts';
import type { Around } from '../schema.ts';

/** Says whether the choices of a question can be found, and whether they suit it. */
export function judgeSelect(command: string, element: Element, around: Around, said: Findings): void {
  const select = element.select!;
  const at = { sheet: around.sheet, row: element.row, column: 'type' };
  const { list } = select;
  if (select.from === 'external') judgeExternal(element, around, said);
  else if (select.from === 'file') {
    if (!/\.(csv|xml|geojson)$/i.test(list))
      said.fault('file_ending', { ...at, found: `${command} ${list}`, expected: '.csv, .xml, .geojson' });
  } else if (select.from === 'choices' && !around.lists[list]) {
    const names = Object.keys(around.lists);
    if (names.length === 0) {
      const similar = similarSheet('choices', around.sheetNames);
      said.fault('no_choices_sheet', { ...at, found: similar.join(', '), near: similar[0] ?? null });
    } else said.fault('unknown_list', { ...at, found: list, expected: names.join(', '), near: nearest(list, names) });
  }
  const choices = around.lists[list];
  const spaced = choices?.find((choice) => choice.name.includes(' '));
  if (spaced && select.from === 'choices' && ['select_multiple', 'rank'].includes(element.type))
    said.fault('choice_with_space', { ...at, sheet: 'choices', row: spaced.row, column: 'name', found: spaced.name });
  if (!select.other) return;
  if (select.filter !== '') said.fault('other_with_filter', { ...at, column: 'choice_filter', found: select.filter });
  if (!choices && select.from !== 'choices') said.fault('unknown_list', { ...at, found: list });
}

function judgeExternal(element: Element, around: Around, said: Findings): void {
  const list = element.select!.list;
  const at = { sheet: around.sheet, row: element.row, column: 'type' };
  if (element.select!.filter === '') said.remark('unfiltered_external', at);
  const names = Object.keys(around.external);
  if (names.length === 0) {
    const similar = similarSheet('external_choices', around.sheetNames);
    said.fault('no_external_choices_sheet', { ...at, found: similar.join(', '), near: similar[0] ?? null });
  } else if (!names.includes(list))
    said.fault('unknown_external_list', { ...at, found: list, expected: names.join(', '), near: nearest(list, names) });
}
