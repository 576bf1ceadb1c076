import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { wayWords } from '#ui/paper.tsx';
import { Quotation } from '#ui/quotation.tsx';
import { PageTitle } from '#ui/title.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import type { Application, Criteria } from '../schema.ts';
import { StateOf } from './applications.tsx';
import { CriteriaList } from './parts/criteria-list.tsx';

interface ApplicationPageProps {
  readonly lang: Lang;
  readonly application: Application;
  readonly criteria: Criteria | null;
  readonly group: Texts;
  readonly today: PlainDate;
  readonly withheld: Withheld | null;
  /** Sees contact and unanswered words, and answers. */
  readonly mayKeep: boolean;
  readonly done: string | null;
  readonly at: (path: string) => string;
}

/** One application with what was written, the criteria of its day, and the reasoned answer. */
export const ApplicationPage = (props: ApplicationPageProps) => {
  const { lang, application: one, criteria, group, today, mayKeep, done, at } = props;
  return (
    <>
      {done ? <Notice title={done}>{lang.t('forum.applications.keep_number', { number: one.number })}</Notice> : null}
      <PageTitle
        over={lang.t('forum.applications.title_of', { number: one.number })}
        title={one.organisation || lang.t('forum.applications.not_yet_told')}
        lede={<StateOf lang={lang} of={one} today={today} />}
      />
      <Facts
        facts={[
          { name: lang.t('forum.applications.group'), value: lang.pick(group) },
          { name: lang.t('forum.applications.received'), value: lang.date(one.receivedOn) },
          {
            name: lang.t('forum.applications.way'),
            value: wayWords(lang, { way: one.way, ref: one.paper?.ref ?? null, day: one.paper?.day ?? null }),
          },
          { name: lang.t('forum.applications.contact'), value: mayKeep ? one.contact : null },
          {
            name: lang.t('forum.applications.case'),
            value: <Link href={at('/obligations')}>{lang.t('forum.applications.case_open')}</Link>,
          },
        ]}
      />
      <Words {...props} />
      <Answer {...props} />
      {criteria ? <CriteriaList lang={lang} criteria={criteria} /> : null}
    </>
  );
};

const Words = ({ lang, application: one, withheld, mayKeep }: ApplicationPageProps) => {
  if (withheld && !mayKeep) return <WithheldNote lang={lang} of={withheld} />;
  return one.words ? (
    <Section title={lang.t('forum.applications.words')} id="words">
      <Quotation lang={lang} of={{ text: one.words, language: lang.code, own: true }} />
    </Section>
  ) : (
    <p class="quiet">{lang.t('forum.applications.told_later')}</p>
  );
};

const Answer = ({ lang, application: { answer, number }, mayKeep, at }: ApplicationPageProps) => {
  if (!answer)
    return mayKeep ? (
      <p>
        <ButtonLink href={at(`/members/applications/${number}/answer`)}>
          {lang.t('forum.applications.answer')}
        </ButtonLink>
      </p>
    ) : null;
  return (
    <Section title={lang.t('forum.applications.answer_title')} id="answer">
      <Facts
        facts={[
          {
            name: lang.t('forum.applications.outcome'),
            value: lang.t('forum.applications.outcome_on', {
              outcome: answer.outcome,
              day: lang.date(answer.decidedOn),
            }),
          },
          { name: lang.t('forum.applications.decision'), value: answer.decision },
        ]}
      />
      {answer.reason ? <Quotation lang={lang} of={{ text: answer.reason, language: lang.code, own: true }} /> : null}
      {mayKeep && answer.outcome === 'accepted' ? (
        <p>
          <Link href={at('/members')}>{lang.t('forum.applications.now_seat')}</Link>
        </p>
      ) : null}
    </Section>
  );
};
