import type { Lang } from '#core/i18n/lang.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { Link } from '#ui/link.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { EntryLine } from '../../../schema.ts';

interface LinesProps {
  readonly lang: Lang;
  /** Of the forum's clock. */
  readonly zone: string;
  readonly lines: readonly EntryLine[];
  /** Address of a page of the forum that the entry belongs to. */
  readonly within: (line: EntryLine, path: string) => string;
}

/** What changed, in sentences, newest first. */
export const Lines = ({ lang, zone, lines, within }: LinesProps) => (
  <Timeline
    events={lines.map((line) => {
      const day = dayIn(zone, line.row.at);
      return { when: lang.shortDate(day), datetime: day, what: <Line lang={lang} line={line} within={within} /> };
    })}
  />
);

const Line = ({ lang, line, within }: Pick<LinesProps, 'lang' | 'within'> & { readonly line: EntryLine }) => {
  const { row, by, bodies } = line;
  return (
    <>
      {sentenceOf(lang, line)}
      <br />
      <small class="quiet">
        {lang.t('opendata.record.who', { by, way: row.way })}
        {bodies.length > 0 ? ` · ${lang.list(bodies)}` : ''} ·{' '}
        <Link href={within(line, `/log/${row.id}`)}>
          {row.leaf === null
            ? lang.t('opendata.record.waits')
            : lang.t('opendata.record.number', { n: lang.number(row.leaf + 1) })}
        </Link>
        {row.object.path ? (
          <>
            {' · '}
            <Link href={within(line, row.object.path)}>{lang.t('opendata.record.open')}</Link>
          </>
        ) : null}
      </small>
    </>
  );
};

/** What an entry says; where that was erased, that it was. */
export const sentenceOf = (lang: Lang, { sentence, row }: EntryLine): string => {
  if (sentence !== null) return sentence;
  return lang.t(row.params === null ? 'opendata.record.erased' : 'opendata.record.unknown');
};
