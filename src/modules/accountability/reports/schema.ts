import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';

export type ReportId = string & { readonly __reportId: true };
export type ActId = string & { readonly __actId: true };
export type VoiceId = string & { readonly __voiceId: true };
export type RuleId = string & { readonly __reportRuleId: true };

export const CHANNELS = [
  'board',
  'notice',
  'bulletin',
  'leaflet',
  'press',
  'website',
  'teahouse',
  'gathering',
  'door',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** What somebody who was there can answer to each of three questions. */
export const ANSWERS = ['yes', 'partly', 'no'] as const;
export type Answered = (typeof ANSWERS)[number];
export const ASKED = ['told', 'clear', 'heard'] as const;

export const DECISIONS = ['published', 'without_words', 'refused'] as const;
export type Decision = (typeof DECISIONS)[number];

/** How a report stands on a day. `told`: late, and the municipality hears of it before everybody does. */
export const STATES = ['due', 'done', 'done_late', 'overdue', 'missing', 'told', 'ended'] as const;
export type ReportState = (typeof STATES)[number];

type Json<T> = ColumnType<T, unknown, unknown>;

interface Entered {
  forum_id: string;
  on_day: PlainDate;
  entered_at: Date;
  entered_by: string | null;
}

interface RuleTable extends Entered {
  id: RuleId;
  first_year: number;
  times_a_year: number;
  months: number;
  basis: Json<Texts>;
  basis_url: string | null;
  channels: Json<readonly Channel[]>;
}

interface ReportTable {
  forum_id: string;
  id: ReportId;
  number: number;
  rule_id: RuleId;
  body_id: string;
  period_from: PlainDate;
  period_to: PlainDate;
  due_on: PlainDate;
}

interface ActTable extends Entered, Attendance {
  id: ActId;
  report_id: ReportId;
  held_on: PlainDate;
  place: string;
  channels: Json<readonly Channel[]>;
  summary: Json<Texts | null>;
  url: string | null;
  exchanges: Json<readonly Exchange[]>;
  way: ActWay;
  paper_ref: string | null;
  paper_day: PlainDate | null;
  paper_file: string | null;
}

export interface ReportTables {
  accountability_report_rules: RuleTable;
  accountability_reports: ReportTable;
  accountability_report_acts: ActTable;
  accountability_report_files: {
    forum_id: string;
    act_id: ActId;
    position: number;
    file_id: string;
    name: string;
    kind: FileKind;
    seen_by: SeenBy;
  };
  accountability_report_voices: {
    forum_id: string;
    id: VoiceId;
    report_id: ReportId;
    received_on: PlainDate;
    told: Answered;
    clear: Answered;
    heard: Answered;
    words: Json<Texts | null>;
  };
  accountability_report_decisions: Entered & { voice_id: VoiceId; decision: Decision };
}

export const TABLES = {
  accountability_report_rules: 'forum',
  accountability_reports: 'forum',
  accountability_report_acts: 'forum',
  accountability_report_files: 'forum',
  accountability_report_voices: 'forum',
  accountability_report_decisions: 'forum',
} as const satisfies Record<keyof ReportTables, 'forum'>;

export type ActWay = Exclude<Way, 'system'>;
export type FileKind = 'report' | 'photo';
export type SeenBy = 'everybody' | 'keepers';

/** Counted heads; null: nobody counted them. Ages: under 30, 30 to 64, 65 and over. */
export interface Attendance {
  readonly women: number | null;
  readonly men: number | null;
  readonly young: number | null;
  readonly middle: number | null;
  readonly older: number | null;
}

/** A question that was asked there, and what was answered. */
export interface Exchange {
  readonly question: Texts;
  readonly answer: Texts | null;
}

export interface ReportRule {
  readonly id: RuleId;
  readonly firstYear: number;
  readonly times: 1 | 2;
  readonly months: number;
  readonly basis: Texts;
  readonly basisUrl: string | null;
  readonly channels: readonly Channel[];
}

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A report that is or was owed. */
export interface ReportLine extends Period {
  readonly id: ReportId;
  readonly number: number;
  readonly rule: RuleId;
  readonly body: string;
  readonly dueOn: PlainDate;
  /** The first day on which it was given; null: it was not. */
  readonly doneOn: PlainDate | null;
}

export interface ActFile {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly seenBy: SeenBy;
}

export interface Act extends Attendance {
  readonly id: ActId;
  readonly heldOn: PlainDate;
  readonly place: string;
  readonly channels: readonly Channel[];
  readonly summary: Texts | null;
  readonly url: string | null;
  readonly exchanges: readonly Exchange[];
  readonly way: ActWay;
  readonly paperRef: string | null;
  readonly paperDay: PlainDate | null;
  readonly files: readonly ActFile[];
}

export interface Said {
  readonly id: VoiceId;
  readonly on: PlainDate;
  readonly told: Answered;
  readonly clear: Answered;
  readonly heard: Answered;
  readonly words: Texts | null;
}

export interface WaitingVoice extends Said {
  readonly number: number;
}

export interface Report extends ReportLine {
  readonly acts: readonly Act[];
  /** Published ones. */
  readonly voices: readonly Said[];
}
