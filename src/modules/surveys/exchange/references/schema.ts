import type { Element } from '../schema.ts';

/** An item at its place in the instance. */
export interface Placed {
  readonly element: Element;
  /** Names from the root on: ["data", "people", "age"]. */
  readonly path: readonly string[];
  readonly parent: Placed | null;
  readonly items: readonly Placed[];
}

/** Items by name; a name that stands twice is in `twice`. The parts of "meta" cannot be referred to. */
export interface Names {
  readonly root: string;
  readonly byName: ReadonlyMap<string, Placed>;
  readonly twice: ReadonlySet<string>;
}
