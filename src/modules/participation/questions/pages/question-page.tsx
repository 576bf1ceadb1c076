import type { PlainDate } from '#core/time/plain-date.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { type Happened, Timeline } from '#ui/timeline.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { TAKEN_OUT } from '../../voices/rules.ts';
import { stateOf } from '../rules.ts';
import type { Question } from '../schema.ts';
import { About, type Around } from './parts/about.tsx';
import { AnswerSaid, TakeDown } from './parts/answer.tsx';
import { QuestionChip } from './parts/state.tsx';

/** The clock of the answer, as far as this reader sees it. */
export interface Clock {
  readonly number: number;
  readonly dueOn: PlainDate;
}

/** What this reader may do here; addresses of the forms. */
export interface Deeds {
  readonly answer: string | null;
  readonly link: string | null;
  readonly paper: string | null;
  readonly moderate: string | null;
  readonly takeDown: ((type: 'question' | 'answer', id: string) => string) | null;
}

interface QuestionPageProps extends Around {
  readonly question: Question;
  readonly clock: Clock | null;
  readonly deeds: Deeds;
  readonly withheld: { readonly question: Withheld | null; readonly answer: Withheld | null };
  readonly done: string | null;
}

/** One question with its answer and its history. Of one that is not public only number, day and state are said. */
export const QuestionPage = (props: QuestionPageProps) => {
  const { lang, at, question, done } = props;
  const state = stateOf(question);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        title={lang.t('participation.questions.one', { number: question.number })}
        lede={lang.t(`participation.state_means.${state}`)}
        state={<QuestionChip lang={lang} state={state} />}
      />
      <Stack>
        {question.publication ? <PublicPart {...props} /> : <HiddenPart {...props} />}
        <Acts {...props} />
        <Section title={lang.t('participation.questions.history')}>
          <Timeline events={historyOf(props)} />
          <p>
            <Link href={at(`/history/question/${question.id}`)}>{lang.t('participation.questions.log')}</Link>
          </p>
        </Section>
      </Stack>
    </>
  );
};

const PublicPart = (props: QuestionPageProps) => {
  const { lang, question, withheld, deeds } = props;
  const gone = withheld.question;
  const text = question.text ?? {};
  return (
    <>
      <Statement
        voice="other"
        who={lang.t('participation.questions.resident')}
        when={lang.t('participation.questions.received_on', { date: lang.date(question.receivedOn) })}
        foot={lang.choose(text).text.includes(TAKEN_OUT) && !gone ? lang.t('participation.questions.redacted') : null}
      >
        {gone ? <WithheldNote lang={lang} of={gone} /> : <Said lang={lang} texts={text} />}
        <TakeDown lang={lang} href={gone ? null : (deeds.takeDown?.('question', question.id) ?? null)} />
      </Statement>
      <About {...props} more={[{ name: lang.t('participation.questions.due'), value: <Due {...props} /> }]} />
      {question.answer ? (
        <AnswerSaid
          {...props}
          answer={question.answer}
          withheld={withheld.answer}
          takeDown={deeds.takeDown?.('answer', question.answer.id) ?? null}
        />
      ) : null}
    </>
  );
};

/** Until when, with the way to every counted day. */
const Due = ({ lang, at, clock, question }: QuestionPageProps) => {
  if (!clock) return <>{lang.t('participation.questions.due_kept')}</>;
  return (
    <>
      {question.answer ? null : `${lang.t('participation.questions.by', { date: lang.date(clock.dueOn) })} `}
      <Link href={at(`/obligations/${clock.number}`)}>{lang.t('participation.questions.why_due')}</Link>
    </>
  );
};

const HiddenPart = ({ lang, at, question }: QuestionPageProps) => (
  <>
    {question.refusal ? (
      <p>
        {lang.t('participation.questions.refused_by', { rule: lang.t(`participation.rule.${question.refusal.rule}`) })}{' '}
        <Link href={at('/questions/rules')}>{lang.t('participation.rules.title')}</Link>
      </p>
    ) : null}
    <p>
      <Link href={at('/questions/receipts')}>{lang.t('participation.receipt.have_code')}</Link>
    </p>
  </>
);

const Acts = ({ lang, deeds }: QuestionPageProps) => {
  const { answer, link, paper, moderate } = deeds;
  if (!answer && !link && !paper && !moderate) return null;
  return (
    <p class="acts">
      {moderate ? <ButtonLink href={moderate}>{lang.t('participation.moderation.decide')}</ButtonLink> : null}
      {answer ? <ButtonLink href={answer}>{lang.t('participation.answers.answer')}</ButtonLink> : null}
      {link ? (
        <ButtonLink href={link} second>
          {lang.t('participation.answers.link')}
        </ButtonLink>
      ) : null}
      {paper ? (
        <ButtonLink href={paper} second>
          {lang.t('participation.answers.paper')}
        </ButtonLink>
      ) : null}
    </p>
  );
};

/** What happened, the newest on top; the due day stands above while it is still to come. */
function historyOf({ lang, question, clock }: QuestionPageProps): readonly Happened[] {
  const { receivedOn, withdrawnOn, refusal, publication, answer } = question;
  const line = (on: PlainDate, what: string, kind?: Happened['kind']): Happened => ({
    ...{ when: lang.shortDate(on), datetime: on, what },
    ...(kind ? { kind } : {}),
  });
  return [
    ...(clock && !answer ? [line(clock.dueOn, lang.t('participation.history.due'), 'planned')] : []),
    ...(answer ? [line(answer.on, lang.t('participation.history.answered'), 'executor')] : []),
    ...(publication ? [line(publication.on, lang.t('participation.history.published'))] : []),
    ...(refusal ? [line(refusal.on, lang.t('participation.history.refused'))] : []),
    ...(withdrawnOn ? [line(withdrawnOn, lang.t('participation.history.withdrawn'))] : []),
    line(receivedOn, lang.t('participation.history.received')),
  ];
}
