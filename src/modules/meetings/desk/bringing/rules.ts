import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Operation } from '../schema.ts';

/**
 * When each step happened, as far as the device's clock can be believed: not before the meeting was taken out or its day
 * began, not after it was delivered, and every step later than the one before (what is written is ordered by it).
 */
export function momentsOf(operations: readonly Operation[], from: Date, to: Date): readonly Date[] {
  const moments: Date[] = [];
  let last = from.getTime() - 1;
  for (const { at } of operations) {
    const said = Math.min(Math.max(Date.parse(at) || 0, from.getTime()), to.getTime());
    last = Math.max(said, last + 1);
    moments.push(new Date(last));
  }
  return moments;
}

/** Notes of one item become one text of the minutes, behind what was there before. */
export const joined = (before: string | undefined, notes: readonly string[]): string =>
  [...(before ? [before] : []), ...notes].join('\n\n');

/** Words of the hall are in the forum's first language: there nothing is translated. */
export const inLanguage = (words: string, languages: readonly LanguageCode[]) => ({ [languages[0] ?? 'az']: words });
