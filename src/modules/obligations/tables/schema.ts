import type { PlainDate } from '#core/time/plain-date.ts';
import type { AnswerFileRow } from '../answers/schema.ts';
import type {
  CalendarDayRow,
  CalendarWithdrawalRow,
  CaseId,
  CaseRow,
  ChangeRow,
  ExtensionRow,
  FulfilmentRow,
  ReminderId,
  RuleRow,
  Stage,
  WaiverRow,
} from '../schema.ts';

export interface ReminderRow {
  forum_id: string;
  id: ReminderId;
  case_id: CaseId;
  stage: Stage;
  on_day: PlainDate;
  channel: 'email' | 'desk';
  entered_at: Date;
}

export interface TellingRow {
  forum_id: string;
  reminder_id: ReminderId;
  way: 'email' | 'phone';
  on_day: PlainDate;
  entered_at: Date;
  entered_by: string | null;
}

/** Open cases by body and due day, kept by triggers of the database. */
export interface TallyRow {
  forum_id: string;
  body_id: string;
  due_on: PlainDate;
  soon_days: number;
  never_on: PlainDate;
  n: number;
}

export interface FirstLatenessRow {
  forum_id: string;
  body_id: string;
  case_id: CaseId;
  told_on: PlainDate;
  public_on: PlainDate;
  entered_at: Date;
}

/** The tables of this module as Kysely sees them: `ctx.db.withTables<ObligationsTables>()`. */
export interface ObligationsTables {
  obligations_calendar_days: CalendarDayRow;
  obligations_calendar_withdrawals: CalendarWithdrawalRow;
  obligations_rules: RuleRow;
  obligations_numbers: { forum_id: string; last: number };
  obligations_tallies: TallyRow;
  obligations_cases: CaseRow;
  obligations_fulfilments: FulfilmentRow;
  obligations_answer_files: AnswerFileRow;
  obligations_waivers: WaiverRow;
  obligations_extensions: ExtensionRow;
  obligations_changes: ChangeRow;
  obligations_reminders: ReminderRow;
  obligations_tellings: TellingRow;
  obligations_first_latenesses: FirstLatenessRow;
}

/** Days of a country's calendar are of the installation, everything else is of a forum. */
export const TABLES: Readonly<Record<keyof ObligationsTables, 'forum' | 'installation'>> = {
  obligations_calendar_days: 'installation',
  obligations_calendar_withdrawals: 'installation',
  obligations_rules: 'forum',
  obligations_numbers: 'forum',
  obligations_tallies: 'forum',
  obligations_cases: 'forum',
  obligations_fulfilments: 'forum',
  obligations_answer_files: 'forum',
  obligations_waivers: 'forum',
  obligations_extensions: 'forum',
  obligations_changes: 'forum',
  obligations_reminders: 'forum',
  obligations_tellings: 'forum',
  obligations_first_latenesses: 'forum',
};
