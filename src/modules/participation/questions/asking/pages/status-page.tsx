import type { Withheld } from '#core/withholding/withheld.ts';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { About, type Around } from '../../pages/parts/about.tsx';
import { AnswerSaid } from '../../pages/parts/answer.tsx';
import { QuestionChip } from '../../pages/parts/state.tsx';
import { pathOf, stateOf } from '../../rules.ts';
import type { Question } from '../../schema.ts';

interface StatusProps extends Around {
  readonly of: Filled;
  readonly question: Question;
  readonly code: string;
  readonly withheld: { readonly question: Withheld | null; readonly answer: Withheld | null };
  /** Where it is taken back. */
  readonly withdrawal: string;
  readonly done: string | null;
}

/** What became of one's question: for whoever has its code, and for nobody else. */
export const StatusPage = (props: StatusProps) => {
  const { lang, at, question, withheld, done } = props;
  const state = stateOf(question);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        title={lang.t('participation.receipt.yours', { number: question.number })}
        lede={lang.t(`participation.your_state.${state}`)}
        state={<QuestionChip lang={lang} state={state} />}
      />
      <Stack>
        {question.refusal ? (
          <Section title={lang.t('participation.receipt.why_refused')}>
            <p>
              <b>{lang.t(`participation.rule.${question.refusal.rule}`)}.</b>{' '}
              {lang.t(`participation.rule_means.${question.refusal.rule}`)}
            </p>
            <Said lang={lang} texts={question.refusal.sentence} />
            <p>
              <Link href={at('/questions/new')}>{lang.t('participation.receipt.again')}</Link>
            </p>
          </Section>
        ) : null}
        {question.answer ? (
          <AnswerSaid {...props} answer={question.answer} withheld={withheld.answer} takeDown={null} />
        ) : null}
        {question.text ? (
          <Section title={lang.t('participation.receipt.asked')}>
            {withheld.question ? (
              <WithheldNote lang={lang} of={withheld.question} />
            ) : (
              <Said lang={lang} texts={question.text} />
            )}
          </Section>
        ) : null}
        <About
          {...props}
          more={[{ name: lang.t('participation.receipt.day'), value: lang.date(question.receivedOn) }]}
        />
        {question.publication ? (
          <p>
            <Link href={at(pathOf(question))}>{lang.t('participation.receipt.page')}</Link>
          </p>
        ) : null}
        {state === 'waiting' ? <Withdrawal {...props} /> : null}
      </Stack>
    </>
  );
};

const Withdrawal = ({ of, code, withdrawal }: StatusProps) => (
  <Section title={of.lang.t('participation.receipt.withdraw_title')}>
    <Stack>
      <p>{of.lang.t('participation.receipt.withdraw_about')}</p>
      <Form of={of} action={withdrawal} deed={of.lang.t('participation.receipt.withdraw')} hidden={{ code }} />
    </Stack>
  </Section>
);
