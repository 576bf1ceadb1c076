import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section } from '#ui/layout.tsx';
import type { CellLine } from '../../overview/schema.ts';
import { CellsTable } from './parts/cells-table.tsx';

interface CellsPanelProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly cells: readonly CellLine[];
  readonly at: (path: string) => string;
  /** Of a place's page or of a body's. */
  readonly on: 'place' | 'body';
}

/** What plans say on the page of a place or of a body; nothing is said too. */
export const CellsPanel = ({ lang, today, cells, at, on }: CellsPanelProps) => (
  <Section title={lang.t('plans.overview.place_here')} id="plans">
    {cells.length === 0 ? (
      <p class="quiet">{lang.t(on === 'place' ? 'plans.overview.place_none' : 'plans.overview.body_none')}</p>
    ) : (
      <CellsTable lang={lang} today={today} cells={cells} at={at} caption={lang.t('plans.overview.place_here')} />
    )}
  </Section>
);
