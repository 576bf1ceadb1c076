import type { ColumnType, RawBuilder } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Answers, DeclinedAnswers, Questionnaire } from './questionnaires/schema.ts';

export type QuestionnaireId = string & { readonly __questionnaireId: true };
export type RoundId = string & { readonly __roundId: true };
export type InterviewId = string & { readonly __interviewId: true };

/** jsonb: an object when read, `json(value)` of core/db when written. */
export type Jsonb<T> = ColumnType<T, RawBuilder<T> | Extract<T, null>, RawBuilder<T> | Extract<T, null>>;

/** How respondents were chosen; decides which figures may be printed. */
export const SAMPLINGS = ['random', 'cluster', 'quota', 'purposive', 'census'] as const;
export type Sampling = (typeof SAMPLINGS)[number];

/** How a round asks: the phone without signal, a link or printed code, one screen for many, paper typed in, an interviewer at a desk. */
export const MODES = ['phone', 'link', 'kiosk', 'paper', 'desk'] as const;
export type Mode = (typeof MODES)[number];

/** Columns of every row that somebody writes. */
export interface Entered {
  forum_id: string;
  entered_at: Date;
  entered_by: string | null;
}

/** A questionnaire and the number of one of its frozen editions. */
interface ByEdition {
  questionnaire_id: QuestionnaireId;
  edition: number;
}

interface DeclarationRow extends Entered, ByEdition {
  id: string;
  round_id: RoundId;
  title: Jsonb<Texts>;
  sampling: Sampling;
  method: Jsonb<Texts>;
  population: number | null;
  population_source: string | null;
  plan_id: string | null;
  areas_asked: number | null;
  areas_all: number | null;
  consent: Jsonb<Texts>;
  from_day: PlainDate;
  until_day: PlainDate;
  modes: Mode[];
  single_use: boolean;
  office_holders: boolean;
  smallest: number;
  paper_twice: boolean;
  reason: string | null;
  entered_on: PlainDate;
}

interface InterviewRow extends Entered, ByEdition {
  id: InterviewId;
  round_id: RoundId;
  mode: Mode | 'import';
  place_id: string | null;
  group_key: string | null;
  language: string;
  started_at: Date | null;
  finished_at: Date | null;
  on_day: PlainDate;
  answers: Jsonb<Answers>;
  declined: Jsonb<DeclinedAnswers>;
  entered_on: PlainDate;
}

interface FillingRow {
  forum_id: string;
  id: InterviewId;
  round_id: RoundId;
  secret_hash: string;
  edition: number;
  mode: Extract<Mode, 'link' | 'kiosk' | 'desk'>;
  language: string;
  place_id: string | null;
  group_key: string | null;
  code: string | null;
  answers: Jsonb<Answers>;
  declined: Jsonb<DeclinedAnswers>;
  begun_on: PlainDate;
  touched_on: PlainDate;
}

/** Of several rows on one thing the latest counts; ids are in the order of time. */
export interface SurveyTables {
  surveys_numbers: { forum_id: string; kind: 'questionnaire' | 'round' | 'finding'; last: number };
  surveys_questionnaires: Entered & { id: QuestionnaireId; number: number; entered_on: PlainDate };
  surveys_drafts: Entered & {
    id: string;
    questionnaire_id: QuestionnaireId;
    origin: 'pages' | 'xlsform';
    content: Jsonb<Questionnaire>;
    entered_on: PlainDate;
  };
  surveys_editions: Entered & ByEdition & { draft_id: string; content_hash: string; entered_on: PlainDate };
  surveys_rounds: Entered & { id: RoundId; number: number; after_id: RoundId | null; entered_on: PlainDate };
  surveys_declarations: DeclarationRow;
  surveys_round_places: {
    forum_id: string;
    declaration_id: string;
    place_id: string;
    wanted: number | null;
    population: number | null;
  };
  surveys_round_groups: {
    forum_id: string;
    declaration_id: string;
    position: number;
    key: string;
    name: Jsonb<Texts>;
    wanted: number | null;
    population: number | null;
  };
  surveys_closures: Entered & {
    round_id: RoundId;
    kind: 'closed' | 'given_up';
    reason: string | null;
    on_day: PlainDate;
  };
  surveys_interviews: InterviewRow;
  surveys_contacts: Omit<Entered, 'entered_by'> & {
    interview_id: InterviewId;
    round_id: RoundId;
    contacts: Jsonb<Readonly<Record<string, string>>>;
  };
  surveys_pictures: Omit<Entered, 'entered_by'> & { interview_id: InterviewId; path: string; file: string };
  surveys_exclusions: Entered & {
    id: string;
    interview_id: InterviewId;
    counted: boolean;
    reason: string;
    on_day: PlainDate;
  };
  surveys_assignments: Entered & {
    id: string;
    round_id: RoundId;
    person_id: string;
    place_id: string | null;
    wanted: number | null;
    on_day: PlainDate;
  };
  surveys_assignment_ends: Entered & { assignment_id: string; on_day: PlainDate };
  surveys_codes: {
    forum_id: string;
    code_hash: string;
    round_id: RoundId;
    batch: number;
    place_id: string | null;
    group_key: string | null;
    used: boolean;
  };
  surveys_fillings: FillingRow;
  surveys_sheets: { forum_id: string; id: InterviewId; round_id: RoundId; number: number; edition: number };
  surveys_sheet_entries: {
    forum_id: string;
    sheet_id: InterviewId;
    nth: number;
    place_id: string | null;
    group_key: string | null;
    on_day: PlainDate;
    answers: Jsonb<Answers>;
    declined: Jsonb<DeclinedAnswers>;
    entered_at: Date;
    entered_by: string | null;
  };
}

/** Whose rows a table holds: all are of a forum. */
export const TABLES = {
  surveys_numbers: 'forum',
  surveys_questionnaires: 'forum',
  surveys_drafts: 'forum',
  surveys_editions: 'forum',
  surveys_rounds: 'forum',
  surveys_declarations: 'forum',
  surveys_round_places: 'forum',
  surveys_round_groups: 'forum',
  surveys_closures: 'forum',
  surveys_interviews: 'forum',
  surveys_contacts: 'forum',
  surveys_pictures: 'forum',
  surveys_exclusions: 'forum',
  surveys_assignments: 'forum',
  surveys_assignment_ends: 'forum',
  surveys_codes: 'forum',
  surveys_fillings: 'forum',
  surveys_sheets: 'forum',
  surveys_sheet_entries: 'forum',
} as const satisfies Record<keyof SurveyTables, 'forum'>;
