/**
 * Text without the signs that match at its end. By hand, because a pattern like `/[.\s]+$/` tries again at every sign
 * of a long run that something follows: 8 seconds for 100,000 signs, during which nobody else is answered.
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let to = text.length;
  while (to > 0 && sign.test(text[to - 1]!)) to -= 1;
  return text.slice(0, to);
}

/** The same at both ends. */
export function withoutEdges(text: string, sign: RegExp): string {
  const cut = withoutEnd(text, sign);
  let from = 0;
  while (from < cut.length && sign.test(cut[from]!)) from += 1;
  return cut.slice(from);
}
