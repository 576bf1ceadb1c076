import { Empty } from '#ui/empty.tsx';
import { Figures } from '#ui/figures.tsx';
import { FilterSelect, Filters } from '#ui/filters.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Pager } from '#ui/pager.tsx';
import { withQuery } from '#ui/query.ts';
import { PageTitle } from '#ui/title.tsx';
import { STATES } from '../../schema.ts';
import type { CaseCounts } from '../schema.ts';
import { CasesTable, type CasesTableProps } from './parts/cases-table.tsx';

export const PAGE_SIZE = 50;

interface CasesListProps extends Omit<CasesTableProps, 'caption'> {
  readonly url: URL;
  readonly counts: CaseCounts;
  readonly total: number;
  readonly page: number;
  /** Bodies that owe or owed something, for the filter. */
  readonly bodies: readonly { readonly value: string; readonly label: string }[];
  readonly mayKeep: boolean;
}

/** What is owed here: by whom, by which rule, by when; what is overdue first. */
export const CasesList = (props: CasesListProps) => {
  const { lang, url, counts, total, page, at, mayKeep } = props;
  const figure = (n: number, label: string, state: string | null) => ({
    ...{ value: lang.number(n), label, href: `${withQuery(url, { state, page: null })}#list` },
  });
  return (
    <>
      <PageTitle title={lang.t('obligations.title')} lede={lang.t('obligations.lede')} />
      {mayKeep ? (
        <div class="acts">
          <ButtonLink href={at('/obligations/new')}>{lang.t('obligations.open.title')}</ButtonLink>
        </div>
      ) : null}
      <Figures
        figures={[
          { ...figure(counts.overdue, lang.t('obligations.figure.overdue'), 'overdue'), alarm: counts.overdue > 0 },
          figure(counts.dueSoon, lang.t('obligations.figure.due_soon'), 'due_soon'),
          figure(counts.open, lang.t('obligations.figure.open'), null),
        ]}
      />
      {counts.told > 0 ? <p class="quiet">{lang.t('obligations.told_first', { n: counts.told })}</p> : null}
      <Section title={lang.t('obligations.list')} id="list">
        <Filters lang={lang} url={url} own={['state', 'body']} found={lang.t('obligations.found', { n: total })}>
          <FilterSelect
            url={url}
            name="state"
            label={lang.t('obligations.state_head')}
            any={lang.t('obligations.any_state')}
            options={STATES.map((state) => ({ value: state, label: lang.t(`obligations.state.${state}`) }))}
          />
          <FilterSelect
            url={url}
            name="body"
            label={lang.t('obligations.body')}
            any={lang.t('obligations.any_body')}
            options={props.bodies}
          />
        </Filters>
        {props.lines.length === 0 ? (
          <Empty title={lang.t('obligations.none')}>{lang.t('obligations.none_why')}</Empty>
        ) : (
          <CasesTable {...props} caption={lang.t('obligations.list')} />
        )}
        <Pager lang={lang} url={url} page={page} size={PAGE_SIZE} total={total} />
        <p class="source">
          <Link href={at(`/obligations.ics${url.search}`)}>{lang.t('obligations.calendar_feed')}</Link>{' '}
          <Link href={at(`/obligations.json${url.search}`)}>{lang.t('obligations.json')}</Link>{' '}
          <Link href={at('/obligations/rules')}>{lang.t('obligations.rules.title')}</Link>
        </p>
      </Section>
    </>
  );
};
