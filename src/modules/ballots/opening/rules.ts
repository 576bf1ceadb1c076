import { type Message, message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { daysBetween } from '#core/time/plain-date.ts';
import type { Adoptable, Rulebook } from '#modules/forum/contract.ts';
import { isOut, needsWindow } from '../rules.ts';
import type { Ballot, RollRow, Session } from '../schema.ts';
import { secrecyBy } from '../writing/rules.ts';

/** What is known on the day on which somebody wants to open a ballot. */
export interface Day {
  readonly now: Date;
  readonly today: PlainDate;
  /** The forum's day of the hour at which it would close; null: nothing is said of it. */
  readonly closesOn: PlainDate | null;
  readonly by: 'documents' | 'founding' | 'nothing';
  readonly book: Rulebook;
  /** Rules that contradict each other or cannot be kept by the seats of the day. */
  readonly faults: readonly { readonly key: string; readonly message: Message }[];
  readonly roll: readonly RollRow[];
  /** null: the meeting is not there. */
  readonly session: Session | null;
  /** The version that the ballot would adopt; null: it waits for no vote. */
  readonly version: Adoptable | null;
  /** It would adopt the founding procedure, which waits for its vote. */
  readonly founding: boolean;
}

/** Why the ballot cannot be opened, citing the article where one speaks; null: it can. */
export function openingFault(ballot: Ballot, day: Day): Message | null {
  if (ballot.withdrawal) return message('ballots.opening.wrong.withdrawn');
  if (ballot.opening) return message('ballots.opening.wrong.opened');
  return sessionFault(ballot, day) ?? rulesFault(ballot, day) ?? rollFault(day) ?? windowFault(ballot, day);
}

function sessionFault({ meeting }: Ballot, { session }: Day): Message | null {
  if (meeting === null) return null;
  if (!session) return message('ballots.opening.wrong.no_meeting');
  if (session.meeting.state === 'ended')
    return message('ballots.opening.wrong.meeting_ended', { number: session.meeting.number });
  return isOut(session) ? message('ballots.wrong.out', { number: session.meeting.number }) : null;
}

/** Rules that a ballot obeys: what is wrong in others does not stop it. */
const OBEYED = ['quorum', 'tie', 'alternates', 'proxies', 'correspondence', 'secrecy', 'names'];

function rulesFault(ballot: Ballot, { by, book, faults, version, founding }: Day): Message | null {
  if (by === 'nothing') return message('ballots.opening.wrong.no_rules');
  const majority = book.rules[ballot.decision] ? ballot.decision : 'ordinary';
  const found = faults.find(({ key }) => OBEYED.includes(key) || key === majority);
  if (found) return found.message;
  if (!book.rules[majority]) return message('ballots.opening.wrong.no_majority');
  const wanted = secrecyBy(book, ballot.decision);
  if (ballot.secrecy !== wanted.secrecy && !ballot.secrecyReason && wanted.article)
    return message('ballots.writing.wrong.secrecy', { article: wanted.article, secrecy: wanted.secrecy });
  if (ballot.decides?.what === 'founding') return founding ? null : message('ballots.opening.wrong.no_founding');
  if (ballot.decides?.what !== 'version') return null;
  return version ? version.fault : message('ballots.opening.wrong.no_version');
}

function rollFault({ roll }: Day): Message | null {
  if (!roll.some((row) => row.filled)) return message('ballots.opening.wrong.nobody');
  const free = roll.some((row) => row.filled && row.recused !== 'seat');
  return free ? null : message('ballots.opening.wrong.all_recused');
}

function windowFault(ballot: Ballot, { now, today, closesOn, book }: Day): Message | null {
  const { closesAt } = ballot;
  if (closesAt && closesAt <= now) return message('ballots.opening.wrong.past');
  if (!needsWindow(ballot)) return null;
  if (!closesAt || !closesOn) return message('ballots.opening.wrong.no_end');
  const rule = book.rules.correspondence;
  if (!rule) return message('ballots.opening.wrong.no_correspondence');
  const { article, value } = rule;
  if (value.most === 0) return message('ballots.opening.wrong.correspondence_none', { article });
  const days = daysBetween(today, closesOn);
  if (days < value.least)
    return message('ballots.opening.wrong.window_short', { article, least: value.least, found: days });
  if (days > value.most)
    return message('ballots.opening.wrong.window_long', { article, most: value.most, found: days });
  return null;
}
