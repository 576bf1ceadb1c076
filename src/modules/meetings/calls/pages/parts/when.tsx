import type { Lang } from '#core/i18n/lang.ts';
import type { Meeting } from '../../schema.ts';

/** "19 May 2017, 14:30", or the days of a session by correspondence. */
export const whenOf = (lang: Lang, { call: { on, hour, until } }: Pick<Meeting, 'call'>): string =>
  until
    ? lang.t('meetings.from_until', { from: lang.date(on), until: lang.date(until) })
    : [lang.date(on), hour].filter(Boolean).join(', ');
