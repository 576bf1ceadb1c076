import type { Lang } from '#core/i18n/lang.ts';
import { LIMITS, type Limit } from '#core/limits/rules.ts';
import { Section } from '#ui/layout.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';

interface LimitsProps {
  readonly lang: Lang;
  /** How many are being slowed down now, by the name of the limit. */
  readonly slowed: ReadonlyMap<string, number>;
}

const spanned = (lang: Lang, { unit, most, minutes }: Limit): string =>
  lang.t(unit === 'MB' ? 'home.limits.bytes' : 'home.limits.times', { n: most, minutes });

const whom = (lang: Lang, { per, each }: Limit): string =>
  each === 'form'
    ? lang.t('home.limits.each_form', { whom: lang.t(`home.limits.per.${per}`) })
    : lang.t(`home.limits.per.${per}`);

/** How often something may be done, as the program counts it, and how many it slows down at this moment. */
export const LimitsPage = ({ lang, slowed }: LimitsProps) => (
  <>
    <PageTitle title={lang.t('home.limits.title')} lede={lang.t('home.limits.lede')} />
    <Table
      lang={lang}
      caption={lang.t('home.limits.title')}
      quietCaption
      rows={LIMITS}
      rowKey={(limit) => limit.name}
      columns={[
        {
          id: 'what',
          head: lang.t('home.limits.what'),
          lead: true,
          cell: (limit) => lang.t(`home.limits.of.${limit.counts}`),
        },
        { id: 'whom', head: lang.t('home.limits.whom'), cell: (limit) => whom(lang, limit) },
        { id: 'most', head: lang.t('home.limits.most'), cell: (limit) => spanned(lang, limit) },
        {
          id: 'now',
          head: lang.t('home.limits.now'),
          number: true,
          cell: (limit) => lang.number(slowed.get(limit.name) ?? 0),
        },
      ]}
    />
    <Section title={lang.t('home.limits.how')}>
      <ul>
        <li>{lang.t('home.limits.how_back')}</li>
        <li>{lang.t('home.limits.how_village')}</li>
        <li>{lang.t('home.limits.how_owner')}</li>
        <li>{lang.t('home.limits.how_kept')}</li>
        <li>{lang.t('home.limits.how_proxy')}</li>
      </ul>
    </Section>
  </>
);
