import type { Lang } from '#core/i18n/lang.ts';
import { Intervals } from '#ui/intervals.tsx';
import type { Reader } from '../../../analysis/results/pages/parts/distribution.tsx';
import type { Found } from '../../schema.ts';

/** "13 of 50 people (26 %)": numerator, base and share in one line. */
export function figureLine(lang: Lang, say: Reader['say'], found: Found): string {
  const line = lang.t('surveys.findings.figure', {
    ...{ yes: found.yes, n: found.n, percent: lang.number(Math.round(found.share * 1000) / 10), unit: found.unit },
  });
  return found.columnWords ? `${say(found.columnWords, found.column?.code ?? '')}: ${line}` : line;
}

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
    <p class="small quiet">
      {lang.t(
        found.unit === 'community' ? 'surveys.analysis.printing.communities' : `surveys.analysis.printing.${found.why}`,
      )}
    </p>
  </>
);
