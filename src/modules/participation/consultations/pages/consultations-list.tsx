import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { VoiceTabs } from '../../voices/pages/parts/voice-tabs.tsx';
import { pathOf } from '../rules.ts';
import type { Consultation, Draft, Stage } from '../schema.ts';
import { StageChip } from './parts/stage.tsx';

/** One consultation in a list. */
export interface Line {
  readonly consultation: Consultation;
  readonly draft: Draft | null;
  readonly stage: Stage;
  /** Public comments, and responses that are still owed. */
  readonly comments: number;
  readonly owed: number;
}

interface ListProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly lines: readonly Line[];
  readonly shows: (part: string) => boolean;
  /** For those who moderate: how many comments wait; null: not for this reader. */
  readonly waiting: number | null;
  readonly keeps: boolean;
}

/** What residents are asked about, open first, then what was closed and what became of it. */
export const ConsultationsList = (props: ListProps) => {
  const { lang, at, lines, waiting, keeps } = props;
  const now = lines.filter(({ stage }) => stage !== 'closed');
  const closed = lines.filter(({ stage }) => stage === 'closed');
  return (
    <>
      <PageTitle
        title={lang.t('participation.consultations.title')}
        lede={lang.t('participation.consultations.lede')}
      />
      <VoiceTabs lang={lang} at={at} current="consultations" shows={props.shows} />
      <Stack>
        <p class="acts">
          {keeps ? (
            <ButtonLink href={at('/consultations/new')}>{lang.t('participation.consultations.open')}</ButtonLink>
          ) : null}
          <Link href={at('/consultations/receipts')}>{lang.t('participation.consultations.have_code')}</Link>
          <Link href={at('/consultations/rules')}>{lang.t('participation.consultations.rules')}</Link>
        </p>
        {waiting === null ? null : (
          <p>
            <Link href={at('/consultations/moderation')}>
              {lang.t('participation.consultations.waiting', { n: waiting })}
            </Link>
          </p>
        )}
        {lines.length === 0 ? (
          <Empty title={lang.t('participation.consultations.none')} level={2}>
            {lang.t('participation.consultations.none_text')}
          </Empty>
        ) : null}
        <Lines {...props} title={lang.t('participation.consultations.now')} lines={now} />
        <Lines {...props} title={lang.t('participation.consultations.before')} lines={closed} />
      </Stack>
    </>
  );
};

const Lines = ({ lang, at, title, lines }: ListProps & { readonly title: string }) =>
  lines.length === 0 ? null : (
    <Section title={title}>
      <ul>
        {lines.map(({ consultation, draft, stage, comments, owed }) => (
          <li key={consultation.id}>
            <Link href={at(pathOf(consultation))}>
              {consultation.label}. {draft ? lang.pick(draft.title) : lang.t('participation.consultations.gone_draft')}
            </Link>{' '}
            <StageChip lang={lang} consultation={consultation} stage={stage} />{' '}
            <span class="quiet">
              {lang.t('participation.consultations.n_comments', { n: comments })}
              {stage === 'closed' ? ` · ${lang.t('participation.consultations.n_owed', { n: owed })}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
