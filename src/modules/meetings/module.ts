import type { Lang } from '#core/i18n/lang.ts';
import type { Module } from '#core/module.ts';
import { MEETINGS_DOES } from './access.ts';
import { moveItem, removeItem, writeItem } from './agenda/commands.ts';
import { agendaRoutes } from './agenda/routes.ts';
import { attend, begin, end, keepGuest, keepNote, keepSheet, standAside } from './attendance/commands.ts';
import { attendanceRoutes } from './attendance/routes.ts';
import { callMeeting, cancelMeeting, changeCall, invite } from './calls/commands.ts';
import { invitingRoutes } from './calls/inviting/routes.ts';
import { callRoutes, meetingRoute } from './calls/routes.ts';
import { decide, endTask, giveTask, keepOutcome } from './decisions/commands.ts';
import { decisionRoutes } from './decisions/routes.ts';
import { taskRoutes } from './decisions/tasks/routes.ts';
import { bringIn } from './desk/bringing/commands.ts';
import type { KeepVotes } from './desk/bringing/schema.ts';
import { recallDesk, takeOut } from './desk/handing/commands.ts';
import { deskRoutes } from './desk/handing/routes.ts';
import { newsRoutes } from './feeds/news/routes.ts';
import { feedRoutes } from './feeds/routes.ts';
import { figureRoutes } from './figures/routes.ts';
import { answerRemark, approve, circulate, correctMinutes, publishMinutes, remark } from './minutes/commands.ts';
import { minutesKeepingRoutes } from './minutes/keeping/routes.ts';
import { minutesRoutes } from './minutes/routes.ts';
import { DECISIONS_PART, MEETINGS_PART } from './opening/api.ts';
import { paperRoutes } from './papers/routes.ts';
import { projectorRoutes } from './projector/routes.ts';
import { recordingRoutes } from './recording/routes.ts';
import type { MeetingNeeds } from './schema.ts';
import { recordVillage } from './villages/commands.ts';
import { villageRoutes } from './villages/routes.ts';

/** Every deed on meetings that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  ...['entered', 'changed', 'invited', 'cancelled', 'agenda_changed', 'village_recorded'],
  ...['attended', 'stood_aside', 'begun', 'ended', 'guest_kept'],
  ...['decided', 'outcome_kept', 'task_given', 'task_ended'],
  ...['minutes_circulated', 'minutes_remarked', 'remark_answered', 'minutes_approved', 'minutes_published'],
  ...['minutes_corrected'],
] as const;

const MENU = (lang: Lang): string => lang.t('meetings.decisions_menu');

/** Meetings: called, prepared, held, minuted; the register of decisions. */
export function meetingsModule(needs: MeetingNeeds & { readonly keepVotes: KeepVotes }): Module {
  const bring = bringIn(needs.keepVotes);
  return {
    name: 'meetings',
    // Fixed words of an address come before `:number`.
    routes: [
      ...[
        ...villageRoutes(needs),
        ...figureRoutes,
        ...callRoutes,
        ...invitingRoutes,
        ...feedRoutes,
        ...newsRoutes,
        ...taskRoutes,
      ],
      ...[...decisionRoutes(needs), ...agendaRoutes],
      ...[...attendanceRoutes(needs), ...recordingRoutes, ...minutesRoutes, ...minutesKeepingRoutes],
      ...deskRoutes(bring),
      ...[...paperRoutes, ...projectorRoutes],
      meetingRoute,
    ],
    commands: [
      ...[callMeeting, changeCall, invite, cancelMeeting, writeItem, removeItem, moveItem],
      ...[attend, standAside, begin, end, keepGuest, keepNote, keepSheet],
      ...[decide, keepOutcome, giveTask, endTask, recordVillage],
      ...[takeOut, recallDesk, bring],
      ...[circulate, remark, answerRemark, approve, publishMinutes, correctMinutes],
    ],
    deeds: MEETINGS_DOES,
    entries: {
      ...Object.fromEntries(
        ENTRIES.map((kind) => [`meetings.${kind}`, { sentence: `meetings.log.${kind}`, followable: true }]),
      ),
      'meetings.taken_out': { sentence: 'meetings.desk.log.taken_out', followable: true },
      'meetings.desk_recalled': { sentence: 'meetings.desk.log.recalled', followable: true },
      'meetings.brought_in': { sentence: 'meetings.desk.log.brought_in', followable: true },
    },
    menu: ['/meetings', '/decisions'].map((path) => ({ id: 'decisions', order: 10, label: MENU, path })),
    parts: [MEETINGS_PART, DECISIONS_PART],
  };
}
