import type { PlainDate } from '#core/time/plain-date.ts';
import { Facts } from '#ui/facts.tsx';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { State } from '#ui/state.tsx';
import { PageTitle } from '#ui/title.tsx';
import { citation, commentState, pathOf } from '../rules.ts';
import type { Comment } from '../schema.ts';
import { OutcomeChip, ResponseSaid } from './parts/response.tsx';
import { type Around, CommentSaid } from './parts/said.tsx';
import type { Placed } from './parts/unit-line.tsx';

interface PlaceDeeds {
  readonly respond: string | null;
  readonly paper: string | null;
  readonly correct: string | null;
  readonly dissolve: string | null;
}

interface PlacePageProps extends Around {
  readonly placed: Placed;
  /** The clock of the response, as far as this reader sees it. */
  readonly clock: { readonly number: number; readonly dueOn: PlainDate } | null;
  readonly deeds: PlaceDeeds;
  readonly done: string | null;
}

/** One comment or group with its response: what people cite as "B1.2". */
export const PlacePage = (props: PlacePageProps) => {
  const { lang, at, consultation, placed, deeds, done } = props;
  const { unit } = placed;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        title={citation(consultation, unit.place)}
        lede={lang.t(
          unit.group ? 'participation.consultations.group.lede' : 'participation.consultations.comment_lede',
        )}
        state={<OutcomeChip lang={lang} response={unit.response} />}
      />
      <Stack>
        {unit.group ? (
          <Section title={lang.t('participation.consultations.group.gist')}>
            <Said lang={lang} texts={unit.group.gist} />
          </Section>
        ) : null}
        {unit.comments.map((comment) => (
          <CommentSaid {...props} key={comment.id} comment={comment} />
        ))}
        <Where {...props} />
        {unit.response ? (
          <ResponseSaid {...props} response={unit.response} />
        ) : (
          <p class="quiet">{lang.t('participation.consultations.no_response')}</p>
        )}
        <Deeds lang={lang} deeds={deeds} />
        <p>
          <Link href={at(pathOf(consultation))}>{lang.t('participation.consultations.back')}</Link>
        </p>
      </Stack>
    </>
  );
};

/** At which article, on which version, and until when it is answered. */
const Where = ({ lang, at, consultation, placed, clock }: PlacePageProps) => {
  const { carried, madeOn, unit } = placed;
  const article = carried.kind === 'gone' ? (unit.comments[0]?.article ?? null) : carried.article;
  const label = article
    ? lang.t('participation.consultations.article', { number: article })
    : lang.t('participation.consultations.on_whole');
  return (
    <Facts
      facts={[
        {
          name: lang.t('participation.consultations.where'),
          value:
            carried.kind === 'gone' ? (
              label
            ) : (
              <Link href={`${at(pathOf(consultation))}#${article ? `article-${article}` : 'whole'}`}>{label}</Link>
            ),
        },
        {
          name: lang.t('participation.consultations.carried.name'),
          value:
            madeOn === null ? null : lang.t(`participation.consultations.carried.${carried.kind}`, { version: madeOn }),
        },
        {
          name: lang.t('participation.consultations.due'),
          value: clock ? (
            <>
              {unit.response ? null : `${lang.t('participation.questions.by', { date: lang.date(clock.dueOn) })} `}
              <Link href={at(`/obligations/${clock.number}`)}>{lang.t('participation.questions.why_due')}</Link>
            </>
          ) : null,
        },
      ]}
    />
  );
};

const Deeds = ({ lang, deeds }: Pick<PlacePageProps, 'lang' | 'deeds'>) => {
  const { respond, paper, correct, dissolve } = deeds;
  return (
    <>
      <p class="acts">
        {respond ? <ButtonLink href={respond}>{lang.t('participation.consultations.respond.deed')}</ButtonLink> : null}
        {paper ? (
          <ButtonLink href={paper} second>
            {lang.t('participation.consultations.respond.paper')}
          </ButtonLink>
        ) : null}
        {correct ? (
          <ButtonLink href={correct} second>
            {lang.t('participation.consultations.correct.deed')}
          </ButtonLink>
        ) : null}
      </p>
      {dissolve ? (
        <Form of={filled(lang)} action={dissolve} deed={lang.t('participation.consultations.group.dissolve')} />
      ) : null}
    </>
  );
};

interface HiddenProps extends Pick<Around, 'lang' | 'at' | 'consultation'> {
  readonly comment: Comment;
  /** Where it is read and decided, for those who moderate. */
  readonly moderate: string | null;
}

/** A comment that is not public: only its place, its day and its state are said. */
export const HiddenPlace = ({ lang, at, consultation, comment, moderate }: HiddenProps) => {
  const state = commentState(comment);
  return (
    <>
      <PageTitle
        title={citation(consultation, comment.place)}
        lede={lang.t(`participation.consultations.state_means.${state}`)}
        state={
          <State lang={lang} kind={state === 'waiting' ? 'not_started' : 'withdrawn'}>
            {lang.t(`participation.state.${state === 'published' ? 'open' : state}`)}
          </State>
        }
      />
      <Stack>
        {moderate ? (
          <p class="acts">
            <ButtonLink href={moderate}>{lang.t('participation.moderation.decide')}</ButtonLink>
          </p>
        ) : null}
        <p>
          <Link href={at('/consultations/receipts')}>{lang.t('participation.consultations.have_code')}</Link>
        </p>
        <p>
          <Link href={at(pathOf(consultation))}>{lang.t('participation.consultations.back')}</Link>
        </p>
      </Stack>
    </>
  );
};
