import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Facts } from '#ui/facts.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { OnlyIn } from '#ui/quotation.tsx';
import { PageTitle } from '#ui/title.tsx';
import { AgendaList } from '../../agenda/pages/parts/agenda-list.tsx';
import type { Item } from '../../agenda/schema.ts';
import { BreachList } from '../../pages/parts/breaches.tsx';
import type { PageTitles } from '../../pages/parts/page-link.tsx';
import { knownInvitation, meetingPath, stateOf } from '../rules.ts';
import type { BreachFound, Meeting } from '../schema.ts';
import { MeetingDeeds } from './parts/meeting-deeds.tsx';
import { MeetingStateChip } from './parts/meeting-state.tsx';
import { whenOf } from './parts/when.tsx';

export interface MeetingPageProps {
  readonly lang: Lang;
  readonly meeting: Meeting;
  readonly items: readonly Item[];
  readonly breaches: readonly BreachFound[];
  readonly documentTitle: (document: string) => string;
  /** Names of bodies and of organisations on seats. */
  readonly nameOf: (id: string) => Texts;
  readonly at: (path: string) => string;
  /** Titles of the pages that items are about. */
  readonly titles: PageTitles;
  readonly mayKeep: boolean;
  /** A desk in a hall has it: nothing is changed here. */
  readonly isOut: boolean;
  /** Sees the address of an online meeting. */
  readonly isMember: boolean;
  readonly place: { readonly name: Texts; readonly href: string } | null;
  /** "19 of 23, quorum" once it has begun. */
  readonly attendance: ComponentChildren;
  readonly minutes: 'none' | 'draft' | 'public';
  /** What was decided and given to do there, and what was said in a village. */
  readonly children: ComponentChildren;
  readonly done: string | null;
}

/** A meeting: when and where, by whom, what it deals with, what of the rules was not kept, what came of it. */
export const MeetingPage = (props: MeetingPageProps) => {
  const { lang, meeting, items, breaches, at, done } = props;
  const { call } = meeting;
  const title = lang.choose(call.title);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={`${lang.t(`meetings.kind.${call.kind}`)}, ${lang.t('meetings.meeting_no', { number: meeting.number })}`}
        title={
          <>
            {title.text} <OnlyIn lang={lang} of={title} />
          </>
        }
        titleLang={title.own ? undefined : title.language}
        lede={whenOf(lang, meeting)}
        state={<MeetingStateChip lang={lang} meeting={meeting} />}
      />
      <Stack>
        <What {...props} />
        {props.mayKeep ? <MeetingDeeds lang={lang} meeting={meeting} at={at} /> : null}
        <MeetingFacts {...props} />
      </Stack>
      {breaches.length > 0 ? (
        <Section title={lang.t('meetings.breach.title')} id="breaches">
          <BreachList lang={lang} breaches={breaches} titleOf={props.documentTitle} />
          <p class="quiet">{lang.t('meetings.breach.goes_on')}</p>
        </Section>
      ) : null}
      {call.kind === 'village' ? null : (
        <Section title={lang.t('meetings.agenda.title')} id="agenda">
          {items.length === 0 ? <p class="quiet">{lang.t('meetings.agenda.none')}</p> : null}
          <AgendaList lang={lang} items={items} nameOf={props.nameOf} at={at} titles={props.titles} />
        </Section>
      )}
      {props.children}
    </>
  );
};

/** What a reader must know first: called off, moved, entered afterwards, not sent yet. */
const What = ({ lang, meeting, isOut }: MeetingPageProps) => {
  const state = stateOf(meeting);
  const first = meeting.calls.find((one) => one.on !== meeting.call.on);
  return (
    <>
      {meeting.cancelled ? (
        <Notice title={lang.t('meetings.cancelled_on', { day: lang.date(meeting.cancelled.on) })} warn>
          <p>{meeting.cancelled.reason}</p>
        </Notice>
      ) : null}
      {isOut ? <Notice title={lang.t('meetings.desk.refused.out', { number: meeting.number })} warn /> : null}
      {state === 'draft' ? <Notice title={lang.t('meetings.draft_note')} warn /> : null}
      {first && meeting.invitedOn && !meeting.cancelled ? (
        <Notice
          title={lang.t('meetings.moved_from', { from: lang.date(first.on), to: lang.date(meeting.call.on) })}
          warn
        >
          {meeting.call.reason ? <p>{meeting.call.reason}</p> : null}
        </Notice>
      ) : null}
      {meeting.afterwards ? (
        <p class="quiet">{lang.t('meetings.afterwards', { day: lang.date(meeting.enteredOn) })}</p>
      ) : null}
    </>
  );
};

const MeetingFacts = ({ lang, meeting, nameOf, isMember, place, attendance, minutes, at }: MeetingPageProps) => {
  const { call } = meeting;
  const invited = knownInvitation(meeting);
  const convener = lang.t(`meetings.convener.${call.convener}`);
  return (
    <Facts
      facts={[
        {
          name: lang.t('meetings.call.group'),
          value: meeting.group ? (
            <Link href={at(`/members/groups/${meeting.group.number}`)}>{lang.pick(meeting.group.name)}</Link>
          ) : null,
        },
        { name: lang.t('meetings.call.place'), value: call.place ? lang.pick(call.place) : null },
        {
          name: lang.t('meetings.village.place'),
          value: place ? <Link href={place.href}>{lang.pick(place.name)}</Link> : null,
        },
        {
          name: lang.t('meetings.call.link'),
          value: call.link && isMember && !meeting.ended ? <Link href={call.link}>{call.link}</Link> : null,
        },
        {
          name: lang.t('meetings.called_by'),
          value:
            call.kind === 'village'
              ? null
              : call.members
                ? lang.t('meetings.convener_members', { n: call.members })
                : convener,
        },
        { name: lang.t('meetings.invited_on'), value: invited && call.kind !== 'village' ? lang.date(invited) : null },
        { name: lang.t('meetings.kept_by'), value: lang.pick(nameOf(call.body)) },
        { name: lang.t('meetings.attendance.title'), value: attendance },
        {
          name: lang.t('meetings.minutes.title'),
          value:
            minutes === 'none' ? null : (
              <Link href={at(`${meetingPath(meeting)}/minutes`)}>{lang.t(`meetings.minutes.link_${minutes}`)}</Link>
            ),
        },
      ]}
    />
  );
};
