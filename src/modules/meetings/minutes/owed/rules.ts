import { message } from '#core/i18n/message.ts';
import { day } from '#core/time/plain-date.ts';
import type { Rule } from '#modules/obligations/contract.ts';

/** Minutes are there so long after the meeting: the term is the one of the forum's own documents on that day. */
export const MINUTES_RULE: Rule = {
  ...{ key: 'meetings.minutes', version: 1, title: message('meetings.minutes.rule') },
  ...{ basis: message('meetings.minutes.rule_basis'), basisUrl: null, owedTo: message('meetings.rule_to') },
  ...{ span: null, extension: null, soonDays: 2, neverDays: 180, escalation: { days: 5, role: 'coordinator' } },
  ...{ from: day('2016-01-01'), to: null },
};

/** A task of a meeting or decision is owed by the day that the meeting set. */
export const TASK_RULE: Rule = {
  ...{ key: 'meetings.task', version: 1, title: message('meetings.tasks.rule') },
  ...{ basis: message('meetings.tasks.rule_basis'), basisUrl: null, owedTo: message('meetings.rule_to') },
  ...{ span: null, extension: null, soonDays: 5, neverDays: 365, escalation: { days: 10, role: 'coordinator' } },
  ...{ from: day('2016-01-01'), to: null },
};

/** For the page of rules. */
export const MEETING_RULES: readonly Rule[] = [MINUTES_RULE, TASK_RULE];
