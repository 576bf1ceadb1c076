import type { Placed } from '../../references/schema.ts';
import type { Element, ListChoice } from '../../schema.ts';
import { type Tag, tag } from '../../xml/rules.ts';
import { listIsSpoken } from '../body/words/rules.ts';
import { isComputed } from '../defaults/rules.ts';
import type { Writing } from '../schema.ts';

/** The first instance: an empty interview with what is preset. */
export function instanceOf({ form, root }: Writing): Tag {
  const { version, prefix, delimiter, instance_xmlns: space } = form.settings;
  const own = Object.entries(form.settings).flatMap(([name, value]) =>
    name.startsWith('attribute::') ? [[name.slice('attribute::'.length), value] as const] : [],
  );
  const attributes = {
    ...Object.fromEntries(own),
    id: form.id,
    version: version || undefined,
    'odk:prefix': prefix || undefined,
    'odk:delimiter': delimiter || undefined,
    xmlns: space || undefined,
  };
  return tag(root.element.name, attributes, inside(root, false));
}

const inside = (section: Placed, asTemplate: boolean): readonly Tag[] =>
  section.items.flatMap((item) => nodesOf(item, asTemplate));

/** A repeat stands twice: as the template of further ones, and as the first one. Inside a template only templates count. */
function nodesOf(item: Placed, asTemplate: boolean): readonly Tag[] {
  const { element } = item;
  if (['xml-external', 'csv-external'].includes(element.type)) return [];
  const instance = element.instance;
  if (element.is === 'repeat') {
    const template = tag(element.name, { ...instance, 'jr:template': '' }, inside(item, true));
    return asTemplate ? [template] : [template, tag(element.name, instance, inside(item, false))];
  }
  if (element.is === 'question') return [tag(element.name, instance, presetOf(element))];
  return [tag(element.name, instance, inside(item, asTemplate))];
}

function presetOf(element: Element): string {
  const { preset, type } = element;
  if (preset === '' || isComputed(preset, type)) return '';
  return type === 'image' && !preset.startsWith('jr://') ? `jr://images/${preset}` : preset;
}

/** A list of choices as a further instance. */
export function listInstance(list: string, writing: Writing): Tag {
  const choices = writing.lists[list] ?? [];
  const spoken = listIsSpoken(choices);
  return tag(
    'instance',
    { id: list },
    tag(
      'root',
      {},
      choices.map((choice, i) => itemOf(choice, spoken ? `${list}-${i}` : null)),
    ),
  );
}

function itemOf(choice: ListChoice, itextId: string | null): Tag {
  const columns = choice.columns.filter((column) => column !== 'list_name' && column !== 'media');
  const label = Object.values(choice.label)[0] ?? '';
  const nodes = columns.flatMap((column) => {
    if (column === 'label') return itextId === null && label !== '' ? [tag('label', {}, label)] : [];
    const value = column === 'name' ? choice.name : (choice.other[column] ?? '');
    return value === '' ? [] : [tag(column, {}, value)];
  });
  return tag('item', {}, itextId === null ? null : tag('itextId', {}, itextId), nodes);
}
