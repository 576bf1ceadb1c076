import type { EvaluationRow, ReplyExtensionRow, ReplyRow } from './evaluations/schema.ts';
import type { ImportRow } from './exchange/schema.ts';
import type {
  AddressRow,
  AmendmentRow,
  CellRow,
  IndicatorRow,
  MeasurePlaceRow,
  MeasureRow,
  MilestoneClosureRow,
  MilestoneRow,
  TargetRow,
  WithdrawalRow,
} from './measures/schema.ts';
import type { PlanRow, PointRow, ReportDateRow, StageRow } from './plan/schema.ts';
import type { ActualRow, EvidenceRow, UpdateRow } from './reports/schema.ts';

/** The tables of this module as Kysely sees them: `ctx.db.withTables<PlansTables>()`. */
export interface PlansTables {
  plans_plans: PlanRow;
  plans_stages: StageRow;
  plans_report_dates: ReportDateRow;
  plans_points: PointRow;
  plans_measures: MeasureRow;
  plans_addresses: AddressRow;
  plans_amendments: AmendmentRow;
  plans_withdrawals: WithdrawalRow;
  plans_cells: CellRow;
  plans_milestones: MilestoneRow;
  plans_milestone_closures: MilestoneClosureRow;
  plans_indicators: IndicatorRow;
  plans_targets: TargetRow;
  plans_measure_places: MeasurePlaceRow;
  plans_updates: UpdateRow;
  plans_evidence: EvidenceRow;
  plans_actuals: ActualRow;
  plans_evaluations: EvaluationRow;
  plans_reply_extensions: ReplyExtensionRow;
  plans_replies: ReplyRow;
  plans_imports: ImportRow;
}

/** All are of a forum; a national plan's rows carry the reference forum. */
export const TABLES: Readonly<Record<keyof PlansTables, 'forum'>> = {
  plans_plans: 'forum',
  plans_stages: 'forum',
  plans_report_dates: 'forum',
  plans_points: 'forum',
  plans_measures: 'forum',
  plans_addresses: 'forum',
  plans_amendments: 'forum',
  plans_withdrawals: 'forum',
  plans_cells: 'forum',
  plans_milestones: 'forum',
  plans_milestone_closures: 'forum',
  plans_indicators: 'forum',
  plans_targets: 'forum',
  plans_measure_places: 'forum',
  plans_updates: 'forum',
  plans_evidence: 'forum',
  plans_actuals: 'forum',
  plans_evaluations: 'forum',
  plans_reply_extensions: 'forum',
  plans_replies: 'forum',
  plans_imports: 'forum',
};
