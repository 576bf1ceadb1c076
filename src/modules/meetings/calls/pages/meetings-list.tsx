import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { meetingPath, stateOf } from '../rules.ts';
import type { Meeting } from '../schema.ts';
import { MeetingStateChip } from './parts/meeting-state.tsx';
import { whenOf } from './parts/when.tsx';

/** A meeting as a line; `minutes`: anybody can read them. */
export interface MeetingLine {
  readonly meeting: Meeting;
  readonly minutes: boolean;
}

interface MeetingsListProps {
  readonly lang: Lang;
  readonly lines: readonly MeetingLine[];
  readonly at: (path: string) => string;
  readonly tabs: ComponentChildren;
  readonly mayKeep: boolean;
  readonly mayRecord: boolean;
  readonly done: string | null;
}

/** Meetings to come and meetings held. */
export const MeetingsList = ({ lang, lines, at, tabs, mayKeep, mayRecord, done }: MeetingsListProps) => {
  const of = (...states: readonly string[]) => lines.filter(({ meeting }) => states.includes(stateOf(meeting)));
  const [drafts, next, past] = [of('draft'), of('called', 'running').toReversed(), of('ended', 'cancelled')];
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('meetings.title')} lede={lang.t('meetings.lede')} />
      {tabs}
      {mayKeep || mayRecord ? (
        <p class="acts">
          {mayKeep ? <ButtonLink href={at('/meetings/new')}>{lang.t('meetings.call.title_new')}</ButtonLink> : null}
          {mayRecord ? (
            <ButtonLink href={at('/meetings/village')} second>
              {lang.t('meetings.village.title')}
            </ButtonLink>
          ) : null}
        </p>
      ) : null}
      {lines.length === 0 ? (
        <Empty level={2} title={lang.t('meetings.none')}>
          {lang.t('meetings.none_why')}
        </Empty>
      ) : null}
      <Lines lang={lang} id="drafts" title={lang.t('meetings.drafts')} lines={drafts} at={at} />
      <Lines lang={lang} id="next" title={lang.t('meetings.next')} lines={next} at={at} />
      <Lines lang={lang} id="past" title={lang.t('meetings.past')} lines={past} at={at} />
      {lines.length > 0 ? (
        <p class="sec">
          <Link href={at('/meetings.ics')}>{lang.t('meetings.calendar')}</Link> ·{' '}
          <Link href={at('/meetings.atom')}>{lang.t('meetings.news.follow')}</Link> ·{' '}
          <Link href={at('/meetings.csv')}>CSV</Link> · <Link href={at('/meetings.json')}>JSON</Link>
        </p>
      ) : null}
    </>
  );
};

interface LinesProps extends Pick<MeetingsListProps, 'lang' | 'lines' | 'at'> {
  readonly id: string;
  readonly title: string;
}

const Lines = ({ lang, id, title, lines, at }: LinesProps) =>
  lines.length === 0 ? null : (
    <Section title={title} id={id}>
      <Table
        lang={lang}
        caption={title}
        quietCaption
        rows={lines}
        rowKey={({ meeting }) => meeting.id}
        columns={[
          { ...{ id: 'number', head: lang.t('meetings.number'), mark: true }, cell: ({ meeting }) => meeting.number },
          {
            ...{ id: 'title', head: lang.t('meetings.meeting'), lead: true },
            cell: ({ meeting }) => (
              <Link href={at(meetingPath(meeting))}>
                <ChosenText lang={lang} of={lang.choose(meeting.call.title)} />
              </Link>
            ),
          },
          {
            ...{ id: 'when', head: lang.t('meetings.when'), short: true },
            cell: ({ meeting }) => whenOf(lang, meeting),
          },
          {
            id: 'kind',
            head: lang.t('meetings.kind'),
            cell: ({ meeting }) => (
              <>
                {lang.t(`meetings.kind.${meeting.call.kind}`)}
                {meeting.group ? <div class="small">{lang.pick(meeting.group.name)}</div> : null}
              </>
            ),
          },
          {
            ...{ id: 'state', head: lang.t('meetings.state') },
            cell: ({ meeting, minutes }) => (
              <>
                <MeetingStateChip lang={lang} meeting={meeting} />
                {minutes ? (
                  <div>
                    <Link href={at(`${meetingPath(meeting)}/minutes`)}>{lang.t('meetings.minutes.title')}</Link>
                  </div>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
