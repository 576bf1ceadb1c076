import type { Lang } from '#core/i18n/lang.ts';
import type { Span } from '../../../schema.ts';

/** "7 working days", "by the day that is fixed". */
export const spanWords = (lang: Lang, span: Span): string =>
  span.unit === 'on_day'
    ? lang.t('obligations.span.on_day', { day: lang.date(span.on) })
    : lang.t(`obligations.span.${span.unit}`, { n: span.n });
