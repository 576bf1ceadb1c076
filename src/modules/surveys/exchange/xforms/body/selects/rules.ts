import { onlyReference, pathText, relativePath, resolved } from '../../../references/rules.ts';
import type { Placed } from '../../../references/schema.ts';
import type { ListChoice, SelectSource } from '../../../schema.ts';
import { isSearch } from '../../../types/search/rules.ts';
import { type Tag, tag } from '../../../xml/rules.ts';
import type { Writing } from '../../schema.ts';
import { labelText, listIsSpoken } from '../words/rules.ts';

/** What a question offers. */
export function choicesOf(item: Placed, writing: Writing): readonly Tag[] {
  const { select, type } = item.element;
  if (!select || type === 'select_one_external' || type === 'osm') return [];
  if (isSearch(item.element)) return inline(item, writing);
  const { nodeset, value, label } =
    onlyReference(select.list) !== null ? fromRepeat(item, select, writing) : fromList(item, select, writing);
  return [
    tag(
      'itemset',
      { nodeset: mixed(nodeset, item, writing) },
      tag('value', { ref: value }),
      tag('label', { ref: label }),
    ),
  ];
}

interface Source {
  readonly nodeset: string;
  readonly value: string;
  readonly label: string;
}

function fromList(item: Placed, select: SelectSource, writing: Writing): Source {
  const { parameters } = item.element;
  const isGeo = /\.geojson$/i.test(select.list);
  const id = select.from === 'file' ? select.list.replace(/\.[a-z]+$/i, '') : select.list;
  const filter = select.filter === '' ? '' : `[${resolved(select.filter, item, writing.names, { current: true })}]`;
  const spokenLabel = listIsSpoken(writing.lists[select.list] ?? []);
  return {
    nodeset: `instance('${id}')/root/item${filter}`,
    value: parameters.value ?? (isGeo ? 'id' : 'name'),
    label: spokenLabel ? 'jr:itext(itextId)' : (parameters.label ?? (isGeo ? 'title' : 'label')),
  };
}

/** Choices that were answered before, in a repeat: "select_one ${name}". Empty answers are no choice. */
function fromRepeat(item: Placed, select: SelectSource, { names }: Writing): Source {
  const to = names.byName.get(onlyReference(select.list) ?? '');
  if (!to) return { nodeset: '', value: '', label: '' };
  let repeat: Placed | null = to.element.is === 'repeat' ? to : to.parent;
  while (repeat && repeat.element.is !== 'repeat') repeat = repeat.parent;
  const within = repeat ?? to.parent!;
  const own = to === within ? 'geometry' : to.path.slice(within.path.length).join('/');
  const filter =
    select.filter === '' ? `./${own} != ''` : resolved(select.filter, item, names, { current: true, within });
  return { nodeset: `${pathToRepeat(item, within)}[${filter}]`, value: own, label: own };
}

/** From inside the repeat its turns are beside the own one; elsewhere the usual rule holds. */
function pathToRepeat(item: Placed, repeat: Placed): string {
  const isInside = repeat.path.every((name, i) => item.path[i] === name);
  if (!isInside) return relativePath(item, repeat) ?? pathText(repeat);
  return [...Array<string>(item.path.length - repeat.path.length + 1).fill('..'), repeat.element.name].join('/');
}

/** "randomize=true": in another order for everybody, or the same for the same seed. */
function mixed(nodeset: string, item: Placed, { names }: Writing): string {
  const { randomize, seed } = item.element.parameters;
  if (randomize !== 'true') return nodeset;
  return seed === undefined ? `randomize(${nodeset})` : `randomize(${nodeset}, ${resolved(seed, item, names).trim()})`;
}

const inline = (item: Placed, writing: Writing): readonly Tag[] => {
  const choices: readonly ListChoice[] = writing.lists[item.element.select!.list] ?? [];
  const isSpoken = listIsSpoken(choices);
  return choices.map((choice, i) =>
    tag(
      'item',
      {},
      isSpoken
        ? tag('label', { ref: `jr:itext('${item.element.select!.list}-${i}')` })
        : tag('label', {}, labelText(choice.label)),
      tag('value', {}, choice.name),
    ),
  );
};

/** What a question with a list in another file asks of it. */
export const queryOf = (item: Placed, writing: Writing): string | undefined => {
  const { select, type } = item.element;
  if (type !== 'select_one_external' || !select) return undefined;
  const filter = select.filter === '' ? '' : `[${resolved(select.filter, item, writing.names)}]`;
  return `instance('${select.list}')/root/item${filter}`;
};
