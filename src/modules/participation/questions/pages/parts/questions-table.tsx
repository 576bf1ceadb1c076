import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { Table } from '#ui/table.tsx';
import { withheldWords } from '#ui/withheld.tsx';
import { shortened } from '../../../voices/rules.ts';
import { pathOf, stateOf, WITHHELD } from '../../rules.ts';
import type { Question } from '../../schema.ts';
import { type Around, NameOf } from './about.tsx';
import { QuestionChip } from './state.tsx';

export interface QuestionsTableProps extends Around {
  readonly caption: string;
  readonly questions: readonly Question[];
  readonly withheld: WithheldThings;
}

/** Questions, each with whom it was put to and how far it is. */
export const QuestionsTable = ({ caption, questions, withheld, ...around }: QuestionsTableProps) => {
  const { lang, at } = around;
  return (
    <Table
      lang={lang}
      caption={caption}
      quietCaption
      rows={questions}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'number',
          head: lang.t('participation.questions.number'),
          mark: true,
          cell: (row) => `№\u00a0${row.number}`,
        },
        {
          id: 'text',
          head: lang.t('participation.questions.question'),
          lead: true,
          cell: (row) => (
            <Link href={at(pathOf(row))}>
              <Words around={around} row={row} withheld={withheld} />
            </Link>
          ),
        },
        {
          id: 'to',
          head: lang.t('participation.questions.to'),
          cell: (row) => (row.publication ? <NameOf {...around} id={row.publication.body} /> : null),
        },
        {
          id: 'state',
          head: lang.t('participation.questions.state'),
          cell: (row) => <QuestionChip lang={lang} state={stateOf(row)} />,
        },
        {
          id: 'on',
          head: lang.t('participation.questions.published'),
          short: true,
          cell: (row) => (row.publication ? lang.shortDate(row.publication.on) : null),
        },
      ]}
    />
  );
};

interface WordsProps {
  readonly around: Around;
  readonly row: Question;
  readonly withheld: WithheldThings;
}

const Words = ({ around: { lang }, row, withheld }: WordsProps) => {
  const gone = withheld.of(WITHHELD.question, row.id);
  if (gone) return <>{withheldWords(lang, gone)}</>;
  const chosen = lang.choose(row.text ?? {});
  return <ChosenText lang={lang} of={{ ...chosen, text: shortened(chosen.text) }} />;
};
