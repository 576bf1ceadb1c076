import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { State } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { Differ, TwoVoices } from '#ui/voices.tsx';
import { CivilWordChip, ExecutorWordChip } from '../../../overview/pages/parts/words.tsx';
import { cellDiffers, measureSum } from '../../../overview/rules.ts';
import type { CellSeen } from '../../rules.ts';
import type { Dossier } from '../../schema.ts';
import { nameOf, type WordsShown } from './shown.tsx';
import { CellStatements } from './statements.tsx';

/** Up to this many executors everything said stands open; with more there is a table, and one is opened at a time. */
const FEW = 5;

/** What the executors report and what civil society finds, cell by cell. */
export const WhatIsSaid = (props: WordsShown) => {
  const { lang, dossier, story, opened } = props;
  const cells = story.cells.filter((cell) => cell.active || isSpokenOf(cell));
  const one = cells.find((cell) => slugOf(dossier, cell) === opened) ?? firstToRead(props, cells);
  return (
    <Section title={lang.t('plans.dossier.said')} id="said">
      {cells.length === 0 ? (
        <Empty title={lang.t('plans.dossier.no_executors')}>{lang.t('plans.dossier.no_executors_about')}</Empty>
      ) : cells.length <= FEW ? (
        cells.map((cell) => <CellStatements key={cell.row.id} {...props} cell={cell} alone={cells.length === 1} />)
      ) : (
        <>
          <Sum {...props} />
          {one ? <CellStatements {...props} cell={one} alone={false} /> : null}
          <CellTable {...props} cells={cells} />
        </>
      )}
    </Section>
  );
};

const isSpokenOf = (cell: CellSeen): boolean => cell.updates.length > 0 || cell.evaluations.length > 0;

/**
 * Nobody chosen of many: the reader's own cell, else one on which the voices differ, else the first of which anything
 * is said; a reader sees both words without a press.
 */
const firstToRead = ({ deeds }: WordsShown, cells: readonly CellSeen[]): CellSeen | undefined =>
  cells.find(
    (cell) =>
      deeds.report.has(cell.row.id) || cell.evaluations.some((evaluation) => deeds.reply.has(evaluation.row.id)),
  ) ??
  cells.find(cellDiffers) ??
  cells.find(isSpokenOf);

const slugOf = (dossier: Dossier, cell: CellSeen): string =>
  dossier.bodies.find((named) => named.id === cell.row.body_id)?.slug ?? cell.row.id;

const Sum = ({ lang, dossier, story }: WordsShown) => {
  const { executor, civil } = story.sum;
  const asked = dossier.plan.executor_voice === 'asked';
  return (
    <TwoVoices
      lang={lang}
      executor={asked ? { done: executor.complete, known: executor.known, total: executor.total } : null}
      civil={{ done: civil.complete, known: civil.known, total: civil.total }}
    />
  );
};

const CellTable = ({
  lang,
  today,
  dossier,
  story,
  cells,
  base,
}: WordsShown & { readonly cells: readonly CellSeen[] }) => {
  const measure = { due: story.now.due_on, withdrawn: story.withdrawn };
  const sums = new Map(cells.map((cell) => [cell.row.id, measureSum([cell], measure, today)]));
  return (
    <Table
      lang={lang}
      caption={lang.t('plans.dossier.said')}
      quietCaption
      rows={cells}
      rowKey={(cell) => cell.row.id}
      columns={[
        {
          id: 'body',
          head: lang.t('plans.dossier.executor'),
          lead: true,
          cell: (cell) => (
            <>
              <Link href={`${base}?executor=${slugOf(dossier, cell)}#cell-${cell.row.id}`}>
                {nameOf(lang, dossier, cell.row.body_id)}
              </Link>
              {cell.active && cell.row.role === 'co' ? null : (
                <small class="quiet"> {lang.t(cell.active ? 'plans.executors.lead' : 'plans.dossier.former')}</small>
              )}
              {cellDiffers(cell) ? (
                <>
                  {' '}
                  <Differ lang={lang} />
                </>
              ) : null}
            </>
          ),
        },
        {
          id: 'executor',
          head: lang.t('plans.overview.col.executor'),
          cell: (cell) => (
            <>
              <ExecutorWordChip lang={lang} sum={sums.get(cell.row.id)!.executor} />
              {cell.overdue ? (
                <>
                  <br />
                  <State lang={lang} kind="late">
                    {lang.t('plans.executors.overdue', { n: cell.overdue.days })}
                  </State>
                </>
              ) : null}
            </>
          ),
        },
        {
          id: 'civil',
          head: lang.t('plans.overview.col.civil'),
          cell: (cell) => <CivilWordChip lang={lang} sum={sums.get(cell.row.id)!.civil} />,
        },
        {
          id: 'late',
          head: lang.t('plans.dossier.lateness'),
          cell: (cell) => (cell.late ? <State lang={lang} kind="late" /> : null),
        },
      ]}
    />
  );
};
