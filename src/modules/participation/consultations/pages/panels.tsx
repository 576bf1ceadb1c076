import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { citation, pathOf, placePath, stageOn } from '../rules.ts';
import type { Comment, Consultation } from '../schema.ts';
import type { OwedResponse } from '../waiting/queries.ts';

interface OfReader {
  readonly lang: Lang;
  readonly at: (path: string) => string;
}

/** A consultation with how many responses it still owes. */
export interface Told {
  readonly consultation: Consultation;
  readonly owed: number;
}

interface DraftPanelProps extends OfReader {
  readonly today: PlainDate;
  readonly told: readonly Told[];
  /** Was the version adopted? Then what is owed of it is said as that. */
  readonly adopted: boolean;
}

/** On the page of a draft: open to say until a day, with the way there; what is still owed, also after adoption. */
export const DraftPanel = ({ lang, at, today, told, adopted }: DraftPanelProps) =>
  told.length === 0 ? null : (
    <>
      {told.map(({ consultation, owed }) => {
        const stage = stageOn(consultation, today);
        const date = lang.date(stage === 'ahead' ? consultation.from : consultation.until);
        return (
          <Notice title={lang.t(`participation.consultations.panel.${stage}`, { date })} warn key={consultation.id}>
            <p>
              {owed > 0 && stage === 'closed'
                ? `${lang.t(adopted ? 'participation.consultations.panel.adopted_owed' : 'participation.consultations.panel.owed', { n: owed })} `
                : ''}
              <Link href={at(pathOf(consultation))}>
                {lang.t('participation.consultations.one', { label: consultation.label })}
              </Link>
            </p>
          </Notice>
        );
      })}
    </>
  );

/** On the front page: what one can say something about now. */
export const OpenNow = ({
  lang,
  at,
  open,
}: OfReader & { readonly open: readonly { readonly consultation: Consultation; readonly title: string }[] }) =>
  open.length === 0 ? null : (
    <Section title={lang.t('participation.consultations.open_now')} id="consultations">
      <ul>
        {open.map(({ consultation, title }) => (
          <li key={consultation.id}>
            <Link href={at(pathOf(consultation))}>{title}</Link>{' '}
            <span class="quiet">
              {lang.t('participation.consultations.stage.open', { date: lang.date(consultation.until) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );

interface WaitingProps extends OfReader {
  readonly waiting: readonly { readonly comment: Comment; readonly consultation: Consultation }[];
}

/** On the desk of a moderator: comments that nobody has read. */
export const WaitingComments = ({ lang, at, waiting }: WaitingProps) =>
  waiting.length === 0 ? null : (
    <Section title={lang.t('participation.consultations.waiting', { n: waiting.length })} id="comments">
      <ul>
        {waiting.map(({ comment, consultation }) => (
          <li key={comment.id}>
            <Link href={at(`${placePath(consultation, comment.place)}/moderation`)}>
              {citation(consultation, comment.place)}
            </Link>{' '}
            <span class="quiet">
              {lang.t('participation.questions.received_on', { date: lang.date(comment.receivedOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );

/** On the desk of whoever answers: responses that are owed, with the day. */
export const OwedResponses = ({ lang, at, owed }: OfReader & { readonly owed: readonly OwedResponse[] }) =>
  owed.length === 0 ? null : (
    <Section title={lang.t('participation.consultations.desk_owed', { n: owed.length })} id="responses">
      <ul>
        {owed.map(({ consultation, place, dueOn }) => (
          <li key={`${consultation.id} ${place}`}>
            <Link href={at(placePath(consultation, place))}>{citation(consultation, place)}</Link>{' '}
            <span class="quiet">
              {dueOn ? lang.t('participation.consultations.desk_due', { date: lang.date(dueOn) }) : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
