import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { SaidInline } from '#ui/said.tsx';
import { decisionPath } from '../../rules.ts';
import type { Decision } from '../../schema.ts';

interface DecisionLinesProps {
  readonly lang: Lang;
  readonly decisions: readonly Decision[];
  readonly at: (path: string) => string;
}

/** Decisions as a list: number, words, how each was taken. */
export const DecisionLines = ({ lang, decisions, at }: DecisionLinesProps) => (
  <ul>
    {decisions.map((one) => (
      <li key={one.id}>
        <Link href={at(decisionPath(one))}>{lang.t('meetings.decision_no', { number: one.number })}</Link>:{' '}
        <SaidInline lang={lang} texts={one.words} />{' '}
        <span class="quiet">({lang.t(`meetings.decided.${one.kind}`)})</span>
      </li>
    ))}
  </ul>
);
