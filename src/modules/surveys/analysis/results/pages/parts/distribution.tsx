import type { Lang } from '#core/i18n/lang.ts';
import { Intervals } from '#ui/intervals.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import type { Words } from '../../../../questionnaires/schema.ts';
import type { Distribution, QuestionResult } from '../../../composing/schema.ts';

/** Who reads, and how a questionnaire's own words are said to them; `otherwise` where it has none. */
export interface Reader {
  readonly lang: Lang;
  readonly say: (words: Words, otherwise: string) => string;
  /** For keepers: where a finding about this figure is written; left out: for everybody else. */
  readonly findingAt?:
    | ((question: string, code: string, column: { split: string; code: string } | null) => string)
    | undefined;
}

interface ShareProps extends Reader {
  readonly question: Pick<QuestionResult, 'unit' | 'codes' | 'name'>;
  readonly of: Distribution;
  readonly caption: string;
  /** The column of a split; left out: all. */
  readonly column?: { readonly split: string; readonly code: string };
}

const inPercent = (lang: Lang, share: number): string => `${lang.number(Math.round(share * 1000) / 10)} %`;

/** How often each answer was given: drawn, and in figures. What is hidden says so at its place. */
export const Shares = ({ lang, say, findingAt, question, of, caption, column }: ShareProps) => {
  const rows = of.figures.map((figure) => ({
    ...figure,
    label: say(question.codes.find(({ code }) => code === figure.code)?.words ?? {}, figure.code),
  }));
  return (
    <>
      <Intervals
        lang={lang}
        title={caption}
        estimates={rows.map(({ label, share, interval, hidden }) => ({
          ...{ label, share, interval, n: of.n },
          ...(hidden ? { note: lang.t('surveys.analysis.results.cell_hidden_note') } : {}),
        }))}
      />
      <details class="how">
        <summary>{lang.t('surveys.analysis.results.as_table')}</summary>
        <Table
          lang={lang}
          caption={caption}
          quietCaption
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              ...{ id: 'answer', head: lang.t('surveys.analysis.results.answer'), lead: true },
              cell: ({ label }) => label,
            },
            {
              ...{ id: 'yes', head: lang.t('surveys.analysis.results.units', { unit: question.unit }), number: true },
              cell: ({ yes }) => (yes === null ? lang.t('surveys.analysis.results.cell_hidden') : lang.number(yes)),
            },
            {
              ...{ id: 'share', head: lang.t('surveys.analysis.results.share'), number: true },
              cell: ({ share, interval }) =>
                share === null
                  ? '–'
                  : interval
                    ? `${inPercent(lang, share)} (${inPercent(lang, interval.low)} – ${inPercent(lang, interval.high)})`
                    : inPercent(lang, share),
            },
            ...(findingAt
              ? [
                  {
                    ...{ id: 'finding', head: lang.t('surveys.findings.title') },
                    cell: ({ code, yes }: (typeof rows)[number]) =>
                      yes === null ? null : (
                        <Link href={findingAt(question.name, code, column ?? null)}>
                          {lang.t('surveys.findings.make')}
                        </Link>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </details>
    </>
  );
};
