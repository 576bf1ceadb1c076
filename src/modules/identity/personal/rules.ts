import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { roleState } from '../people/rules.ts';
import type { RoleHeld } from '../schema.ts';

/** A link that confirms an address may be read the next day. */
const CONFIRM_MS = 24 * 60 * 60_000;
export const confirmEnds = (now: Date): Date => new Date(now.getTime() + CONFIRM_MS);

/** What stands where a name stood. */
export const ERASED_NAME: Texts = { az: 'Silinmiş hesab', en: 'Erased account', ru: 'Удалённая учётная запись' };

/** Would nobody be left? `others` are the other holders of the role that count here. */
export const indispensable = (
  others: readonly Pick<RoleHeld, 'from' | 'to' | 'endedAt'>[],
  today: PlainDate,
): boolean => !others.some((role) => roleState(role, today) === 'held');
