import { yesOrNo } from '../../columns/rules.ts';
import { pathText, resolved, spoken } from '../../references/rules.ts';
import type { Placed } from '../../references/schema.ts';
import { isShown } from '../../references/shown/rules.ts';
import type { Element, ListChoice, Said } from '../../schema.ts';
import { TYPES } from '../../types/schema.ts';
import { type Tag, tag } from '../../xml/rules.ts';
import { repeatActions, triggeredBy } from '../actions/rules.ts';
import { hintNeedsItext, labelNeedsItext } from '../itext/rules.ts';
import type { Writing } from '../schema.ts';
import { choicesOf, queryOf } from './selects/rules.ts';

/** The controls of the form in their order. */
export const bodyOf = (writing: Writing): readonly Tag[] => controlsIn(writing.root, writing);

const controlsIn = (section: Placed, writing: Writing): readonly Tag[] =>
  section.items.flatMap((item) => controlOf(item, writing));

function controlOf(item: Placed, writing: Writing): readonly Tag[] {
  const { element } = item;
  if (element.type === 'meta') return [];
  if (element.is === 'repeat') return [repeatOf(item, writing)];
  if (element.is !== 'question') {
    const attributes = { ref: pathText(item), ...controlAttributes(item, writing) };
    return [tag('group', attributes, label(item, writing, false), controlsIn(item, writing))];
  }
  return isShown(element) ? [questionOf(item, writing)] : [];
}

function repeatOf(item: Placed, writing: Writing): Tag {
  const nodeset = pathText(item);
  return tag(
    'group',
    { ref: nodeset },
    label(item, writing, false),
    tag(
      'repeat',
      { nodeset, ...controlAttributes(item, writing) },
      controlsIn(item, writing),
      repeatActions(item, writing),
    ),
  );
}

function questionOf(item: Placed, writing: Writing): Tag {
  const { element } = item;
  const type = TYPES[element.type]!;
  const attributes = {
    ref: pathText(item),
    mediatype: type.media,
    query: queryOf(item, writing),
    ...controlAttributes(item, writing),
    ...given(parametersOf(element)),
  };
  return tag(
    type.control!,
    attributes,
    label(item, writing, true),
    hint(item, writing),
    choicesOf(item, writing),
    element.type === 'osm' ? osmTags(element, writing) : [],
    triggeredBy(item, writing),
  );
}

/** What the column "body::..." and its like say, references as paths. */
const controlAttributes = (item: Placed, writing: Writing): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(item.element.control).map(([name, text]) => [name, resolved(text, item, writing.names)]),
  );

const given = (attributes: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(attributes).filter((entry) => entry[1] !== undefined));

/** What parameters say to the control. */
function parametersOf({ type, parameters, control }: Element): Readonly<Record<string, string | undefined>> {
  const { start = '1', end = '10', step = '1' } = parameters;
  if (type === 'range')
    return {
      start,
      end,
      step,
      'odk:tick-interval': parameters.tick_interval,
      'odk:placeholder': parameters.placeholder,
    };
  if (type === 'text') return { rows: parameters.rows };
  if (type === 'image') return ['', 'annotate'].includes(control.appearance ?? '') ? { intent: parameters.app } : {};
  if (type === 'geopoint')
    return {
      accuracyThreshold: parameters['capture-accuracy'],
      unacceptableAccuracyThreshold: parameters['warning-accuracy'],
    };
  return ['geotrace', 'geoshape'].includes(type)
    ? { incremental: yesOrNo(parameters.incremental ?? '') ? 'true' : undefined }
    : {};
}

/** A question always has the element, so that programs find it; a section without words has none. */
function label(item: Placed, writing: Writing, always: boolean): Tag | null {
  const { element } = item;
  if (labelNeedsItext(element)) return tag('label', { ref: `jr:itext('${pathText(item)}:label')` });
  const text = element.label[''] ?? '';
  return text === '' && !always ? null : tag('label', {}, spoken(text, item, writing.names));
}

function hint(item: Placed, writing: Writing): Tag | null {
  const { element } = item;
  if (hintNeedsItext(element)) return tag('hint', { ref: `jr:itext('${pathText(item)}:hint')` });
  const text = element.hint[''] ?? TYPES[element.type]?.hint ?? '';
  return text === '' ? null : tag('hint', {}, spoken(text, item, writing.names));
}

/** Tags of OpenStreetMap that a question asks for, some with choices of their own. */
function osmTags({ select }: Element, { form }: Writing): readonly Tag[] {
  const said = (label: Said, name: string) => tag('label', {}, label[''] ?? Object.values(label)[0] ?? name);
  const valuesOf = (choice: ListChoice) =>
    (form.osm[choice.name] ?? []).map((one) => tag('item', {}, said(one.label, one.name), tag('value', {}, one.name)));
  return (form.osm[select?.list ?? ''] ?? []).map((choice) =>
    tag('tag', { key: choice.name }, said(choice.label, choice.name), valuesOf(choice)),
  );
}
