import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

export type RequestId = string & { readonly __requestId: true };
export type SendingId = string & { readonly __sendingId: true };
export type RequestAnswerId = string & { readonly __requestAnswerId: true };

/** How a request reached its body. */
export const DELIVERED = ['hand', 'post', 'email', 'phone'] as const;
export type Delivered = (typeof DELIVERED)[number];
/** Why a body may need longer (Law 1024-IIQ: much to search, or to be made clear). */
export const LONGER = ['search', 'clarify'] as const;
export type Longer = (typeof LONGER)[number];
/** What the one who asked says came back. */
export const JUDGED = ['full', 'part', 'refused', 'forwarded', 'silence'] as const;
export type Judged = (typeof JUDGED)[number];
/** On what ground the body refused, as the one who asked read it. */
export const GROUNDS = ['secret', 'personal', 'not_held', 'unclear', 'none'] as const;
export type Ground = (typeof GROUNDS)[number];

/**
 * Waiting to be read; refused; to be handed over; handed over; its term over without an answer; term over or not, not
 * known yet; answered in time; answered late; answered, the term not shown.
 */
export const STATES = [
  ...(['waiting', 'refused', 'ready', 'sent', 'overdue', 'told'] as const),
  ...(['in_time', 'late', 'answered'] as const),
] as const;
export type State = (typeof STATES)[number];

type Json<T> = ColumnType<T, unknown, unknown>;

interface Of {
  forum_id: string;
}
interface Entered extends Of {
  entered_at: Date;
  entered_by: string | null;
}

export interface RequestTables {
  accountability_request_numbers: Of & { last: number };
  accountability_request_sendings: Of & {
    id: SendingId;
    code_hash: string;
    received_on: PlainDate;
    text: Json<Texts | null>;
  };
  accountability_request_decisions: Entered & {
    sending_id: SendingId;
    accepted: boolean;
    sentence: Json<Texts | null>;
    on_day: PlainDate;
  };
  accountability_requests: Of & { id: RequestId; number: number; sending_id: SendingId; body_id: string };
  accountability_request_letters: Entered & { code_hash: string; request_id: RequestId };
  accountability_request_deliveries: Entered & {
    request_id: RequestId;
    on_day: PlainDate;
    way: Delivered;
    reference: string | null;
  };
  accountability_request_answers: Entered & {
    id: RequestAnswerId;
    request_id: RequestId;
    print: string;
    on_day: PlainDate;
    text: Json<Texts>;
    way: 'code' | 'paper';
    paper_ref: string | null;
    paper_day: PlainDate | null;
    paper_file: string | null;
  };
  accountability_request_files: Of & {
    answer_id: RequestAnswerId;
    position: number;
    file_id: string;
    name: string;
    shown: boolean;
  };
  accountability_request_showings: Entered & { answer_id: RequestAnswerId; words: boolean; on_day: PlainDate };
  accountability_request_extensions: Of & { request_id: RequestId; reason: Longer; on_day: PlainDate };
  accountability_request_judgements: Of & {
    id: string;
    request_id: RequestId;
    kind: Judged;
    ground: Ground | null;
    on_day: PlainDate;
  };
}

export const TABLES = {
  accountability_request_numbers: 'forum',
  accountability_request_sendings: 'forum',
  accountability_request_decisions: 'forum',
  accountability_requests: 'forum',
  accountability_request_letters: 'forum',
  accountability_request_deliveries: 'forum',
  accountability_request_answers: 'forum',
  accountability_request_files: 'forum',
  accountability_request_showings: 'forum',
  accountability_request_extensions: 'forum',
  accountability_request_judgements: 'forum',
} as const satisfies Record<keyof RequestTables, 'forum'>;

export interface AnswerFile {
  readonly id: string;
  readonly name: string;
  readonly shown: boolean;
}

export interface Answer {
  readonly id: RequestAnswerId;
  readonly on: PlainDate;
  readonly text: Texts;
  readonly way: 'code' | 'paper';
  readonly ref: string | null;
  readonly day: PlainDate | null;
  /** null: nobody has read it yet. */
  readonly shown: { readonly words: boolean; readonly on: PlainDate } | null;
  readonly files: readonly AnswerFile[];
}

/** One request to one body, with all that became of it. */
export interface Request {
  readonly id: RequestId;
  readonly number: number;
  readonly sending: SendingId;
  readonly body: string;
  readonly receivedOn: PlainDate;
  readonly text: Texts | null;
  readonly decision: { readonly accepted: boolean; readonly sentence: Texts | null; readonly on: PlainDate } | null;
  readonly delivery: {
    readonly on: PlainDate;
    readonly way: Delivered;
    readonly reference: string | null;
  } | null;
  readonly answers: readonly Answer[];
  readonly extension: { readonly reason: Longer; readonly on: PlainDate } | null;
  readonly judgement: { readonly kind: Judged; readonly ground: Ground | null; readonly on: PlainDate } | null;
}
