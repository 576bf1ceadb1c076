import type { Lang } from '#core/i18n/lang.ts';
import { Intervals } from '#ui/intervals.tsx';
import type { Reader } from '../../../analysis/results/pages/parts/distribution.tsx';
import type { Finding, Found } from '../../schema.ts';

/** "13 of 50 people (26 %)": numerator, base and share in one line. */
export function figureLine(lang: Lang, say: Reader['say'], found: Found): string {
  const line = lang.t('surveys.findings.figure', {
    ...{ yes: found.yes, n: found.n, percent: lang.number(Math.round(found.share * 1000) / 10), unit: found.unit },
  });
  return found.columnWords ? `${say(found.columnWords, found.column?.code ?? '')}: ${line}` : line;
}

/** All of it in words, for the page of what rests on it: also between what, and how far it speaks for others. */
export function figureSaid(lang: Lang, say: Reader['say'], { found, withdrawn }: Finding): string {
  if (!found) return '';
  const percent = (share: number): string => lang.number(Math.round(share * 1000) / 10);
  const range = found.interval
    ? ` (${lang.t('ui.intervals.range', { low: percent(found.interval.low), high: percent(found.interval.high) })})`
    : '';
  return [
    `${figureLine(lang, say, found)}${range}.`,
    whySaid(lang, found),
    ...(withdrawn ? [`${lang.t('surveys.findings.withdrawn_on', { day: lang.date(withdrawn.on) })}.`] : []),
  ].join(' ');
}

const whySaid = (lang: Lang, { unit, why }: Found): string =>
  lang.t(unit === 'community' ? 'surveys.analysis.printing.communities' : `surveys.analysis.printing.${why}`);

/** What was asked, what was answered, how many of how many, and how far that can be trusted. */
export const FoundFigure = ({ lang, say, found }: Reader & { readonly found: Found }) => (
  <>
    <p>
      {lang.t('surveys.findings.answered', {
        ...{ answer: say(found.answer, found.code), question: say(found.words, found.question) },
      })}
    </p>
    <Intervals
      lang={lang}
      title={say(found.words, found.question)}
      estimates={[{ label: figureLine(lang, say, found), share: found.share, interval: found.interval, n: found.n }]}
    />
    <p class="small quiet">{whySaid(lang, found)}</p>
  </>
);
