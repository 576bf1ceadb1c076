import { allBelow, pathText, resolved } from '../../references/rules.ts';
import type { Placed } from '../../references/schema.ts';
import { type Tag, tag } from '../../xml/rules.ts';
import { isComputed } from '../defaults/rules.ts';
import type { Writing } from '../schema.ts';

const repeatAbove = (item: Placed): Placed | null =>
  item.parent === null || item.parent.element.is === 'repeat' ? item.parent : repeatAbove(item.parent);

const hasComputedDefault = ({ element }: Placed): boolean =>
  element.is === 'question' && isComputed(element.preset, element.type);

const set = (item: Placed, event: string, value: string | undefined): Tag =>
  tag('setvalue', { ref: pathText(item), event, value });

/** What happens once, when an interview is begun. */
export function modelActions(writing: Writing): readonly Tag[] {
  return [...allBelow(writing.root)].flatMap((item) => {
    const { type, parameters } = item.element;
    const ref = pathText(item);
    if (type === 'start-geopoint') return [tag('odk:setgeopoint', { ref, event: 'odk-instance-first-load' })];
    if (type === 'background-audio')
      return [tag('odk:recordaudio', { ref, event: 'odk-instance-load', 'odk:quality': parameters.quality })];
    if (!hasComputedDefault(item)) return [];
    return [set(item, 'odk-instance-first-load', resolved(item.element.preset, item, writing.names))];
  });
}

/** What happens each time somebody adds one more to a repeat: its computed defaults. */
export const repeatActions = (repeat: Placed, writing: Writing): readonly Tag[] =>
  [...allBelow(repeat)]
    .filter((item) => hasComputedDefault(item) && repeatAbove(item) === repeat)
    .map((item) => set(item, 'odk-new-repeat', resolved(item.element.preset, item, writing.names)));

/** What follows when the answer of this question changes. */
export const triggeredBy = (item: Placed, writing: Writing): readonly Tag[] =>
  [...allBelow(writing.root)]
    .filter((other) => other.element.trigger.includes(item.element.name))
    .map((other) => {
      const event = 'xforms-value-changed';
      if (other.element.type === 'background-geopoint') return tag('odk:setgeopoint', { ref: pathText(other), event });
      const calculation = other.element.bind.calculate?.[''];
      return set(other, event, calculation ? resolved(calculation, other, writing.names) : undefined);
    });
