import type { Lang } from '#core/i18n/lang.ts';
import { ButtonLink, Link } from '#ui/link.tsx';
import { meetingPath, stateOf } from '../../rules.ts';
import type { Meeting } from '../../schema.ts';

interface MeetingDeedsProps {
  readonly lang: Lang;
  readonly meeting: Meeting;
  readonly at: (path: string) => string;
}

/** What its keepers can do now, one main step first. */
export const MeetingDeeds = ({ lang, meeting, at }: MeetingDeedsProps) => {
  if (meeting.call.kind === 'village') return null;
  const [here, state] = [at(meetingPath(meeting)), stateOf(meeting)];
  const links: readonly (readonly [string, string])[] = {
    draft: [
      ['invitation', lang.t('meetings.invite.title')],
      ['agenda', lang.t('meetings.agenda.edit')],
      ['call', lang.t('meetings.call.title_draft')],
      ['cancellation', lang.t('meetings.cancel.drop')],
    ] as const,
    called: [
      ['record', lang.t('meetings.record.title')],
      ['agenda', lang.t('meetings.agenda.edit')],
      ['desk', lang.t('meetings.desk.title')],
      ['message', lang.t('meetings.message.title')],
      ['call', lang.t('meetings.call.title_sent')],
      ['cancellation', lang.t('meetings.cancel.title')],
    ] as const,
    running: [
      ['record', lang.t('meetings.record.title')],
      ['desk', lang.t('meetings.desk.title')],
      ['agenda', lang.t('meetings.agenda.edit')],
    ] as const,
    ended: [
      ['minutes', lang.t('meetings.minutes.title')],
      ['record', lang.t('meetings.record.title')],
    ] as const,
    cancelled: [],
  }[state];
  return (
    <p class="acts">
      {links.map(([word, label], i) => (
        <ButtonLink key={word} href={`${here}/${word}`} second={i > 0}>
          {label}
        </ButtonLink>
      ))}
      {state === 'cancelled' ? null : (
        <>
          <Link href={`${here}/papers`}>{lang.t('meetings.papers.link')}</Link>
          <Link href={`${here}/projector`}>{lang.t('meetings.projector.link')}</Link>
        </>
      )}
    </p>
  );
};
