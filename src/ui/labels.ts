/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a text may stand: x of its anchor and y of its baseline, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Width and height of a line of small text, on the safe side: fonts of readers differ. */
const LETTER = 8.2;
const ABOVE = 12;
const BELOW = 4;

export function boxOf(text: string, { x, y, anchor }: Place): Box {
  const width = text.length * LETTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, top: y - ABOVE, right: left + width, bottom: y + BELOW };
}

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Keeps labels from each other, from marks and from the edges: the first free place wins. */
export class Placing {
  readonly #taken: Box[] = [];
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  /** Nothing may stand here. */
  take(box: Box): void {
    this.#taken.push(box);
  }

  /** The first of the places where the text is free and inside; null when there is none. */
  put(text: string, places: readonly Place[]): Place | null {
    for (const place of places) {
      const box = boxOf(text, place);
      if (box.left < 0 || box.right > this.#width) continue;
      if (this.#taken.some((other) => touch(box, other))) continue;
      this.#taken.push(box);
      return place;
    }
    return null;
  }
}
