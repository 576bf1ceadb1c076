import type { Datum } from '#core/caution/level.ts';
import { message } from '#core/i18n/message.ts';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import type { Rule } from '#modules/obligations/contract.ts';
import {
  ANSWERS,
  ASKED,
  type Attendance,
  type Period,
  type ReportLine,
  type ReportRule,
  type ReportState,
  type Said,
} from './schema.ts';

export const MOST = { place: 200, summary: 4_000, exchange: 1_000, words: 1_000, basis: 500, head: 100_000 } as const;
/** So many questions and answers of a meeting can be written down at once. */
export const MOST_EXCHANGES = 5;

export const REPORT_KIND = 'accountability.report';
/** The name under which one-deed links are made. */
export const ENTER_DEED = 'accountability.reports.enter';
export const WITHHELD_VOICE = 'accountability.report_voice';

/**
 * A municipality reports to its voters on the work of a period, the use of municipal property included: yearly by the
 * law on municipalities of Azerbaijan (its article was not read: a forum names the basis that it goes by), twice a year
 * in practice. Each forum says how often, and how long after the end of the period.
 */
export const VOTERS_RULE: Rule = {
  key: REPORT_KIND,
  version: 1,
  title: message('accountability.reports.clock.title'),
  basis: message('accountability.reports.clock.basis'),
  basisUrl: null,
  owedTo: message('accountability.reports.clock.to'),
  span: null,
  extension: null,
  soonDays: 30,
  neverDays: 365,
  escalation: { days: 5, role: 'coordinator' },
  from: day('1999-07-02'),
  to: null,
};

/** What residents wrote: after a moderator at every level that shows it at all. Who it was, and the hour, is kept nowhere. */
export const REPORT_DATA: readonly Datum[] = [
  {
    id: 'report_voice',
    name: 'accountability.reports.shown.voice',
    note: 'accountability.reports.shown.voice_note',
    at: { open: 'moderated', careful: 'moderated', closed: 'private' },
  },
];

/**
 * The periods that are over on a day and whose reports are owed by this forum's rules, oldest first; each year goes by
 * the rule with the latest first year that is not after it.
 */
export function periodsOwed(
  rules: readonly ReportRule[],
  today: PlainDate,
): readonly { readonly rule: ReportRule; readonly period: Period }[] {
  const sorted = rules.toSorted((a, b) => a.firstYear - b.firstYear);
  const first = sorted[0]?.firstYear;
  if (first === undefined) return [];
  const last = Number(today.slice(0, 4));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return years.flatMap((year) => {
    const rule = sorted.findLast((one) => one.firstYear <= year)!;
    return periodsOf(year, rule.times).flatMap((period) => (period.to < today ? [{ rule, period }] : []));
  });
}

/** The one or two periods of a year. */
const periodsOf = (year: number, times: 1 | 2): readonly Period[] =>
  times === 1
    ? [{ from: day(`${year}-01-01`), to: day(`${year}-12-31`) }]
    : [
        { from: day(`${year}-01-01`), to: day(`${year}-06-30`) },
        { from: day(`${year}-07-01`), to: day(`${year}-12-31`) },
      ];

/** Which part of its year a period is: 0: all of it, else 1 or 2. */
export const halfOf = ({ from, to }: Period): 0 | 1 | 2 =>
  from.slice(5) === '07-01' ? 2 : to.slice(5) === '06-30' ? 1 : 0;
export const yearOf = ({ from }: Period): number => Number(from.slice(0, 4));

/** What the list of everything owed says of a report to these eyes; undefined: nothing, it is not public yet. */
export interface ClockSeen {
  readonly number: number;
  readonly closed: 'done' | 'waived' | null;
  readonly neverOn: PlainDate;
}

/** The state is a function of the day and of what was recorded. */
export function stateOn(
  line: Pick<ReportLine, 'dueOn' | 'doneOn'>,
  clock: ClockSeen | undefined,
  today: PlainDate,
): ReportState {
  if (line.doneOn) return line.doneOn <= line.dueOn ? 'done' : 'done_late';
  if (clock?.closed === 'waived') return 'ended';
  if (today <= line.dueOn) return 'due';
  if (!clock) return 'told';
  return clock.neverOn <= today ? 'missing' : 'overdue';
}

/** How many were there; null: nobody counted. Sexes and ages count the same heads, each as far as it was counted. */
export function headsOf({ women, men, young, middle, older }: Attendance): number | null {
  const bySex = sum([women, men]);
  const byAge = sum([young, middle, older]);
  return bySex === null ? byAge : byAge === null ? bySex : Math.max(bySex, byAge);
}

/** Both ways of counting whole, and not the same number of heads. */
export function contradicts({ women, men, young, middle, older }: Attendance): boolean {
  const whole = [women, men, young, middle, older].every((n) => n !== null);
  return whole && sum([women, men]) !== sum([young, middle, older]);
}

const sum = (counted: readonly (number | null)[]): number | null => {
  const known = counted.filter((n) => n !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
};

/** How those who were there answered each question: counts, never a share of the voters. */
export const tallyOf = (voices: readonly Said[]) =>
  ASKED.map((asked) => ({
    asked,
    counts: ANSWERS.map((answer) => ({ answer, n: voices.filter((voice) => voice[asked] === answer).length })),
  }));

export const pathOf = ({ number }: { readonly number: number }): string => `/reports/${number}`;

/** A resident's deed has a day and no hour: noon stands for it. */
export const noonOf = (on: PlainDate): Date => new Date(`${on}T12:00:00Z`);

/** The day from which a report of a period can be given: it speaks of a period that has begun. */
export const earliestAct = ({ from }: Period): PlainDate => addDays(from, 1);
