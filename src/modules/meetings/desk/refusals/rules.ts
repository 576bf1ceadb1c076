import { type Message, message } from '#core/i18n/message.ts';
import { refusedElection } from '../elections/rules.ts';
import type { Present } from '../presence/schema.ts';
import {
  countedPresence,
  isAsWanted,
  isVoting,
  mayVote,
  openItem,
  openMotion,
  presenceIn,
  secrecyWanted,
  slipsAgree,
  votesOf,
} from '../rules.ts';
import { type Count, type Hall, type Motion, type Snapshot, type Step, THERE } from '../schema.ts';

/** Why this step cannot be done now; null: it can. */
export function refusedStep(snapshot: Snapshot, hall: Hall, step: Step): Message | null {
  if (hall.ended !== null) return message('meetings.desk.no.ended');
  switch (step.kind) {
    case 'undone':
      return hall.last?.id === step.of ? null : message('meetings.desk.no.undo');
    case 'presence':
      return refusedPresence(snapshot, hall, step);
    case 'guest':
      return step.words === '' || !Number.isSafeInteger(step.n) || step.n < 0 || step.n > 1_000
        ? message('meetings.desk.no.counts')
        : null;
    case 'meeting_begun':
      return hall.begun === null ? null : message('meetings.desk.no.begun');
    case 'item_begun':
      return refusedItem(hall, step.item);
    case 'meeting_ended':
      if (hall.begun === null) return message('meetings.desk.no.not_begun');
      return openItem(hall) ? message('meetings.desk.no.item_open') : null;
    default:
      return refusedInItem(snapshot, hall, step);
  }
}

function refusedPresence(snapshot: Snapshot, hall: Hall, step: Extract<Step, { kind: 'presence' }>): Message | null {
  const seat = snapshot.seats.find((one) => one.key === step.seat);
  if (!seat) return message('meetings.desk.no.seat');
  if (isVoting(hall)) return message('meetings.desk.no.motion_open');
  if (!seat.filled && THERE.includes(step.way)) return message('meetings.desk.no.vacant', { number: seat.number });
  const { alternates, proxies } = snapshot.book.rules;
  if (step.way === 'alternate' && alternates && !alternates.value.allowed)
    return message('meetings.desk.no.alternates', { article: alternates.article });
  if (step.way !== 'proxy') return step.carriedBy === null ? null : message('meetings.desk.no.carrier');
  const carrier = snapshot.seats.find((one) => one.key === step.carriedBy);
  const own = carrier && hall.ways.get(carrier.key)?.way;
  if (!carrier || carrier.key === seat.key || !own || own === 'proxy' || !THERE.includes(own))
    return message('meetings.desk.no.carrier');
  if (!proxies) return message('meetings.desk.no.proxies_unknown');
  const { most, within } = proxies.value;
  const carried = [...hall.ways].filter(([key, one]) => key !== seat.key && one.carriedBy === carrier.key).length;
  if (carried >= most) return message('meetings.desk.no.proxies', { most, article: proxies.article });
  if (within && carrier.constituency !== seat.constituency)
    return message('meetings.desk.no.proxy_within', { article: proxies.article });
  return null;
}

function refusedItem(hall: Hall, id: string): Message | null {
  if (hall.begun === null) return message('meetings.desk.no.not_begun');
  const item = hall.items.find((one) => one.id === id);
  if (item?.state !== 'waiting') return message('meetings.desk.no.item');
  return openItem(hall) ? message('meetings.desk.no.item_open') : null;
}

type InItem = Exclude<
  Step,
  { kind: 'undone' | 'presence' | 'guest' | 'meeting_begun' | 'item_begun' | 'meeting_ended' }
>;

function refusedInItem(snapshot: Snapshot, hall: Hall, step: InItem): Message | null {
  const item = openItem(hall);
  if (!item) return message('meetings.desk.no.no_item');
  const motion = openMotion(hall);
  if ('election' in step && step.kind !== 'election') return refusedElection(snapshot, hall, step);
  if ('motion' in step && step.kind !== 'motion')
    return motion?.id === step.motion ? refusedVotes(snapshot, hall, motion, step) : message('meetings.desk.no.motion');
  if (!('item' in step) || step.item !== item.id) return message('meetings.desk.no.no_item');
  if (step.kind === 'note') return null;
  // Everything else would change on what, or who, votes at this moment.
  if (isVoting(hall)) return message('meetings.desk.no.motion_open');
  if (step.kind === 'election') return refusedElection(snapshot, hall, step);
  if (step.kind === 'motion') {
    const { rules } = snapshot.book;
    if (!rules[step.decision] && !rules.ordinary) return message('meetings.desk.no.no_majority');
    const { secrecy, article } = secrecyWanted(snapshot);
    if (isAsWanted(snapshot, step.counting) || step.reason) return null;
    return message('meetings.desk.no.secrecy', { secrecy, article: article ?? '–' });
  }
  if (step.kind === 'recusal' || step.kind === 'task') {
    const seat = step.kind === 'task' ? step.owner : step.seat;
    const known = snapshot.seats.find((one) => one.key === seat);
    const fits = step.kind === 'task' ? known?.owes : known?.filled;
    return fits ? null : message('meetings.desk.no.seat');
  }
  return null;
}

type OnMotion = Extract<Step, { kind: 'mark' | 'hands' | 'slips' | 'motion_ended' }>;

function refusedVotes(snapshot: Snapshot, hall: Hall, motion: Motion, step: OnMotion): Message | null {
  const presence = presenceIn(snapshot, hall, motion.item);
  if (step.kind === 'mark') {
    const one = presence.find(({ seat }) => seat === step.seat);
    return motion.counting === 'names' && one && mayVote(one) ? null : message('meetings.desk.no.may_not_vote');
  }
  if (step.kind !== 'motion_ended') {
    if (step.kind !== motion.counting) return message('meetings.desk.no.counting');
    return refusedCounts(snapshot, presence, step.counts);
  }
  if (motion.counting === 'slips' && motion.slips[0] && motion.slips[1] && !slipsAgree(motion))
    return message('meetings.desk.no.slips_differ');
  if (votesOf(snapshot, motion) === null) return message('meetings.desk.no.not_counted');
  const uncalled = presence.filter((one) => mayVote(one) && !motion.marks.has(one.seat)).length;
  // Nobody is forgotten: who is there and says nothing is marked as abstaining, or leaves.
  if (motion.counting === 'names' && uncalled > 0) return message('meetings.desk.no.uncalled', { n: uncalled });
  return null;
}

function refusedCounts(snapshot: Snapshot, presence: readonly Present[], counts: readonly Count[]): Message | null {
  const places = countedPresence(snapshot, presence);
  const fits =
    counts.length === places.length &&
    places.every((place) => counts.some((one) => one.constituency === place.constituency));
  if (!fits) return message('meetings.desk.no.counts');
  for (const one of counts) {
    const { present, recused } = places.find((place) => place.constituency === one.constituency)!;
    const said = [one.for, one.against, one.abstain, one.spoilt];
    if (said.some((n) => !Number.isSafeInteger(n) || n < 0)) return message('meetings.desk.no.counts');
    const sum = said.reduce((all, n) => all + n, 0);
    if (sum > present - recused) return message('meetings.desk.no.too_many', { n: sum, most: present - recused });
  }
  return null;
}
