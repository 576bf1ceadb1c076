import type { Module } from '#core/module.ts';
import { MEETINGS_DOES } from './access.ts';
import { moveItem, removeItem, writeItem } from './agenda/commands.ts';
import { attend, begin, end, keepGuest, keepNote, keepSheet, standAside } from './attendance/commands.ts';
import { callMeeting, cancelMeeting, changeCall, invite } from './calls/commands.ts';
import { decide, endTask, giveTask, keepOutcome } from './decisions/commands.ts';
import { bringIn } from './desk/bringing/commands.ts';
import type { KeepVote } from './desk/bringing/schema.ts';
import { recallDesk, takeOut } from './desk/handing/commands.ts';
import { deskRoutes } from './desk/handing/routes.ts';
import { answerRemark, approve, circulate, correctMinutes, publishMinutes, remark } from './minutes/commands.ts';
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
export function meetingsModule(needs: { readonly keepVote: KeepVote }): Module {
  const bring = bringIn(needs.keepVote);
  return {
    name: 'meetings',
    routes: [...deskRoutes(bring)],
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
  };
}
