import type { Texts } from '#core/i18n/texts.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import type { EvaluationRow, ReplyExtensionRow, ReplyRow } from '../evaluations/schema.ts';
import type {
  AmendmentRow,
  CellRow,
  IndicatorRow,
  MeasureRow,
  MilestoneClosureRow,
  MilestoneRow,
  TargetRow,
  WithdrawalRow,
} from '../measures/schema.ts';
import type { PlanRow, PointRow, ReportDateRow, StageRow } from '../plan/schema.ts';
import type { ActualRow, EvidenceRow, UpdateRow } from '../reports/schema.ts';

/** A body by name and address word. */
export interface BodyNamed {
  readonly id: string;
  readonly slug: string;
  readonly name: Texts;
}

export interface PlaceNamed {
  readonly slug: string;
  readonly name: Texts;
}

/** Another measure that this one carries out, or that carries out this one. */
export interface Kin {
  readonly planSlug: string;
  readonly planTitle: Texts;
  readonly slug: string;
  readonly number: string | null;
  readonly title: Texts;
}

/**
 * Everything about one measure, read in one statement: database rows as they are (times as ISO texts). The law is
 * applied to them by rules.ts for the day asked for.
 */
export interface Dossier {
  readonly plan: PlanRow;
  readonly measure: MeasureRow;
  readonly point: PointRow | null;
  readonly stages: readonly StageRow[];
  readonly reportDates: readonly ReportDateRow[];
  readonly amendments: readonly AmendmentRow[];
  readonly withdrawal: WithdrawalRow | null;
  readonly cells: readonly CellRow[];
  readonly updates: readonly UpdateRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly evaluations: readonly EvaluationRow[];
  readonly replies: readonly ReplyRow[];
  readonly extensions: readonly ReplyExtensionRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly closures: readonly MilestoneClosureRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly targets: readonly TargetRow[];
  readonly actuals: readonly ActualRow[];
  readonly bodies: readonly BodyNamed[];
  readonly places: readonly PlaceNamed[];
  readonly localises: Kin | null;
  readonly answeredBy: readonly Kin[];
  /** What is not shown of it; left out: nothing is withheld. */
  readonly withheld?: WithheldThings;
}

/** What this reader may do here; each is the address of its form. */
export interface Deeds {
  /** The form of a demand to take a thing down, by its type and id. */
  readonly takeDown: ((type: string, id: string) => string) | null;
  readonly edit: string | null;
  readonly amend: string | null;
  readonly withdraw: string | null;
  readonly milestones: string | null;
  /** By cell. */
  readonly report: ReadonlyMap<string, string>;
  readonly paper: ReadonlyMap<string, string>;
  readonly evaluate: ReadonlyMap<string, string>;
  readonly reportLink: ReadonlyMap<string, string>;
  /** By evaluation. */
  readonly reply: ReadonlyMap<string, string>;
  readonly replyPaper: ReadonlyMap<string, string>;
  readonly extend: ReadonlyMap<string, string>;
  readonly replyLink: ReadonlyMap<string, string>;
}
