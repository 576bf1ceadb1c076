import type { Lang } from '#core/i18n/lang.ts';
import type { Chosen } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { Figures } from '#ui/figures.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { PageTitle } from '#ui/title.tsx';
import { TwoVoices } from '#ui/voices.tsx';
import { voicesOf } from '../../overview/pages/parts/plan-card.tsx';
import { mergeAll, tallyOfCell } from '../../overview/rules.ts';
import type { CellLine } from '../../overview/schema.ts';
import { CellsTable } from './parts/cells-table.tsx';

interface ExecutorPageProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly name: Chosen;
  readonly bodyHref: string;
  readonly cells: readonly CellLine[];
  readonly at: (path: string) => string;
}

/** Everything one body is to do, in both voices: its own roll-up, then cell by cell. */
export const ExecutorPage = ({ lang, today, name, bodyHref, cells, at }: ExecutorPageProps) => {
  const tally = mergeAll(
    cells.map((cell) => tallyOfCell(cell.voices, { due: cell.due, withdrawn: cell.withdrawn }, today)),
  );
  const overdue = cells.filter((cell) => cell.overdue).length;
  const voices = voicesOf(
    tally,
    cells.some((cell) => cell.voices.executor.word !== 'not_asked'),
  );
  return (
    <>
      <PageTitle
        title={<ChosenText lang={lang} of={name} />}
        lede={lang.t('plans.executors.body_lede')}
        state={<Link href={bodyHref}>{lang.t('plans.executors.about_body')}</Link>}
      />
      {cells.length === 0 ? (
        <Empty level={2} title={lang.t('plans.executors.none')}>
          {lang.t('plans.executors.none_about')}
        </Empty>
      ) : (
        <>
          <Figures
            figures={[
              {
                value: lang.number(tally.total),
                label: lang.t('plans.executors.fig.all', { n: tally.total }),
                href: '#cells',
              },
              {
                value: lang.number(tally.late),
                label: lang.t('plans.overview.fig.late', { n: tally.late }),
                href: '#cells',
                alarm: tally.late > 0,
              },
              {
                value: lang.number(overdue),
                label: lang.t('plans.executors.fig.overdue', { n: overdue }),
                href: '#cells',
                alarm: overdue > 0,
              },
            ]}
          />
          <Section title={lang.t('plans.executors.cells')} id="cells">
            <TwoVoices lang={lang} executor={voices.executor} civil={voices.civil} />
            <CellsTable lang={lang} today={today} cells={cells} at={at} caption={lang.t('plans.executors.cells')} />
          </Section>
        </>
      )}
    </>
  );
};
