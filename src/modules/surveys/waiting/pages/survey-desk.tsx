import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { SurveyLine } from '../schema.ts';

interface SurveyDeskProps {
  readonly lang: Lang;
  readonly lines: readonly SurveyLine[];
  readonly at: (path: string) => string;
}

/** My interviews, done of wanted; papers to settle; rounds to close. Nothing when there is none. */
export const SurveyDesk = ({ lang, lines, at }: SurveyDeskProps) =>
  lines.length === 0 ? null : (
    <Section title={lang.t('surveys.menu')} id="surveys">
      <ul>
        {lines.map((line) => (
          <li key={`${line.what} ${line.path}`}>
            <Link href={at(line.path)}>{said(lang, line)}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );

function said(lang: Lang, { what, name, n, wanted }: SurveyLine): string {
  if (what === 'over') return lang.t('surveys.waiting.over', { name });
  if (what === 'papers') return lang.t('surveys.waiting.papers', { name, n });
  return wanted === null
    ? lang.t('surveys.waiting.asks', { name, n })
    : lang.t('surveys.waiting.asks_of', { name, n, wanted });
}
