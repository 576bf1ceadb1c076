import { foundingBook } from '../../rulebook/rules.ts';
import type { Rulebook } from '../../rulebook/schema.ts';
import { hasQuorum, passes } from '../../rulebook/thresholds/rules.ts';
import type { Founding, FoundingVotes, Judged } from '../schema.ts';

/** The address word of the founding procedure, by which founding decisions cite it. */
export const FOUNDING = 'founding';
/** The one constituency of a founding assembly: all invited organisations together. */
export const ASSEMBLY = 'assembly';

/** The rules of a founding assembly. */
export const foundingRules = ({ quorum, majority }: Pick<Founding, 'quorum' | 'majority'>): Rulebook =>
  foundingBook(FOUNDING, quorum, majority);

/** The first vote of the assembly: its own procedure, judged by that procedure. */
export function judgeFounding(founding: Pick<Founding, 'quorum' | 'majority'>, votes: FoundingVotes): Judged {
  const book = foundingRules(founding);
  const row = { ...votes, constituency: ASSEMBLY, filled: votes.all, recused: 0 };
  return { quorum: hasQuorum(book, [row], [row]), outcome: passes(book, 'documents', [row]) };
}
