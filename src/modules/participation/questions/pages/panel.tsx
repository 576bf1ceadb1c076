import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { QuestionsTable, type QuestionsTableProps } from './parts/questions-table.tsx';

interface PanelProps extends Omit<QuestionsTableProps, 'caption'> {
  readonly on: 'place' | 'body';
  readonly id: string;
  /** Can it be asked today? */
  readonly asks: boolean;
}

/** On the page of a place or body: what was asked here last, and the way to ask. */
export const QuestionsPanel = ({ on, id, asks, ...props }: PanelProps) => {
  const { lang, at, questions } = props;
  const title = lang.t(`participation.panel.${on}`);
  return (
    <Section title={title} id="questions">
      {questions.length > 0 ? <QuestionsTable {...props} caption={title} /> : null}
      <p class="acts">
        {asks ? (
          <ButtonLink href={at(`/questions/new?${on}=${id}`)} second>
            {lang.t(`participation.panel.ask_${on}`)}
          </ButtonLink>
        ) : null}
        {questions.length > 0 ? (
          <Link href={at(`/questions?${on}=${id}`)}>{lang.t('participation.panel.all')}</Link>
        ) : null}
      </p>
    </Section>
  );
};
