import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { pathOf } from '../rules.ts';
import type { Question } from '../schema.ts';
import { type Around, NameOf } from './parts/about.tsx';

interface WaitingProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly questions: readonly Question[];
}

/** On the desk of a moderator: what residents wrote and nobody has read. */
export const WaitingList = ({ lang, at, questions }: WaitingProps) => {
  if (questions.length === 0) return null;
  return (
    <Section title={lang.t('participation.moderation.waiting', { n: questions.length })} id="questions">
      <ul>
        {questions.map((question) => (
          <li key={question.id}>
            <Link href={at(`${pathOf(question)}/moderation`)}>
              {lang.t('participation.questions.one', { number: question.number })}
            </Link>{' '}
            <span class="quiet">
              {lang.t('participation.questions.received_on', { date: lang.date(question.receivedOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

interface OwedProps extends Pick<Around, 'lang' | 'at' | 'names'> {
  readonly questions: readonly Question[];
  /** Those who keep the forum see whose answer it is, and go to its page, where they chase it. */
  readonly keeps: boolean;
}

/** On the desk of a body, or of those who keep the forum: published questions without an answer. */
export const OwedAnswers = ({ questions, keeps, ...around }: OwedProps) => {
  const { lang, at } = around;
  if (questions.length === 0) return null;
  return (
    <Section title={lang.t('participation.answers.owed', { n: questions.length })} id="answers">
      <ul>
        {questions.map((question) => (
          <li key={question.id}>
            <Link href={at(keeps ? pathOf(question) : `${pathOf(question)}/answer`)}>
              {lang.t('participation.questions.one', { number: question.number })}
            </Link>{' '}
            <span class="quiet">
              {keeps ? (
                <>
                  <NameOf {...around} id={question.publication!.body} />{' '}
                </>
              ) : null}
              {lang.t('participation.questions.published_on', { date: lang.date(question.publication!.on) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
