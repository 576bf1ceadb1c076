import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { correctedBy, decisionPath } from '../rules.ts';
import type { Decision } from '../schema.ts';
import { OutcomeChip } from './parts/outcome.tsx';

interface DecisionsListProps {
  readonly lang: Lang;
  readonly decisions: readonly Decision[];
  readonly at: (path: string) => string;
  readonly tabs: ComponentChildren;
}

/** The register: every decision with its number, its day, how it was taken and what became of it. */
export const DecisionsList = ({ lang, decisions, at, tabs }: DecisionsListProps) => (
  <>
    <PageTitle title={lang.t('meetings.decisions.title')} lede={lang.t('meetings.decisions.lede')} />
    {tabs}
    {decisions.length === 0 ? (
      <Empty level={2} title={lang.t('meetings.decisions.none')} />
    ) : (
      <Table
        lang={lang}
        caption={lang.t('meetings.decisions.title')}
        quietCaption
        rows={decisions}
        rowKey={(one) => one.id}
        columns={[
          { ...{ id: 'number', head: lang.t('meetings.number'), mark: true }, cell: (one) => one.number },
          {
            ...{ id: 'words', head: lang.t('meetings.decision'), lead: true },
            cell: (one) => (
              <Link href={at(decisionPath(one))}>
                <ChosenText lang={lang} of={lang.choose(one.words)} />
              </Link>
            ),
          },
          { ...{ id: 'on', head: lang.t('meetings.when'), short: true }, cell: (one) => lang.shortDate(one.on) },
          { id: 'kind', head: lang.t('meetings.decisions.how'), cell: (one) => lang.t(`meetings.decided.${one.kind}`) },
          {
            ...{ id: 'outcome', head: lang.t('meetings.decisions.outcome') },
            cell: (one) => <OutcomeChip lang={lang} decision={one} corrected={correctedBy(decisions, one) !== null} />,
          },
        ]}
      />
    )}
    <p class="sec">
      <Link href={at('/decisions/tasks')}>{lang.t('meetings.tasks.title')}</Link> ·{' '}
      <Link href={at('/decisions.atom')}>{lang.t('meetings.news.follow')}</Link> ·{' '}
      <Link href={at('/decisions.csv')}>CSV</Link> · <Link href={at('/decisions.json')}>JSON</Link>
    </p>
  </>
);
