import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { State } from '#ui/state.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Remark, Stages } from '../schema.ts';

/** The page that makes the link or printed code of an organisation. */
export interface RemarkLink {
  readonly name: string;
  readonly href: string;
}

interface MinutesPageProps {
  readonly lang: Lang;
  readonly title: string;
  /** "Minutes of meeting 4" */
  readonly over: string;
  readonly stages: Stages;
  readonly today: PlainDate;
  /** The day on which they are due, while they have not gone round. */
  readonly due: PlainDate | null;
  readonly remarks: readonly Remark[];
  readonly nameOf: (body: string) => Texts;
  readonly here: string;
  readonly back: string;
  readonly mayKeep: boolean;
  /** Speaks for a member while remarks are taken. */
  readonly mayRemark: boolean;
  /** For keepers while remarks are taken. */
  readonly links: readonly RemarkLink[];
  readonly children: ComponentChildren;
  readonly done: string | null;
}

/** Minutes with how far they have come, what members remarked, and what can be done next. */
export const MinutesPage = (props: MinutesPageProps) => {
  const { lang, title, stages, today, due, here, back, children, done } = props;
  const stage = stages.published
    ? 'published'
    : stages.approved
      ? 'approved'
      : stages.circulated
        ? 'circulated'
        : 'draft';
  const isLate = stage === 'draft' && due !== null && due < today;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={props.over}
        title={title}
        state={
          <State lang={lang} kind={isLate ? 'late' : stage === 'published' ? 'complete' : 'under_way'}>
            {lang.t(isLate ? 'meetings.stage.late' : `meetings.stage.${stage}`)}
          </State>
        }
        lede={stageWords(props)}
      />
      <Stack>
        <Deeds {...props} />
        <p class="acts">
          <Link href={back}>{lang.t('meetings.back')}</Link>
          <Link href={`${here}/print`}>{lang.t('meetings.minutes.print')}</Link>
          <Link href={`${back}/papers/minutes.pdf?language=${lang.code}`}>{lang.t('meetings.papers.pdf')}</Link>
          <Link href={`${back}/papers/minutes.docx?language=${lang.code}`}>{lang.t('meetings.papers.docx')}</Link>
        </p>
      </Stack>
      <div class="sec">{children}</div>
      <Remarks {...props} />
      <Links {...props} />
    </>
  );
};

const Links = ({ lang, links }: MinutesPageProps) =>
  links.length === 0 ? null : (
    <Section title={lang.t('meetings.remark.links')} id="links">
      <p>{lang.t('meetings.remark.links_about')}</p>
      <ul>
        {links.map(({ name, href }) => (
          <li key={href}>
            <Link href={href}>{name}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );

function stageWords({ lang, stages, due }: MinutesPageProps): string {
  const { circulated, approved, published } = stages;
  if (approved)
    return [
      lang.t(`meetings.approved.${approved.how}`, { day: lang.date(approved.on) }),
      published ? lang.t('meetings.minutes.published_on', { day: lang.date(published) }) : null,
    ]
      .filter(Boolean)
      .join(' ');
  if (circulated) return lang.t('meetings.minutes.remarks_until', { day: lang.date(circulated.until) });
  return due ? lang.t('meetings.minutes.due', { day: lang.date(due) }) : lang.t('meetings.minutes.draft_lede');
}

/** One main step first. */
const Deeds = ({ lang, stages, mayKeep, mayRemark, here }: MinutesPageProps) => {
  const { circulated, approved, published } = stages;
  const links: (readonly [string, string])[] = [];
  if (mayKeep && !circulated) links.push(['circulation', lang.t('meetings.circulate.title')]);
  if (mayKeep && circulated && !approved) links.push(['approval', lang.t('meetings.approve.title')]);
  if (mayKeep && approved && !published) links.push(['publication', lang.t('meetings.publish.title')]);
  if (mayRemark) links.push(['remarks', lang.t('meetings.remark.title')]);
  if (mayKeep && approved) links.push(['corrections', lang.t('meetings.correction.title')]);
  return links.length === 0 ? null : (
    <p class="acts">
      {links.map(([word, label], i) => (
        <ButtonLink key={word} href={`${here}/${word}`} second={i > 0}>
          {label}
        </ButtonLink>
      ))}
    </p>
  );
};

const Remarks = ({ lang, remarks, nameOf, here, mayKeep, stages }: MinutesPageProps) =>
  remarks.length === 0 ? null : (
    <Section title={lang.t('meetings.remark.all')} id="remarks">
      {remarks.map((one) => (
        <div key={one.id} class="card">
          <p>
            <strong>{lang.pick(nameOf(one.body))}</strong>, {lang.date(one.on)}
          </p>
          <p>{one.words}</p>
          {one.answer ? (
            <p>
              <strong>{lang.t(one.answer.accepted ? 'meetings.remark.accepted' : 'meetings.remark.refused')}</strong>:{' '}
              {one.answer.words}
            </p>
          ) : mayKeep && !stages.approved ? (
            <p>
              <Link href={`${here}/answers?remark=${one.id}`}>{lang.t('meetings.remark.answer')}</Link>
            </p>
          ) : (
            <p class="quiet">{lang.t('meetings.remark.waits')}</p>
          )}
        </div>
      ))}
    </Section>
  );
