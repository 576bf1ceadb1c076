import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { day, type PlainDate } from '#core/time/plain-date.ts';
import type { Rule, Wanted, Words } from '#modules/obligations/contract.ts';
import { type CellFacts, cellOff } from './schema.ts';

export const REPORT_KIND = 'plans.report';
export const REPLY_KIND = 'plans.reply';

const COMMON = {
  version: 1,
  basisUrl: null,
  span: null,
  extension: null,
  neverDays: 365,
  from: day('2016-01-01'),
  to: null,
} as const;

/** By a day that the plan fixes every executor says what was done on its measure. */
export const REPORT_RULE: Rule = {
  ...COMMON,
  key: REPORT_KIND,
  title: message('plans.clocks.report'),
  basis: message('plans.clocks.report_basis'),
  owedTo: message('plans.clocks.to_platform'),
  soonDays: 14,
  escalation: { days: 10, role: 'coordinator' },
};

/** Before an evaluation is published the executor may reply, within the working days of the plan, extended once. */
export const REPLY_RULE: Rule = {
  ...COMMON,
  key: REPLY_KIND,
  title: message('plans.clocks.reply'),
  basis: message('plans.clocks.reply_basis'),
  owedTo: message('plans.clocks.to_evaluator'),
  soonDays: 3,
  escalation: null,
};

/** For the page of rules. */
export const PLANS_RULES: readonly Rule[] = [REPORT_RULE, REPLY_RULE];

/** "1.1 Payment terminals", in every language in which the measure has a title. */
export const measureWords = (measure: { readonly number: string | null; readonly title: Texts }): Words => ({
  texts: Object.fromEntries(
    Object.entries(measure.title).map(([code, text]) => [code, [measure.number, text].filter(Boolean).join(' ')]),
  ),
});

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a <= b ? a : b);

/**
 * The reports that a cell owes: one for each report day. A day is answered by the first report that speaks of a day
 * after the report day before it; nothing is owed while somebody else is executor, from a withdrawal on, or once the
 * measure was reported complete with evidence.
 */
export function reportsOwed(cell: CellFacts, dates: readonly { id: string; due_on: PlainDate }[], start: PlainDate) {
  const said = [...cell.reported].sort();
  const complete = cell.executor_state === 'complete' && cell.executor_proven === true;
  return [...dates]
    .sort((a, b) => (a.due_on < b.due_on ? -1 : 1))
    .map((date, i, all): Wanted => {
      const previous = all[i - 1]?.due_on ?? null;
      const doneOn = said.find((on) => previous === null || on > previous) ?? null;
      const off = cellOff(cell, date.due_on) ?? (complete && !doneOn ? message('plans.clocks.complete') : null);
      return {
        ...{ group: cell.id, id: `${cell.id} ${date.id}`, body: cell.body_id, title: measureWords(cell.measure) },
        ...{ path: cell.path, trigger: earlier(previous ?? start, date.due_on), due: date.due_on },
        ...{ doneOn: off ? null : doneOn, off },
      };
    });
}
