import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { Source } from '#ui/source.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { AccountabilityTabs } from '../../pages/parts/tabs.tsx';
import { pathOf } from '../rules.ts';
import type { Period, ReportLine, ReportRule, ReportState } from '../schema.ts';
import { periodWords, ReportChip } from './parts/state.tsx';

/** A report in a list, with its state on this day to these eyes. */
export interface ReportSeen {
  readonly line: ReportLine;
  readonly state: ReportState;
}

/** A municipality with its reports by the first day of their period. */
export interface ReportingBody {
  readonly id: string;
  readonly name: string;
  readonly href: string | null;
  readonly reports: ReadonlyMap<string, ReportSeen>;
}

interface ListProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  /** The newest first. */
  readonly periods: readonly Period[];
  readonly bodies: readonly ReportingBody[];
  /** The rule that holds today; null: the forum has none. */
  readonly rule: ReportRule | null;
  /** Where keepers say how often; null for all others. */
  readonly setting: string | null;
  /** Where what residents said is read; null for all others, or when nothing waits. */
  readonly moderation: { readonly href: string; readonly n: number } | null;
  readonly done: string | null;
  /** Which kinds of pages this reader sees. */
  readonly shows: (part: string) => boolean;
}

/** Who reported to voters when: by municipality and period. */
export const ReportsList = (props: ListProps) => {
  const { lang, at, periods, bodies, rule, setting, moderation, done } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('accountability.reports.title')} lede={lang.t('accountability.reports.lede')} />
      <AccountabilityTabs lang={lang} at={at} current="reports" shows={props.shows} />
      <Stack>
        {setting || moderation ? (
          <p class="acts">
            {setting ? (
              <ButtonLink href={setting} second>
                {lang.t('accountability.reports.rule.set')}
              </ButtonLink>
            ) : null}
            {moderation ? (
              <Link href={moderation.href}>{lang.t('accountability.reports.saying.waiting', { n: moderation.n })}</Link>
            ) : null}
          </p>
        ) : null}
        {rule ? <RuleSaid lang={lang} rule={rule} /> : null}
      </Stack>
      {periods.length === 0 ? (
        <Empty level={2} title={lang.t(rule ? 'accountability.reports.none_yet' : 'accountability.reports.no_rule')}>
          {lang.t(rule ? 'accountability.reports.none_yet_text' : 'accountability.reports.no_rule_text')}
        </Empty>
      ) : (
        <>
          <Table
            lang={lang}
            caption={lang.t('accountability.reports.by_body')}
            rows={bodies}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'body',
                head: lang.t('accountability.reports.body'),
                lead: true,
                cell: (row) => (row.href ? <Link href={row.href}>{row.name}</Link> : row.name),
              },
              ...periods.map((period) => ({
                id: period.from,
                head: periodWords(lang, period),
                cell: (row: ReportingBody) => <Cell lang={lang} at={at} seen={row.reports.get(period.from)} />,
              })),
            ]}
          />
          <Stack>
            <p class="quiet">{lang.t('accountability.reports.no_order')}</p>
            <p>
              <Link href={at('/reports.csv')}>{lang.t('accountability.reports.csv')}</Link>
            </p>
          </Stack>
        </>
      )}
    </>
  );
};

const Cell = ({ lang, at, seen }: Pick<ListProps, 'lang' | 'at'> & { readonly seen: ReportSeen | undefined }) => {
  if (!seen) return <>–</>;
  const { line, state } = seen;
  return (
    <>
      <ReportChip lang={lang} state={state} />{' '}
      <Link href={at(pathOf(line))}>
        {line.doneOn ? lang.shortDate(line.doneOn) : lang.t('accountability.reports.one', { number: line.number })}
      </Link>
    </>
  );
};

/** How often, by when, on which ground, and by which ways. */
const RuleSaid = ({ lang, rule }: { readonly lang: Lang; readonly rule: ReportRule }) => (
  <Section title={lang.t('accountability.reports.rule.title')}>
    <p>
      {lang.t('accountability.reports.rule.said', {
        times: rule.times,
        months: rule.months,
        year: String(rule.firstYear),
      })}{' '}
      {lang.t('accountability.reports.rule.ways', {
        ways: lang.list(rule.channels.map((channel) => lang.t(`accountability.reports.channel.${channel}`))),
      })}
    </p>
    <BasisSaid lang={lang} basis={rule.basis} url={rule.basisUrl} />
  </Section>
);

const BasisSaid = ({
  lang,
  basis,
  url,
}: {
  readonly lang: Lang;
  readonly basis: Texts;
  readonly url: string | null;
}) =>
  url ? (
    <Source
      lang={lang}
      from={lang.pick(basis)}
      document={{ label: lang.t('accountability.reports.open'), href: url }}
    />
  ) : (
    <Said lang={lang} texts={basis} />
  );
