import { type Message, message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Ballot } from '../schema.ts';
import type { Candidate, Filling, Stand } from './schema.ts';

/** The office that a ballot fills; null: none. */
export const fillingOf = ({ decides }: Pick<Ballot, 'decides'>): Filling | null =>
  decides?.what === 'office' ? decides : null;

/** "<seat>:representative", as the form sends it. */
export const standKey = ({ seat, as }: Stand): string => `${seat}:${as}`;

/** Who stands behind an option, by its number on the slip; null: nobody. */
export const candidateOf = ({ stands }: Filling, option: string): Candidate | null =>
  stands[Number(option) - 1] ?? null;

/** The first day of the term, of a vote that is closed on `day`: nobody holds an office before the election. */
export const firstDay = ({ from }: Pick<Filling, 'from'>, day: PlainDate): PlainDate =>
  from !== null && from > day ? from : day;

/** What of a ballot that is being written decides whether it can fill an office. */
interface Asked extends Pick<Ballot, 'kind' | 'decision'> {
  readonly decides:
    | { readonly what: 'version' | 'founding' }
    | { readonly what: 'office'; readonly stands: readonly Stand[] }
    | null;
  readonly options: readonly unknown[];
}

/** Why an election cannot fill an office so, at the field that is wrong; null: it can, or it fills none. */
export function fillingFault(given: Asked): { field: string; message: Message } | null {
  const { decides, kind, decision, options } = given;
  if (decides?.what !== 'office') return null;
  if (kind === 'motion' || decision !== 'election')
    return { field: 'office', message: message('ballots.filling.wrong.decision') };
  if (options.length > 0) return { field: 'options_az', message: message('ballots.filling.wrong.options') };
  if (new Set(decides.stands.map(standKey)).size < Math.max(2, decides.stands.length))
    return { field: 'stands', message: message('ballots.filling.wrong.few') };
  return null;
}
