import { type Message, message } from '#core/i18n/message.ts';
import type { Rulebook, SeatId } from '#modules/forum/contract.ts';
import { articleOf, hasOptions, isRemote, seatObject, stateOf } from '../rules.ts';
import type { Ballot, RollRow, Say, Session, Speaker } from '../schema.ts';
import { blankOrInvalid } from '../tallies/slips/rules.ts';

/** By which command a member votes; links and codes are made for it. */
export const VOTE_DEED = 'ballots.vote';
/** The vote of one seat: what such a link is for. */
export const voteObject = (ballot: string, key: string): string => seatObject(VOTE_DEED, ballot, key);

/** Who stands at the urn. */
export interface Voter {
  /** null: came by a link that names no person. */
  readonly person: string | null;
  /** Of a link: the organisation for which it was made; null: not by such a link. */
  readonly sentFor: string | null;
  /** Who holds a seat today, by the id of the body. */
  readonly holderOf: (seat: SeatId) => string | null;
  /** In which way this person speaks for a seat today. */
  readonly speaksFor: (seat: SeatId) => 'representative' | 'alternate' | null;
  /** A mandate of this person has ended. */
  readonly hadMandate: boolean;
}

/** For whom somebody speaks on a seat, or why not. */
export type Speaking = { readonly speaker: Speaker; readonly carriedBy: string | null } | { readonly no: Message };

/** Why nobody can vote at this moment by account or link; null: one can. */
export function urnFault(ballot: Ballot, now: Date, session: Session | null): Message | null {
  const state = stateOf(ballot, now);
  if (state === 'written') return message('ballots.voting.wrong.early');
  if (state === 'withdrawn') return message('ballots.voting.wrong.withdrawn');
  if (state !== 'open') return message('ballots.voting.wrong.late', articleOf(ballot));
  if (ballot.secrecy === 'secret') return message('ballots.voting.wrong.secret');
  if (!isRemote(ballot)) return message('ballots.voting.wrong.hall');
  return session?.meeting.out ? message('ballots.wrong.out', { number: session.meeting.number }) : null;
}

/**
 * In which way this voter speaks for a seat of the roll today. The roll stays as it was frozen: whoever took the seat over
 * meanwhile does not vote, nor does anybody whose mandate ended.
 */
export function speaksAs(
  ballot: Ballot,
  roll: readonly RollRow[],
  row: RollRow,
  voter: Voter,
  session: Session | null,
): Speaking {
  const { number } = row;
  if (!row.seat) return { no: message('ballots.voting.wrong.assembly') };
  if (!row.filled) return { no: message('ballots.voting.wrong.vacant', { number }) };
  if (voter.holderOf(row.seat) !== row.body) return { no: message('ballots.voting.wrong.left', { number }) };
  const as = voter.speaksFor(row.seat);
  if (as === null && voter.sentFor !== null && voter.sentFor === row.body)
    return freeTo(ballot, row, 'representative', session);
  if (as !== null) return freeTo(ballot, row, as, session);
  return carries(ballot, roll, row, voter, session);
}

function freeTo(
  { opening }: Ballot,
  row: RollRow,
  as: 'representative' | 'alternate',
  session: Session | null,
): Speaking {
  const { number } = row;
  const rule = opening?.book.rules.alternates;
  if (as === 'alternate' && !rule) return { no: message('ballots.voting.wrong.alternates_unruled') };
  if (as === 'alternate' && rule && !rule.value.allowed)
    return { no: message('ballots.voting.wrong.alternates', { article: rule.article }) };
  const noted = session?.presence.find((one) => one.key === row.key)?.recused ?? false;
  if (noted || row.recused === 'seat' || row.recused === as)
    return { no: message('ballots.voting.wrong.recused', { number }) };
  return { speaker: as, carriedBy: null };
}

/** Somebody without a mandate of this seat may carry its proxy, where the meeting noted it and the rules let them. */
function carries(
  { opening }: Ballot,
  roll: readonly RollRow[],
  row: RollRow,
  voter: Voter,
  session: Session | null,
): Speaking {
  const { number } = row;
  const noted = session?.presence.find((one) => one.key === row.key);
  const carrier = roll.find((one) => one.key === noted?.carriedBy);
  if (!carrier?.seat || !voter.speaksFor(carrier.seat))
    return {
      no: voter.hadMandate
        ? message('ballots.voting.wrong.mandate', { number, article: opening?.book.rules.term_seat?.article ?? 'none' })
        : message('ballots.voting.wrong.not_yours', { number }),
    };
  const carried = session?.presence.filter((one) => one.carriedBy === carrier.key) ?? [];
  const fault = proxyFault(opening?.book, carrier, row, carried.length);
  if (fault) return { no: fault };
  if (row.recused === 'seat' || noted?.recused) return { no: message('ballots.voting.wrong.recused', { number }) };
  return { speaker: 'proxy', carriedBy: carrier.key };
}

/** Why the rules let nobody carry this vote so; `carried`: so many the carrier has, this one among them. */
export function proxyFault(
  book: Rulebook | undefined,
  carrier: Pick<RollRow, 'constituency'>,
  row: Pick<RollRow, 'constituency' | 'number'>,
  carried: number,
): Message | null {
  const rule = book?.rules.proxies;
  if (!rule) return message('ballots.voting.wrong.proxies_unruled');
  const { article, value } = rule;
  if (carried > value.most) return message('ballots.voting.wrong.proxies', { article, most: value.most });
  if (value.within && carrier.constituency !== row.constituency)
    return message('ballots.voting.wrong.proxies_within', { article });
  return null;
}

/** Can a seat say this in this ballot? */
export function isSaid(ballot: Pick<Ballot, 'kind' | 'method' | 'options'>, say: Say): boolean {
  if (say === 'voted' || say === 'excused') return false;
  if (say === 'not_voting') return true;
  if (!hasOptions(ballot)) return say === 'for' || say === 'against' || say === 'abstain';
  if (say === 'blank') return true;
  const asked = { ...ballot, options: ballot.options.map(({ id }) => id) };
  return typeof say !== 'string' && blankOrInvalid(asked, say) === null;
}
