/** A tenth more than votes, but at least three: somebody spoils a paper, somebody's pen runs. */
export const spareOf = (votes: number): number => Math.max(3, Math.ceil(votes / 10));

/** At most so many papers at once: a forum of a thousand seats with its spares. */
export const MOST_SLIPS = 1_200;

/** How many papers were asked for; anything that is no such number gives what is needed. */
export function slipCount(asked: string | null, votes: number): number {
  const need = Math.min(votes + spareOf(votes), MOST_SLIPS);
  if (asked === null || !/^[1-9]\d{0,3}$/.test(asked)) return need;
  return Math.min(Number(asked), MOST_SLIPS);
}
