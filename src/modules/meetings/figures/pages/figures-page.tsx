import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { SeatFigure } from '../schema.ts';

interface FiguresPageProps {
  readonly lang: Lang;
  readonly seats: readonly SeatFigure[];
  /** After so many missed in a row the organisation is asked for somebody else, by this article; null: no rule. */
  readonly rule: { readonly meetings: number; readonly article: string } | null;
  /** What the rule asks of its keepers now. */
  readonly mayKeep: boolean;
  readonly at: (path: string) => string;
  readonly tabs: ComponentChildren;
}

/** At how many meetings each seat was there, and each group. */
export const FiguresPage = ({ lang, seats, rule, mayKeep, at, tabs }: FiguresPageProps) => {
  const over = rule ? seats.filter(({ missed }) => missed >= rule.meetings) : [];
  return (
    <>
      <PageTitle title={lang.t('meetings.figures.title')} lede={lang.t('meetings.figures.lede')} />
      {tabs}
      {mayKeep && rule && over.length > 0 ? (
        <Notice title={lang.t('meetings.figures.over', { article: rule.article, n: rule.meetings })} warn>
          <ul>
            {over.map((one) => (
              <li key={one.seat}>{lang.pick(one.organisation)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {seats.every(({ of }) => of === 0) ? (
        <Empty level={2} title={lang.t('meetings.figures.none')} />
      ) : (
        <>
          <Table
            lang={lang}
            caption={lang.t('meetings.figures.by_group')}
            rows={groupsOf(seats)}
            rowKey={({ id }) => id}
            columns={[
              {
                ...{ id: 'group', head: lang.t('meetings.group'), lead: true },
                cell: ({ name }) => (name ? lang.pick(name) : lang.t('meetings.quorum.assembly')),
              },
              {
                ...{ id: 'there', head: lang.t('meetings.figures.there'), number: true },
                cell: ({ there, of }) => lang.t('meetings.figures.of', { there, of }),
              },
            ]}
          />
          <Table
            lang={lang}
            caption={lang.t('meetings.figures.by_seat')}
            rows={seats}
            rowKey={({ seat }) => seat}
            columns={[
              { ...{ id: 'number', head: lang.t('meetings.seat'), mark: true }, cell: ({ number }) => number },
              {
                ...{ id: 'who', head: lang.t('meetings.organisation'), lead: true },
                cell: (one) => <Link href={at(`/members/${one.number}`)}>{lang.pick(one.organisation)}</Link>,
              },
              {
                ...{ id: 'there', head: lang.t('meetings.figures.there'), number: true },
                cell: ({ there, of }) => lang.t('meetings.figures.of', { there, of }),
              },
              {
                ...{ id: 'missed', head: lang.t('meetings.figures.missed'), number: true },
                cell: ({ missed }) => missed,
              },
            ]}
          />
        </>
      )}
    </>
  );
};

function groupsOf(seats: readonly SeatFigure[]) {
  const ids = [...new Set(seats.map(({ constituency }) => constituency))];
  return ids.map((id) => {
    const own = seats.filter(({ constituency }) => constituency === id);
    const sum = (of: (one: SeatFigure) => number) => own.reduce((all, one) => all + of(one), 0);
    return { id, name: own[0]?.group ?? null, there: sum(({ there }) => there), of: sum((one) => one.of) };
  });
}
