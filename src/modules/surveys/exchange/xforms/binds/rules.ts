import { yesOrNo } from '../../columns/rules.ts';
import { allBelow, pathText, resolved } from '../../references/rules.ts';
import type { Placed } from '../../references/schema.ts';
import type { Element, Said } from '../../schema.ts';
import { TYPES } from '../../types/schema.ts';
import { type Tag, tag } from '../../xml/rules.ts';
import { isSpokenMessage, MESSAGES } from '../itext/rules.ts';
import type { Writing } from '../schema.ts';

const LOGICAL = ['readonly', 'required', 'relevant', 'constraint', 'calculate'];

/** One bind for every item that has something to say: type, conditions, calculation. */
export function bindsOf(writing: Writing): readonly Tag[] {
  return [...allBelow(writing.root)].flatMap((item) => {
    if (item === writing.root || ['xml-external', 'csv-external'].includes(item.element.type)) return [];
    const attributes = attributesOf(item, writing);
    return Object.keys(attributes).length === 0 ? [] : [tag('bind', { nodeset: pathText(item), ...attributes })];
  });
}

function attributesOf(item: Placed, writing: Writing): Readonly<Record<string, string>> {
  const { element } = item;
  const attributes: Record<string, string> = {
    ...(element.is === 'question' ? TYPES[element.type]?.bind : {}),
    ...parametersOf(element),
  };
  for (const [name, said] of Object.entries(element.bind)) {
    if (name === 'calculate' && element.trigger.length > 0) continue;
    const value = valueFor(name, said, item, writing);
    if (value !== '') attributes[name] = value;
  }
  return attributes;
}

function valueFor(name: string, said: Said, item: Placed, writing: Writing): string {
  if (MESSAGES.includes(name) && isSpokenMessage(said)) return `jr:itext('${pathText(item)}:${name}')`;
  const text = said[''] ?? Object.values(said)[0] ?? '';
  const truth = LOGICAL.includes(name) ? yesOrNo(text) : null;
  return truth === null ? resolved(text, item, writing.names) : `${truth}()`;
}

/** What parameters say to the bind. */
function parametersOf({ type, parameters }: Element): Readonly<Record<string, string>> {
  const pick = (prefix: string, ...names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (parameters[name] ? [[`${prefix}:${name}`, parameters[name]]] : [])));
  if (type === 'range')
    return Object.values(parameters).some((value) => /^[+-]?\d*\.\d+$/.test(value)) ? { type: 'decimal' } : {};
  if (type === 'image') return pick('orx', 'max-pixels');
  if (type === 'audio') return pick('odk', 'quality');
  if (['geopoint', 'geotrace', 'geoshape'].includes(type)) return pick('odk', 'allow-mock-accuracy');
  return type === 'audit' ? pick('odk', ...Object.keys(parameters)) : {};
}
