/** A group of people by which tables are made, with as many as have a valid answer. */
export interface Group {
  readonly code: string;
  readonly n: number;
}

/** Groups that would be shown as one. */
export interface Merged {
  readonly codes: readonly string[];
  readonly n: number;
}

export interface MergeProposal {
  /** In the order of the groups; those of one code stay as they are. */
  readonly groups: readonly Merged[];
  /** Nothing to propose: no group was too small. */
  readonly isNeeded: boolean;
  /** Even all together are too few, or only one group would be left: no table by these groups. */
  readonly isHopeless: boolean;
}
