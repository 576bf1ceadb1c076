import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Outcome, QuorumFound, Rulebook, Threshold, Votes } from '../rulebook/schema.ts';

/** Tables of this room; 'forum': forum_id leads the key. */
export const TABLES = {
  forum_documents: 'forum',
  forum_versions: 'forum',
  forum_articles: 'forum',
  forum_proposals: 'forum',
  forum_adoptions: 'forum',
  forum_signatures: 'forum',
  forum_signature_mistakes: 'forum',
  forum_foundings: 'forum',
  forum_founding_publications: 'forum',
  forum_founding_adoptions: 'forum',
} as const;

export const KINDS = ['rules', 'memorandum', 'other'] as const;
export type Kind = (typeof KINDS)[number];
export type VersionId = string & { readonly __forumVersion: true };

/** Number of what stands before the first article. */
export const PREAMBLE = '0';

/** One article: "4" with a heading, or "4.1"; in one or several languages. */
export interface Article {
  readonly number: string;
  readonly heading: Texts;
  readonly words: Texts;
}

/** Nobody but the keepers sees a draft; proposed: sent to the members, text fixed; then adopted; in force from a day. */
export const STATES = ['draft', 'proposed', 'adopted', 'in_force', 'replaced'] as const;
export type State = (typeof STATES)[number];

/** By which rules a version was adopted. `minutes`: founded on paper, entered afterwards. */
export const ADOPTED_BY = ['founding', 'documents', 'minutes'] as const;
export type AdoptedBy = (typeof ADOPTED_BY)[number];

/** Quorum and majority as computed when the adoption was entered. */
export interface Judged {
  readonly quorum: QuorumFound | null;
  readonly outcome: Outcome | null;
}

export interface Adoption {
  readonly on: PlainDate;
  readonly inForceOn: PlainDate;
  readonly by: AdoptedBy;
  readonly decision: string;
  readonly votes: readonly Votes[] | null;
  readonly judged: Judged | null;
}

/** What is typed of the votes of each constituency. */
export const COUNTS = ['present', 'recused', 'for', 'against', 'abstain'] as const;

export interface Version {
  readonly id: VersionId;
  readonly document: string;
  readonly number: number;
  readonly book: Rulebook;
  readonly proposedOn: PlainDate | null;
  readonly proposers: number | null;
  readonly reason: Texts | null;
  readonly adoption: Adoption | null;
}

export interface Document {
  readonly id: string;
  readonly slug: string;
  readonly kind: Kind;
  readonly title: Texts;
  /** Oldest first. */
  readonly versions: readonly Version[];
}

export interface Signature {
  readonly id: string;
  readonly body: string;
  readonly capacity: Texts | null;
  readonly on: PlainDate;
  /** It was entered wrongly: stays readable, counts nowhere. */
  readonly mistake: { readonly on: PlainDate; readonly reason: string } | null;
}

export interface Invited {
  readonly name: string;
  readonly why: string;
}

/** How the assembly adopted its own procedure. */
export interface FoundingVotes {
  readonly all: number;
  readonly present: number;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

export interface Founding {
  readonly meetsOn: PlainDate;
  readonly place: Texts;
  readonly initiators: Texts;
  readonly invited: readonly Invited[];
  readonly quorum: Threshold;
  readonly majority: Threshold;
  readonly counters: Texts;
  readonly published: { readonly on: PlainDate; readonly afterwards: boolean } | null;
  /** `decision`: the page of the ballot; null: entered from the minutes. */
  readonly adopted: {
    readonly on: PlainDate;
    readonly votes: FoundingVotes;
    readonly decision: string | null;
  } | null;
}

type Json<T> = ColumnType<T, unknown, unknown>;
interface Entered {
  forum_id: string;
  entered_at: Date;
  entered_by: string | null;
}

export interface DocumentTables {
  forum_documents: Entered & { id: string; slug: string; kind: Kind; title: Json<Texts> };
  forum_versions: Entered & { id: VersionId; document_id: string; number: number; book: Json<Rulebook> };
  forum_articles: {
    forum_id: string;
    version_id: VersionId;
    position: number;
    number: string;
    heading: Json<Texts>;
    words: Json<Texts>;
  };
  forum_proposals: Entered & {
    version_id: VersionId;
    on_day: PlainDate;
    members: number | null;
    reason: Json<Texts | null>;
  };
  forum_adoptions: Entered & {
    version_id: VersionId;
    on_day: PlainDate;
    in_force_on: PlainDate;
    by_rules: AdoptedBy;
    decision: string;
    votes: Json<readonly Votes[] | null>;
    judged: Json<Judged | null>;
  };
  forum_signatures: Entered & {
    id: string;
    version_id: VersionId;
    body_id: string;
    capacity: Json<Texts | null>;
    on_day: PlainDate;
  };
  forum_signature_mistakes: Entered & { signature_id: string; reason: string; entered_on: PlainDate };
  forum_foundings: Entered & {
    meets_on: PlainDate;
    place: Json<Texts>;
    initiators: Json<Texts>;
    invited: Json<readonly Invited[]>;
    quorum: Json<Threshold>;
    majority: Json<Threshold>;
    counters: Json<Texts>;
  };
  forum_founding_publications: Entered & { on_day: PlainDate; afterwards: boolean };
  forum_founding_adoptions: Entered & { on_day: PlainDate; votes: Json<FoundingVotes>; decision: string | null };
}
