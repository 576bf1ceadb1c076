import { nameBased } from '#core/ids.ts';
import type { Ballot, Session, State } from './schema.ts';

/** Longest title, words of a motion, reason; most options and seats. */
export const MOST = { title: 200, words: 4_000, reason: 1_000, options: 40, seats: 20_000, counter: 200 } as const;

/** So many organisations and pages a form asks for; a ballot may be about more. */
export const ABOUT = 3;

export const pathOf = ({ number }: Pick<Ballot, 'number'>): string => `/ballots/${number}`;

/** The state of a ballot at a moment. */
export function stateOf({ opening, withdrawal, closure }: Ballot, now: Date): State {
  if (withdrawal) return 'withdrawn';
  if (closure) return 'closed';
  if (!opening) return 'written';
  return opening.closesAt && opening.closesAt <= now ? 'waiting' : 'open';
}

/** The article by which a ballot is held, for the sentences that refuse something; "none" before its opening. */
export function articleOf({ opening, decision }: Pick<Ballot, 'opening' | 'decision'>): { readonly article: string } {
  const rules = opening?.book.rules;
  return { article: (rules?.[decision] ?? rules?.ordinary)?.article ?? 'none' };
}

/** Votes come by accounts, links and codes, not only in the hall. */
export const isRemote = ({ mode }: Pick<Ballot, 'mode'>): boolean =>
  mode === 'online' || mode === 'correspondence' || mode === 'mixed';

/** Somebody in the hall calls names, counts hands or slips. */
export const isInHall = ({ mode }: Pick<Ballot, 'mode'>): boolean =>
  mode === 'hall' || mode === 'paper' || mode === 'mixed';

/** An election of people or of anything else: options instead of for and against. */
export const hasOptions = ({ kind }: Pick<Ballot, 'kind'>): boolean => kind !== 'motion';

/** The window of votes by correspondence is asked where no meeting gives the hour. */
export const needsWindow = (ballot: Pick<Ballot, 'mode' | 'meeting'>): boolean =>
  ballot.mode === 'correspondence' || (isRemote(ballot) && ballot.meeting === null);

/** A meeting desk has the meeting: nothing of it is changed here. */
export const isOut = (session: Session | null): boolean => session?.meeting.out ?? false;

/**
 * What a link or printed code is for: one deed of one seat in one ballot, so that what is sent to the holder of two seats
 * does it for one. `key`: of the roll.
 */
export const seatObject = (deed: string, ballot: string, key: string): string => nameBased(`${deed} ${ballot} ${key}`);
