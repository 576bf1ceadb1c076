import { cellOf, type Findings } from '../columns/rules.ts';
import { allBelow } from '../references/rules.ts';
import type { Names, Placed } from '../references/schema.ts';
import type { Entity, Grid } from '../schema.ts';

/** Declarations of the sheet "entities". Ortaq keeps no entities; they are read so that the XForm is whole. */
export function readEntities(grid: Grid | null, form: Placed, _names: Names, said: Findings): readonly Entity[] {
  const entities = (grid?.lines ?? []).map((line) => ({
    row: line.row,
    list: cellOf(line, 'dataset'),
    label: cellOf(line, 'label'),
    id: cellOf(line, 'entity_id'),
    createIf: cellOf(line, 'create_if'),
    updateIf: cellOf(line, 'update_if'),
  }));
  const wrong = (row: number | null, column: string, found: string, sheet = 'entities') =>
    said.fault('entity', { sheet, row, column, found });
  for (const entity of entities) {
    if (entity.list === '') wrong(entity.row, 'list_name', '');
    else if (entity.label === '' && entity.id === '') wrong(entity.row, 'label', entity.list);
  }
  for (const { element } of allBelow(form)) {
    const saveTo = element.bind['entities:saveto']?.[''];
    if (saveTo === undefined) continue;
    if (entities.length === 0 || element.is !== 'question') wrong(element.row, 'save_to', saveTo, 'survey');
  }
  return entities;
}
