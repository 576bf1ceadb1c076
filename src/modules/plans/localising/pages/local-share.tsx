import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { PlanSeen } from '../../overview/schema.ts';
import type { LocalShare } from '../schema.ts';

interface LocalShareProps {
  readonly lang: Lang;
  readonly seen: PlanSeen;
  readonly shares: readonly LocalShare[];
  readonly base: string;
  readonly at: (path: string) => string;
}

/** What of the national plan reaches us: each measure that names local bodies, with our answer or an empty place. */
export const LocalSharePage = ({ lang, seen, shares, base, at }: LocalShareProps) => {
  const named = shares.filter((share) => share.measure.local === 'yes');
  const unknown = shares.filter((share) => share.measure.local === 'unknown');
  return (
    <>
      <PageTitle title={lang.t('plans.localising.title')} lede={lang.t('plans.localising.lede')} />
      {seen.plan.reported_local ? (
        <p>
          {lang.t('plans.localising.source', {
            reported: seen.plan.reported_local,
            loaded: named.length,
            unknown: unknown.length,
          })}
        </p>
      ) : null}
      {shares.length === 0 ? (
        <Empty level={2} title={lang.t('plans.localising.none')}>
          {lang.t('plans.localising.none_about')}
        </Empty>
      ) : null}
      {named.length > 0 ? (
        <Shares lang={lang} title={lang.t('plans.localising.named')} shares={named} base={base} at={at} />
      ) : null}
      {unknown.length > 0 ? (
        <Shares lang={lang} title={lang.t('plans.localising.unknown')} shares={unknown} base={base} at={at} />
      ) : null}
    </>
  );
};

interface SharesProps {
  readonly lang: Lang;
  readonly title: string;
  readonly shares: readonly LocalShare[];
  readonly base: string;
  readonly at: (path: string) => string;
}

const Shares = ({ lang, title, shares, base, at }: SharesProps) => (
  <Section title={title}>
    <Table
      lang={lang}
      caption={title}
      quietCaption
      rows={shares}
      rowKey={(share) => share.measure.id}
      columns={[
        {
          id: 'no',
          head: lang.t('plans.overview.col.no'),
          cell: ({ measure }) => measure.number ?? lang.t('plans.overview.no_number'),
        },
        {
          id: 'national',
          head: lang.t('plans.localising.col.national'),
          lead: true,
          cell: ({ measure }) => (
            <Link href={`${base}/measures/${measure.slug}`}>
              <ChosenText lang={lang} of={lang.choose(measure.title)} />
            </Link>
          ),
        },
        {
          id: 'here',
          head: lang.t('plans.localising.col.here'),
          cell: ({ answers }) =>
            answers.length === 0 ? (
              <span class="quiet">∅ {lang.t('plans.localising.nothing_here')}</span>
            ) : (
              <ul>
                {answers.map((answer) => (
                  <li key={`${answer.planSlug}/${answer.slug}`}>
                    <Link href={at(`/plans/${answer.planSlug}/measures/${answer.slug}`)}>
                      {answer.number} {lang.pick(answer.title)}
                    </Link>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  </Section>
);
