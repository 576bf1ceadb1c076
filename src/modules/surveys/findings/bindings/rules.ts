import { type Message, message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Round } from '../../rounds/schema.ts';
import type { Finding, Found } from '../schema.ts';
import type { Form } from './schema.ts';

/** Why a finding can be put to no use; null: it can. A figure of others has no count, so nothing is built on it. */
export function bindingFault({ found, withdrawn, number }: Finding): Message | null {
  if (!found) return message('surveys.findings.binding.wrong.reported', { number });
  return withdrawn ? message('surveys.findings.binding.wrong.withdrawn', { number }) : null;
}

/** The number that an indicator gets: percent with one decimal, as pages print it, or how many said so. */
export const numberFrom = ({ share, yes }: Pick<Found, 'share' | 'yes'>, form: Form): number =>
  form === 'count' ? yes : Math.round(share * 1000) / 10;

/** The day that the figure speaks of: the last on which people were asked. */
export const measuredOn = ({ declaration, closure }: Pick<Round, 'declaration' | 'closure'>): PlainDate =>
  closure && closure.on < declaration.until ? closure.on : declaration.until;
