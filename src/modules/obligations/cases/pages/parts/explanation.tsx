import type { Lang } from '#core/i18n/lang.ts';
import { Table } from '#ui/table.tsx';
import { type Explained, type ExplainedDay, whyOf } from '../../../rules.ts';

const sourceOf = (lang: Lang, { source, sourceSaid }: ExplainedDay['meaning']): string =>
  sourceSaid ? lang.say({ key: sourceSaid }) : source;

/** Every day of a term: counted or skipped, why, and where that is written. */
export const Explanation = ({ lang, explained }: { readonly lang: Lang; readonly explained: Explained }) => (
  <Table
    lang={lang}
    caption={lang.t('obligations.explanation')}
    quietCaption
    rows={explained.days}
    rowKey={(day) => `${day.extension}-${day.date}`}
    columns={[
      {
        ...{ id: 'day', head: lang.t('obligations.day'), lead: true },
        cell: (day: ExplainedDay) => lang.date(day.date),
      },
      {
        ...{ id: 'counted', head: lang.t('obligations.counted_head'), short: true },
        cell: (day) => lang.t(day.counted ? 'obligations.counted' : 'obligations.skipped'),
      },
      {
        ...{ id: 'why', head: lang.t('obligations.why_head') },
        cell: (day) => (
          <>
            {whyOf(day, lang)}
            {day.extension > 0 ? ` (${lang.t('obligations.in_extension', { n: day.extension })})` : null}
          </>
        ),
      },
      {
        ...{ id: 'source', head: lang.t('obligations.source') },
        cell: (day) => (
          <small class="quiet">{day.how === 'fixed' || day.how === 'part' ? '' : sourceOf(lang, day.meaning)}</small>
        ),
      },
    ]}
  />
);
