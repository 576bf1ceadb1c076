/** A part of a whole in whole numbers, never a decimal: "more than 1/2", "at least 2/3". */
export interface Share {
  readonly than: (typeof THANS)[number];
  readonly part: number;
  readonly whole: number;
}
export const THANS = ['more_than', 'at_least'] as const;

/**
 * Of what a share is asked: votes for and against (abstentions left out), seats present that may vote, seats that
 * somebody holds, all seats of the forum with the vacant ones.
 */
export const BASES = ['cast', 'present', 'filled', 'all'] as const;
export type Base = (typeof BASES)[number];

export interface Threshold {
  readonly share: Share;
  readonly of: Base;
}

/** Kinds of decision that may have a majority of their own; one without follows the ordinary one. */
export const DECISIONS = ['ordinary', 'documents', 'members', 'removal', 'election', 'plan'] as const;
export type Decision = (typeof DECISIONS)[number];

export const CONVENERS = ['coordinator', 'co_chairs', 'secretary'] as const;
export const TIES = ['rejected', 'chair', 'again', 'lot'] as const;
export type Tie = (typeof TIES)[number];
export const TERM_UNITS = ['working_days', 'days'] as const;
export const SECRECIES = ['secret', 'open'] as const;

interface Days {
  readonly days: number;
  readonly unit: (typeof TERM_UNITS)[number];
}
interface Office {
  readonly months: number;
  /** So many terms in a row at most; null: no limit. */
  readonly inRow: number | null;
}
/** A majority overall and, for a double majority, in each constituency too. */
export interface Majority {
  readonly all: Threshold;
  readonly each: Threshold | null;
}

/** What each rule says, by its key. */
export interface RuleValues {
  /** Who may convene; so many members may demand it (null: no number of members can). */
  readonly convening: { readonly who: readonly (typeof CONVENERS)[number][]; readonly members: number | null };
  /** Regular meetings are at most so many months apart. */
  readonly meetings: { readonly months: number };
  /** Calendar days between invitation and meeting; for an urgent one; between the last agenda and the meeting. */
  readonly notice: { readonly days: number; readonly urgent: number | null; readonly agenda: number | null };
  /** `each`: the same in each constituency. `recused`: do seats that recused themselves count as present? */
  readonly quorum: { readonly all: Threshold; readonly each: Threshold | null; readonly recused: boolean };
  readonly ordinary: Majority;
  readonly documents: Majority;
  readonly members: Majority;
  readonly removal: Majority;
  readonly election: Majority;
  readonly plan: Majority;
  /**
   * As many for as against: it falls, the chair's vote decides, it is voted once more and then falls. `lot` is drawn between
   * people or other options that are equal; a question is never drawn: of a motion it means one more vote, as "again". To
   * refuse the rule instead would stop every vote under documents that name the lot, as many do, for elections only.
   */
  readonly tie: { readonly how: Tie };
  readonly alternates: { readonly allowed: boolean };
  /** So many votes of others may one person carry (0: none), only within the own constituency or not. */
  readonly proxies: { readonly most: number; readonly within: boolean };
  /** How long a vote by correspondence stays open, in days; `most` 0: there is none. */
  readonly correspondence: { readonly least: number; readonly most: number };
  readonly secrecy: { readonly elections: (typeof SECRECIES)[number]; readonly others: (typeof SECRECIES)[number] };
  /** Roll calls are published with the names of the people too. */
  readonly names: { readonly published: boolean };
  /** Minutes are there so long after the meeting. */
  readonly minutes: Days;
  /** How long a member, and a coordinator or co-chair, holds the office. */
  readonly term_seat: Office;
  readonly term_lead: Office;
  /** So many members may propose a change of the documents, so many days before the vote it is sent out. */
  readonly amendment: { readonly members: number; readonly days: number };
  /** After so many meetings missed in a row without excuse the organisation is asked for somebody else. */
  readonly absence: { readonly meetings: number };
  /** A reasoned reply to a proposal is owed within. */
  readonly reply: Days;
}
export type RuleKey = keyof RuleValues;
export const RULE_KEYS = [
  ...(['convening', 'meetings', 'notice', 'quorum', ...DECISIONS, 'tie'] as const),
  ...(['alternates', 'proxies', 'correspondence', 'secrecy', 'names', 'minutes'] as const),
  ...(['term_seat', 'term_lead', 'amendment', 'absence', 'reply'] as const),
] as const satisfies readonly RuleKey[];

/** What documents should say in words; nothing is computed from it, so only the article is known. */
export const TOPICS = [
  ...(['name', 'basis', 'seats', 'selection', 'lead', 'secretariat', 'observers', 'consensus', 'conflict'] as const),
  ...(['dissent', 'groups', 'resources', 'complaints', 'entry'] as const),
] as const;
export type Topic = (typeof TOPICS)[number];

/** A rule with the article it comes from; `document` is the address name of the document. */
export interface Bound<T> {
  readonly document: string;
  readonly article: string;
  readonly value: T;
}
export type BoundTopic = Omit<Bound<null>, 'value'>;

/** The machine-readable rules of one version of a document, or of all documents in force on a day. */
export interface Rulebook {
  readonly rules: { readonly [K in RuleKey]?: Bound<RuleValues[K]> };
  readonly topics: { readonly [T in Topic]?: BoundTopic };
}
export const EMPTY_BOOK: Rulebook = { rules: {}, topics: {} };

/** Seats of a constituency on a day: all of them, and those that somebody holds. */
export interface SeatsOf {
  readonly constituency: string;
  readonly all: number;
  readonly filled: number;
}

/** Who of a constituency is there, in whatever way; `recused` of them do not vote on this item. */
export interface Presence {
  readonly constituency: string;
  readonly present: number;
  readonly recused: number;
}

/** How the seats of a constituency voted; whoever is present, not recused and in none of the three did not vote. */
export interface Votes extends SeatsOf, Presence {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

/**
 * One comparison of whole numbers, as it stands on a page: `have` of `out` seats or votes are asked to be `share`;
 * `left` = have x whole is compared with `right` = out x part. `skipped`: a constituency without seats is not asked.
 */
export interface Step {
  /** null: overall. */
  readonly constituency: string | null;
  readonly of: Base;
  readonly share: Share;
  readonly have: number;
  readonly out: number;
  readonly left: number;
  readonly right: number;
  readonly met: boolean;
  readonly skipped: boolean;
}

/** Is there a quorum, by which article, computed how. */
export interface QuorumFound extends BoundTopic {
  readonly met: boolean;
  readonly steps: readonly Step[];
}

export const REASONS = ['adopted', 'rejected', 'nobody', 'tie_rejected', 'tie_chair', 'tie_again'] as const;
/** The outcome of a motion, by which article, why, computed how. `tie`: the article of the tie rule that decided. */
export interface Outcome extends BoundTopic {
  readonly adopted: boolean;
  readonly reason: (typeof REASONS)[number];
  readonly kind: Decision;
  readonly steps: readonly Step[];
  readonly tie: BoundTopic | null;
}
