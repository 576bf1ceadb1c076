import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { RefusedFor } from '../../voices/schema.ts';
import type {
  ANSWER_UNITS,
  Basis,
  CommentId,
  CommentWay,
  ConsultationId,
  GroupId,
  Outcome,
  ResponseId,
  ResponseWay,
  SubjectKind,
} from '../schema.ts';

type Json<T> = ColumnType<T, unknown, unknown>;
interface Entered {
  entered_at: Date;
  entered_by: string | null;
}

/** All tables of this room are of a forum. */
export interface ConsultationTables {
  participation_consultations: Entered & {
    forum_id: string;
    id: ConsultationId;
    letter: string;
    serial: number;
    subject_kind: SubjectKind;
    subject_id: string;
    version_id: string;
    words: Json<Texts>;
    from_day: PlainDate;
    until_day: PlainDate;
    body_id: string;
    office: Json<Texts | null>;
    answer_days: number;
    answer_unit: (typeof ANSWER_UNITS)[number];
    answer_basis: Json<Basis | null>;
    window_basis: Json<Basis | null>;
    last_place: number;
  };
  participation_comments: {
    forum_id: string;
    id: CommentId;
    consultation_id: ConsultationId;
    place: number;
    version_id: string;
    article: string | null;
    received_on: PlainDate;
    text: Json<Texts | null>;
    signature: string | null;
    body_id: string | null;
    way: CommentWay;
    code_hash: string | null;
    paper_ref: string | null;
    paper_day: PlainDate | null;
    paper_file: string | null;
    entered_by: string | null;
  };
  participation_comment_withdrawals: { forum_id: string; comment_id: CommentId; on_day: PlainDate };
  participation_comment_refusals: Entered & {
    forum_id: string;
    comment_id: CommentId;
    on_day: PlainDate;
    rule: RefusedFor;
    sentence: Json<Texts>;
  };
  participation_comment_publications: Entered & { forum_id: string; comment_id: CommentId; on_day: PlainDate };
  participation_groups: Entered & {
    forum_id: string;
    id: GroupId;
    consultation_id: ConsultationId;
    place: number;
    gist: Json<Texts>;
    on_day: PlainDate;
  };
  participation_group_comments: { forum_id: string; comment_id: CommentId; group_id: GroupId };
  participation_responses: Entered & {
    forum_id: string;
    id: ResponseId;
    consultation_id: ConsultationId;
    answers_id: string;
    outcome: Outcome;
    reason: Json<Texts>;
    on_day: PlainDate;
    way: ResponseWay;
    paper_ref: string | null;
    paper_day: PlainDate | null;
    paper_file: string | null;
  };
  participation_response_corrections: Entered & {
    forum_id: string;
    id: string;
    response_id: ResponseId;
    outcome: Outcome;
    reason: Json<Texts>;
    why: Json<Texts>;
    on_day: PlainDate;
  };
}

export const TABLES: Readonly<Record<keyof ConsultationTables, 'forum'>> = {
  participation_consultations: 'forum',
  participation_comments: 'forum',
  participation_comment_withdrawals: 'forum',
  participation_comment_refusals: 'forum',
  participation_comment_publications: 'forum',
  participation_groups: 'forum',
  participation_group_comments: 'forum',
  participation_responses: 'forum',
  participation_response_corrections: 'forum',
};
