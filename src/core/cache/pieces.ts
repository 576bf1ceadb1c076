import { Lang } from '#core/i18n/lang.ts';

/** A drawn part of a page and the lists of class names in it. */
export interface Drawing {
  readonly html: string;
  readonly worn: readonly string[];
}

interface Held {
  readonly from: unknown;
  readonly drawing: Drawing;
  readonly bytes: number;
}

/**
 * Drawn parts of pages, each with a copy of everything it was drawn from. It is given again only for values that are the
 * same through and through, so it cannot be old or another reader's, whatever happened meanwhile: no deed has to tell
 * it anything. Bounded by bytes; what was not asked for lately goes first.
 */
export class Pieces {
  readonly #most: number;
  /** Two halves: what is asked for moves to the young one; when that is full, the old one goes whole. */
  #young = new Map<string, Held>();
  #old = new Map<string, Held>();
  #bytes = 0;
  #oldBytes = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  get bytes(): number {
    return this.#bytes + this.#oldBytes;
  }

  /** The drawing under a name, if it was drawn from the same. */
  find(name: string, from: object): Drawing | null {
    const young = this.#young.get(name);
    const held = young ?? this.#old.get(name);
    if (!held || !isSame(held.from, from)) return null;
    if (!young) this.#put(name, held);
    return held.drawing;
  }

  keep(name: string, from: object, drawing: Drawing): void {
    if (this.#most === 0) return;
    const copy = copyOf(from);
    if (!copy) return;
    // A letter takes two bytes at most; maps and objects about as much again for small pieces.
    const bytes = 2 * (name.length + drawing.html.length) + copy.bytes + 512;
    if (bytes * 16 <= this.#most) this.#put(name, { from: copy.value, drawing, bytes });
  }

  #put(name: string, held: Held): void {
    if (this.#bytes + held.bytes > this.#most / 2) {
      this.#old = this.#young;
      this.#oldBytes = this.#bytes;
      this.#young = new Map();
      this.#bytes = 0;
    }
    this.#bytes += held.bytes - (this.#young.get(name)?.bytes ?? 0);
    this.#young.set(name, held);
  }
}

/** Values whose identity says everything: they never change. */
const isOpaque = (value: object): boolean => value instanceof Lang;

const isPlain = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype && value.constructor === Object;

/** The same through and through; what is neither data nor unchangeable is the same as nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if (isOpaque(a)) return a === b;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!isSame(a[i], b[i])) return false;
    return true;
  }
  if (Array.isArray(b) || !isPlain(b)) return false;
  let names = 0;
  for (const name in a) {
    names++;
    const value = (a as Props)[name];
    if (!isSame(value, (b as Props)[name]) || (value === undefined && !Object.hasOwn(b, name))) return false;
  }
  for (const _ in b) names--;
  return names === 0;
}

type Props = Readonly<Record<string, unknown>>;

/** A copy that nobody else holds, with its weight; null: it holds something that cannot be compared (a function). */
function copyOf(value: unknown): { readonly value: unknown; readonly bytes: number } | null {
  if (typeof value === 'string') return { value, bytes: 2 * value.length };
  if (typeof value === 'function' || typeof value === 'symbol') return null;
  if (typeof value !== 'object' || value === null || isOpaque(value)) return { value, bytes: 8 };
  if (!Array.isArray(value) && !isPlain(value)) return null;
  const entries: [string, unknown][] = [];
  let bytes = 64;
  for (const [name, inside] of Object.entries(value)) {
    const copy = copyOf(inside);
    if (!copy) return null;
    entries.push([name, copy.value]);
    bytes += 16 + copy.bytes;
  }
  return { value: Array.isArray(value) ? entries.map(([, inside]) => inside) : Object.fromEntries(entries), bytes };
}
