import type { Element, Lists } from '../schema.ts';

/** What stands around a row while the sheet "survey" is walked. */
export interface Section {
  readonly element: Draft | null;
  readonly items: Draft[];
}

/** An element while it is being made. */
export type Draft = { -readonly [K in keyof Element]: Element[K] };

export interface Around {
  readonly sheet: string;
  readonly rootName: string;
  readonly lists: Lists;
  readonly external: Lists;
  readonly osm: Lists;
  readonly sheetNames: readonly string[];
}
