import type { PlainLang } from '#core/i18n/plain-lang.ts';
import type { Operation, Snapshot } from '#modules/meetings/desk/schema.ts';

/** What a step was, in a few words: "vote of seat 5". */
export function stepWords(lang: PlainLang, snapshot: Snapshot, step: Operation): string {
  switch (step.kind) {
    case 'presence':
    case 'mark':
    case 'choice':
    case 'recusal':
      return lang.t(`phone.step.${step.kind}`, { number: numberOf(snapshot, step.seat) });
    case 'slips':
    case 'piles':
      return lang.t(`phone.step.${step.kind}`, { counter: step.counter });
    case 'undone':
    case 'item_ended':
      return '';
    default:
      return lang.t(`phone.step.${step.kind}`);
  }
}

export const numberOf = (snapshot: Snapshot, key: string): number =>
  snapshot.seats.find((seat) => seat.key === key)?.number ?? 0;

/** "5. Durna Women's Union" */
export function seatWords(lang: PlainLang, snapshot: Snapshot, key: string): string {
  const seat = snapshot.seats.find((one) => one.key === key);
  const name = seat?.filled ? lang.pick(seat.organisation) : lang.t('phone.attendance.vacant');
  return `${seat?.number ?? ''}. ${name}`;
}

/** Name of a constituency; the one assembly of all has none of its own. */
export function constituencyWords(lang: PlainLang, snapshot: Snapshot, id: string): string {
  const name = snapshot.constituencies.find((one) => one.id === id)?.name;
  return name ? lang.pick(name) : lang.t('phone.attendance.one');
}
