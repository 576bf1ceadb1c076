import type { Module } from '#core/module.ts';
import { OBLIGATIONS_DOES } from './access.ts';
import { ANSWER_THINGS, readsAnswer } from './answers/api.ts';
import { addCalendarDay, recountCommand, withdrawCalendarDay } from './calendar/commands.ts';
import { recountJob } from './calendar/jobs.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { caseRoutes } from './cases/routes.ts';
import type { ObligationsNeeds } from './clocks/schema.ts';
import { extendByHand, fulfilByHand, openByHand, waiveByHand } from './keeping/commands.ts';
import { keepingRoutes } from './keeping/routes.ts';
import { noteLetter, remind, tellByPhone } from './reminders/commands.ts';
import { letterJob, remindJob } from './reminders/jobs.ts';
import { reminderRoutes } from './reminders/routes.ts';
import { writeRule } from './rulebook/commands.ts';
import { ruleRoutes } from './rulebook/routes.ts';

/** Every deed on cases and calendars that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  ...['case_opened', 'fulfilled', 'waived', 'extended', 'rule_written'],
  ...['calendar_day_added', 'calendar_day_withdrawn', 'due_days_moved'],
] as const;

/** Everything owed: rules, cases, explained due days. `needs` brings what it must tell and how letters go out. */
export function obligationsModule(needs: ObligationsNeeds): Module {
  const recount = recountCommand(needs);
  return {
    name: 'obligations',
    // Fixed words of an address come before `:number`.
    routes: [
      ...calendarRoutes,
      ...keepingRoutes(needs.files),
      ...ruleRoutes(needs.rules),
      ...reminderRoutes,
      ...caseRoutes,
    ],
    deeds: OBLIGATIONS_DOES,
    commands: [
      ...[openByHand, fulfilByHand, waiveByHand, extendByHand, writeRule],
      ...[addCalendarDay, withdrawCalendarDay, recount],
      ...[remind, noteLetter, tellByPhone],
    ],
    entries: Object.fromEntries(
      ENTRIES.map((kind) => [`obligations.${kind}`, { sentence: `obligations.log.${kind}`, followable: true }]),
    ),
    jobs: [recountJob(recount), remindJob, letterJob(needs)],
    files: readsAnswer,
    things: ANSWER_THINGS,
    // Bodies, rules and days; no person is named. Files that everybody may see are public with it.
    parts: [
      {
        ...{ id: 'obligations', name: 'obligations.menu', paths: ['/obligations'], files: true },
        personal: async () => [],
      },
    ],
    menu: [{ id: 'obligations', order: 5, label: (lang) => lang.t('obligations.menu'), path: '/obligations' }],
  };
}
