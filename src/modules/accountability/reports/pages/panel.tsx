import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { pathOf } from '../rules.ts';
import { periodWords, ReportChip } from './parts/state.tsx';
import type { ReportSeen } from './reports-list.tsx';

interface PanelProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly reports: readonly ReportSeen[];
}

/** On the page of a municipality: which reports it owed and gave, the newest first. */
export const ReportsPanel = ({ lang, at, reports }: PanelProps) =>
  reports.length === 0 ? null : (
    <Section title={lang.t('accountability.reports.panel.title')} id="reports">
      <ul class="plainlist">
        {reports.map(({ line, state }) => (
          <li key={line.id}>
            <Link href={at(pathOf(line))}>{periodWords(lang, line)}</Link> <ReportChip lang={lang} state={state} />{' '}
            <span class="quiet">
              {line.doneOn
                ? lang.date(line.doneOn)
                : lang.t('accountability.reports.panel.by', { date: lang.date(line.dueOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
