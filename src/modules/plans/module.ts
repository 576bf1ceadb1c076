import type { AnyCommand } from '#core/command.ts';
import type { FileStore } from '#core/files/store.ts';
import type { Module } from '#core/module.ts';
import { PLANS_DOES } from './access.ts';
import { recordActuals } from './actuals/commands.ts';
import { actualRoutes } from './actuals/routes.ts';
import type { FiguresOn } from './binding/schema.ts';
import { keepClocks } from './clocks/commands.ts';
import { clocksJob } from './clocks/jobs.ts';
import { dossierRoutes } from './dossier/routes.ts';
import { evaluate, extendReply, reply } from './evaluations/commands.ts';
import { evaluationRoutes, readsEvidence } from './evaluations/routes.ts';
import { judgeImport, writeImport } from './exchange/commands.ts';
import { importRoutes } from './exchange/routes.ts';
import { takingRoutes } from './exchange/taking/routes.ts';
import { executorRoutes } from './executors/routes.ts';
import { feedRoutes } from './feeds/routes.ts';
import { localShare } from './localising/routes.ts';
import { amendMeasure } from './measures/amendments/commands.ts';
import { amendmentRoutes } from './measures/amendments/routes.ts';
import { createMeasure, editMeasure, removeMeasure } from './measures/authoring/commands.ts';
import { measureRoutes } from './measures/authoring/routes.ts';
import { setBaseline, writeIndicators } from './measures/indicators/commands.ts';
import { indicatorRoutes } from './measures/indicators/routes.ts';
import { markMeasure } from './measures/marks/commands.ts';
import { closeMilestone } from './measures/milestones/commands.ts';
import { milestoneRoutes } from './measures/milestones/routes.ts';
import { withdrawMeasure } from './measures/withdrawals/commands.ts';
import { withdrawalRoutes } from './measures/withdrawals/routes.ts';
import { PLANS_PART } from './opening/api.ts';
import { overviewRoutes } from './overview/routes.ts';
import { createPlan, describePlan, editPlan } from './plan/commands.ts';
import { writePoints } from './plan/points/commands.ts';
import { pointRoutes } from './plan/points/routes.ts';
import { writeReportDates } from './plan/report-dates/commands.ts';
import { reportDateRoutes } from './plan/report-dates/routes.ts';
import { planRoutes } from './plan/routes.ts';
import { enterStage } from './plan/stages/commands.ts';
import { stageRoutes } from './plan/stages/routes.ts';
import { replyRoutes } from './replies/routes.ts';
import { reportUpdate } from './reports/commands.ts';
import { reportRoutes } from './reports/routes.ts';
import { PLAN_DATA } from './shown/rules.ts';
import { PLAN_THINGS } from './withheld/api.ts';

/** Every deed on plans that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  ...['plan_edited', 'stage_entered', 'points_written', 'report_dates_written', 'plan_imported'],
  'bodies_imported',
  ...['measure_added', 'measure_edited', 'measure_marked', 'measure_removed', 'measure_amended', 'measure_withdrawn'],
  ...['indicators_written', 'baseline_set', 'actual_recorded', 'milestone_closed'],
  ...['update_published', 'evaluation_sent', 'replied', 'reply_extended', 'clocks_kept'],
] as const;

const COMMANDS: readonly AnyCommand[] = [
  ...[createPlan, editPlan, describePlan, enterStage, writePoints, writeReportDates],
  ...[createMeasure, editMeasure, removeMeasure, markMeasure, amendMeasure, withdrawMeasure],
  ...[writeIndicators, setBaseline, recordActuals, closeMilestone],
  ...[reportUpdate, evaluate, reply, extendReply],
  ...[judgeImport, writeImport, keepClocks],
];

/** Plans, their measures, and the two voices on every measure x executor. */
export const plansModule = (files: FileStore, figuresOn: FiguresOn): Module => ({
  name: 'plans',
  // Fixed words before `:plan` and `:measure`: the first line that fits answers.
  routes: [
    ...importRoutes,
    ...takingRoutes,
    ...planRoutes,
    ...pointRoutes,
    ...reportDateRoutes,
    ...stageRoutes,
    ...measureRoutes,
    ...amendmentRoutes,
    ...indicatorRoutes,
    ...milestoneRoutes,
    ...actualRoutes,
    ...withdrawalRoutes,
    ...reportRoutes(files),
    ...evaluationRoutes(files),
    ...replyRoutes(files),
    ...executorRoutes,
    ...feedRoutes,
    localShare,
    ...dossierRoutes(figuresOn),
    ...overviewRoutes,
  ],
  deeds: PLANS_DOES,
  commands: COMMANDS,
  files: readsEvidence,
  entries: Object.fromEntries(
    ENTRIES.map((kind) => [`plans.${kind}`, { sentence: `plans.log.${kind}`, followable: true }]),
  ),
  jobs: [clocksJob],
  menu: [{ id: 'plans', order: 1, label: (lang) => lang.t('plans.overview.menu'), path: '/plans' }],
  parts: [PLANS_PART],
  data: PLAN_DATA,
  things: PLAN_THINGS,
});
