import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Block, Paper } from '#core/papers/paper.ts';
import { paperFrame } from '#ui/letterhead.ts';
import type { Consultation, Outcome } from '../../schema.ts';
import type { ReportRow } from '../rules.ts';
import { aboutOf, articleWords, countsOf } from './report-page.tsx';

interface PaperProps {
  readonly lang: Lang;
  readonly forum: Forum;
  readonly consultation: Consultation;
  readonly title: string;
  readonly rows: readonly ReportRow[];
  readonly counts: Readonly<Record<Outcome | 'owed', number>>;
  readonly comments: number;
  readonly address: string;
}

/** "You said, we did" as a document to write in. */
export const reportPaper = (props: PaperProps): Paper => {
  const { lang, forum, consultation, title, rows, counts, comments, address } = props;
  const articles = [...new Set(rows.map(({ article }) => article))];
  return {
    ...paperFrame(lang, forum, address),
    title: lang.t('participation.consultations.report.title'),
    about: aboutOf(lang, consultation, title),
    body: {
      layout: 'letter',
      blocks: [
        { kind: 'text', text: countsOf(lang, counts, comments) },
        ...articles.flatMap((article): readonly Block[] => [
          { kind: 'heading', level: 2, text: articleWords(lang, article) },
          ...rows.filter((row) => row.article === article).flatMap((row) => rowBlocks(lang, row)),
        ]),
      ],
    },
  };
};

function rowBlocks(lang: Lang, row: ReportRow): readonly Block[] {
  const outcome = lang.t(`participation.consultations.outcome.${row.outcome ?? 'owed'}`);
  return [
    {
      kind: 'heading',
      level: 3,
      text: [row.citation, row.comments.length > 1 ? `(${row.comments.join(', ')})` : ''].join(' ').trim(),
    },
    {
      kind: 'facts',
      rows: [
        [
          lang.t('participation.consultations.report.said'),
          row.said ? lang.pick(row.said) : lang.t('participation.consultations.report.withheld'),
        ],
        [
          lang.t('participation.consultations.report.did'),
          [outcome, row.respondedOn ? lang.date(row.respondedOn) : '', row.reason ? lang.pick(row.reason) : '']
            .filter(Boolean)
            .join('. '),
        ],
      ],
    },
  ];
}
