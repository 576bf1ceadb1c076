import type { PlainDate } from '#core/time/plain-date.ts';

/** What the inputs below speak of; any uuid will do where permission is asked before anything is looked up. */
export interface MeasureObjects {
  readonly plan: string;
  readonly measure: string;
  readonly milestone: string;
  readonly indicator: string;
  readonly body: string;
  readonly today: PlainDate;
}

/** One input of the right shape for each command of this room and the rooms in it, by its name. */
export const measureInputs = (of: MeasureObjects): Readonly<Record<string, unknown>> => {
  const { plan, measure, today } = of;
  const source = { source: 'akt 14', sourceUrl: null };
  const decision = { decision: 'qərar 12/2026', decisionUrl: null };
  const baseline = { value: 2, on: today, source: 'rəy sorğusu', url: null };
  const indicator = { id: null, text: { az: 'İcmalar' }, unit: null, direction: 'up', baseline, targets: [] };
  const words = {
    point: null,
    number: '1.1',
    title: { az: 'Ödəniş terminalları' },
    text: { az: 'Səkkiz icmada terminal quraşdırılır.' },
    problem: null,
    startsOn: today,
    dueOn: today,
    dueText: null,
    budgetMinor: 1_250_000,
    currency: 'AZN',
    executorsText: null,
    executors: [{ body: of.body, role: 'lead' }],
    milestones: [{ id: null, title: { az: 'Müqavilə' }, dueOn: today }],
  };
  return {
    'plans.measure_create': { ...words, ...MARKS, plan, added: null },
    'plans.measure_edit': { ...words, ...MARKS, measure },
    'plans.measure_remove': { measure },
    'plans.measure_mark': { ...MARKS, measure },
    'plans.measure_amend': { ...NO_CHANGE, ...decision, measure, effectiveOn: today, dueOn: today },
    'plans.measure_withdraw': { ...decision, measure, onDay: today, reason: null },
    'plans.indicators_write': { measure, indicators: [indicator] },
    'plans.baseline_set': { measure, indicator: of.indicator, baseline },
    'plans.milestone_close': { ...source, measure, milestone: of.milestone, doneOn: today },
  };
};

const MARKS = {
  legalBasis: null,
  sourceUrl: null,
  sourceNote: null,
  localExecutor: 'unknown',
  budgetPublic: false,
  localises: null,
  ogpValues: ['accountability'],
  tags: ['Open Data'],
  places: [],
};

/** An amendment that leaves everything as it is. */
const NO_CHANGE = {
  id: null,
  reason: null,
  number: null,
  title: null,
  text: null,
  startsOn: null,
  dueOn: null,
  budgetMinor: null,
  currency: null,
  executorsIn: [],
  executorsOut: [],
  targetsIn: [],
  targetsOut: [],
};
