import type { Element } from '../../schema.ts';
import { TYPES } from '../../types/schema.ts';

/** Whether somebody sees the question: a calculation without words is kept in the background. */
export function isShown(element: Element): boolean {
  if (!TYPES[element.type]?.control) return false;
  const silent = element.bind.calculate !== undefined || element.trigger.length > 0;
  return !(silent && Object.keys(element.label).length === 0 && Object.keys(element.hint).length === 0);
}
