import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';

interface WaitingProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly n: number;
}

/** On the desk of a moderator: what people who were at a report wrote and nobody has read. */
export const WaitingVoices = ({ lang, at, n }: WaitingProps) =>
  n === 0 ? null : (
    <Section title={lang.t('accountability.reports.title')} id="report-voices">
      <p>
        <Link href={at('/reports/voices')}>{lang.t('accountability.reports.saying.waiting', { n })}</Link>
      </p>
    </Section>
  );
