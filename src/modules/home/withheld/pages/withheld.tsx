import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Demand, DemandCount } from '../schema.ts';

interface WithheldProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  /** Those who keep the record see each case. */
  readonly staff: boolean;
  readonly counts: readonly DemandCount[];
  /** The newest first. */
  readonly demands: readonly Demand[];
  /** What kind of thing a demand is about, in words. */
  readonly kindOf: (demand: Demand) => string;
}

/** Every demand to take something down, counted in public: by month, by who demanded, by what became of it. */
export const WithheldPage = ({ lang, at, staff, counts, demands, kindOf }: WithheldProps) => {
  const gone = demands.filter((demand) => demand.outcome === 'withheld');
  return (
    <>
      <PageTitle title={lang.t('home.withheld.title')} lede={lang.t('home.withheld.lede')} />
      {demands.length === 0 ? (
        <Empty title={lang.t('home.withheld.none')} level={2}>
          {lang.t('home.withheld.none_text')}
        </Empty>
      ) : (
        <Table
          lang={lang}
          caption={lang.t('home.withheld.counts', { n: demands.length })}
          rows={counts}
          rowKey={(count) => `${count.month} ${count.demander} ${count.outcome}`}
          columns={[
            { id: 'month', head: lang.t('home.withheld.month'), lead: true, cell: ({ month }) => month },
            {
              id: 'from',
              head: lang.t('home.withheld.from'),
              cell: ({ demander }) => lang.t(`home.withheld.from_${demander}`),
            },
            {
              id: 'outcome',
              head: lang.t('home.withheld.outcome'),
              cell: ({ outcome }) => lang.t(`home.withheld.is_${outcome}`),
            },
            { id: 'n', head: lang.t('home.withheld.n'), number: true, cell: ({ n }) => lang.number(n) },
          ]}
        />
      )}
      {gone.length > 0 ? (
        <Section title={lang.t('home.withheld.now')}>
          <Cases lang={lang} at={at} demands={gone} kindOf={kindOf} staff={false} />
        </Section>
      ) : null}
      {staff ? (
        <Section title={lang.t('home.withheld.cases')}>
          <p>{lang.t('home.withheld.cases_text')}</p>
          <Cases lang={lang} at={at} demands={demands} kindOf={kindOf} staff />
        </Section>
      ) : null}
    </>
  );
};

const Cases = ({ lang, at, demands, staff, kindOf }: Omit<WithheldProps, 'counts'>) => (
  <ul>
    {demands.map((demand) => (
      <li key={demand.id}>
        <Link href={at(staff ? `/withheld/${demand.id}` : demand.path)}>{lang.pick(demand.title)}</Link> (
        {kindOf(demand)}):{' '}
        {lang.t('home.withheld.line', {
          from: lang.t(`home.withheld.from_${demand.demander}`),
          date: lang.date(demand.on),
          ground: demand.ground,
        })}
        {staff ? `; ${lang.t(`home.withheld.is_${demand.outcome ?? 'open'}`)}` : null}
      </li>
    ))}
  </ul>
);
