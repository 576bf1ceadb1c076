import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Body } from '#modules/places/contract.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { checklistPath, countsOf, itemsFor } from '../rules.ts';
import type { Check } from '../schema.ts';

interface PanelProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly today: PlainDate;
  readonly body: Pick<Body, 'slug' | 'kind'>;
  readonly checks: ReadonlyMap<string, Check>;
}

/** On the page of a body: what it publishes of what it should. */
export const ChecklistPanel = ({ lang, at, today, body, checks }: PanelProps) => {
  const items = itemsFor(body.kind);
  const { published, stale, not_found: missing, unchecked } = countsOf(items, checks, today);
  return (
    <Section title={lang.t('accountability.checklists.panel')} id="published">
      <p>
        {lang.t('accountability.checklists.panel_counts', {
          published,
          stale,
          missing,
          unchecked,
          total: items.length,
        })}{' '}
        <Link href={at(checklistPath(body.slug))}>{lang.t('accountability.checklists.title')}</Link>
      </p>
    </Section>
  );
};
