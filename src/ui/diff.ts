/** A run of text that stayed, came or went. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'cut';
  readonly text: string;
}

/** Above this many comparisons the middle of a text counts as wholly rewritten (two texts of about 2,000 words). */
const MOST = 4_000_000;

/** Words, blanks and signs: so that "6" becomes "8" and not a whole line. */
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];

/**
 * What was changed between two texts, word by word (longest common subsequence). Joining all pieces but the cut ones
 * gives `after`, joining all but the added ones gives `before`.
 */
export function diff(before: string, after: string): readonly Piece[] {
  const a = words(before);
  const b = words(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const pieces = new Pieces();
  pieces.add('same', a.slice(0, start).join(''));
  compare(a.slice(start, endA), b.slice(start, endB), pieces);
  pieces.add('same', a.slice(endA).join(''));
  return pieces.done();
}

/** Collects runs; a deletion stands before the insertion that replaces it, lone blanks between changes go with them. */
class Pieces {
  readonly #done: Piece[] = [];
  #cut = '';
  #added = '';
  #blank = '';

  add(kind: Piece['kind'], text: string): void {
    if (text === '') return;
    if (kind === 'same') {
      if (this.#cut && this.#added && !this.#blank && text.trim() === '') this.#blank = text;
      else {
        this.#close();
        this.#push('same', text);
      }
      return;
    }
    // The change goes on after a lone blank: one long replacement reads better than many short ones.
    this.#cut += this.#blank;
    this.#added += this.#blank;
    this.#blank = '';
    if (kind === 'cut') this.#cut += text;
    else this.#added += text;
  }

  #push(kind: Piece['kind'], text: string): void {
    const last = this.#done.at(-1);
    if (last?.kind === kind) this.#done[this.#done.length - 1] = { kind, text: last.text + text };
    else this.#done.push({ kind, text });
  }

  #close(): void {
    if (this.#cut) this.#push('cut', this.#cut);
    if (this.#added) this.#push('added', this.#added);
    if (this.#blank) this.#push('same', this.#blank);
    this.#cut = '';
    this.#added = '';
    this.#blank = '';
  }

  done(): readonly Piece[] {
    this.#close();
    return this.#done;
  }
}

function compare(a: readonly string[], b: readonly string[], pieces: Pieces): void {
  if (a.length * b.length > MOST) {
    pieces.add('cut', a.join(''));
    pieces.add('added', b.join(''));
    return;
  }
  const lengths = commonLengths(a, b);
  const width = b.length + 1;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.add('same', a[i]!);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) {
      pieces.add('cut', a[i]!);
      i++;
    } else {
      pieces.add('added', b[j]!);
      j++;
    }
  }
}

/** Cell (i, j): how many words the rests from i and from j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const below = lengths[(i + 1) * width + j]!;
      const right = lengths[i * width + j + 1]!;
      lengths[i * width + j] = a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(below, right);
    }
  }
  return lengths;
}
