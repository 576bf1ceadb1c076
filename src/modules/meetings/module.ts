import type { Module } from '#core/module.ts';
import { MEETINGS_DOES } from './access.ts';
import { moveItem, removeItem, writeItem } from './agenda/commands.ts';
import { attend, begin, end, keepGuest, keepNote, keepSheet, standAside } from './attendance/commands.ts';
import { callMeeting, cancelMeeting, changeCall, invite } from './calls/commands.ts';
import { decide, endTask, giveTask, keepOutcome } from './decisions/commands.ts';
import { answerRemark, approve, circulate, correctMinutes, publishMinutes, remark } from './minutes/commands.ts';
import { paperRoutes } from './papers/routes.ts';
import { projectorRoutes } from './projector/routes.ts';
import { recordVillage } from './villages/commands.ts';

/** Every deed on meetings that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  ...['entered', 'changed', 'invited', 'cancelled', 'agenda_changed', 'village_recorded'],
  ...['attended', 'stood_aside', 'begun', 'ended', 'guest_kept'],
  ...['decided', 'outcome_kept', 'task_given', 'task_ended'],
  ...['minutes_circulated', 'minutes_remarked', 'remark_answered', 'minutes_approved', 'minutes_published'],
  ...['minutes_corrected'],
] as const;

/** Meetings: called, prepared, held, minuted; the register of decisions. */
export function meetingsModule(): Module {
  return {
    name: 'meetings',
    routes: [...paperRoutes, ...projectorRoutes],
    commands: [
      ...[callMeeting, changeCall, invite, cancelMeeting, writeItem, removeItem, moveItem],
      ...[attend, standAside, begin, end, keepGuest, keepNote, keepSheet],
      ...[decide, keepOutcome, giveTask, endTask, recordVillage],
      ...[circulate, remark, answerRemark, approve, publishMinutes, correctMinutes],
    ],
    deeds: MEETINGS_DOES,
    entries: Object.fromEntries(
      ENTRIES.map((kind) => [`meetings.${kind}`, { sentence: `meetings.log.${kind}`, followable: true }]),
    ),
  };
}
