import type { PlainDate } from '#core/time/plain-date.ts';

/** Who can demand that something be taken down: a kind, never a name. */
export const DEMANDERS = ['person_concerned', 'office', 'court', 'company', 'other'] as const;
export type Demander = (typeof DEMANDERS)[number];

/** A thing that is not shown now. */
export interface Withheld {
  readonly id: string;
  readonly object: { readonly type: string; readonly id: string };
  /** Its page below the forum. */
  readonly path: string | null;
  readonly on: PlainDate;
  /** What is said where it stood; null: it was kept back by those who opened the forum, and nothing is said. */
  readonly demand: { readonly from: Demander; readonly ground: string; readonly on: PlainDate } | null;
}

/** What is withheld in a forum, looked up by thing. */
export class WithheldThings {
  readonly #byThing: ReadonlyMap<string, Withheld>;
  constructor(things: readonly Withheld[]) {
    this.#byThing = new Map(things.map((thing) => [`${thing.object.type} ${thing.object.id}`, thing]));
  }

  of(type: string, id: string): Withheld | null {
    return this.#byThing.get(`${type} ${id}`) ?? null;
  }

  get size(): number {
    return this.#byThing.size;
  }
}

/** The type under which a kept file is withheld. */
export const FILE_OBJECT = 'core.file';
