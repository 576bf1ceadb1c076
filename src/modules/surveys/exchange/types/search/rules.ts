import type { Element } from '../../schema.ts';

/** Choices that stand in the question itself: "search()" replaces them by rows of a file. */
export const isSearch = (element: Element): boolean =>
  element.select?.from === 'choices' && /(^|\s)search\s*\(/.test(element.control.appearance ?? '');
