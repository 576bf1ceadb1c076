/** The shapes in which the demonstration's plans are written down. Data only: the loader turns them into commands. */
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import type { CommunityKey } from '#modules/places/demo/district.ts';
import type { Days, Words } from '#modules/places/demo/words.ts';
import type { Completion, DidOpen, EarlyResults, Potential, YesNo } from '../evaluations/schema.ts';
import type { ExecutorRole, ExecutorState, OgpValue, POLICY_TAGS } from '../measures/schema.ts';
import type { Voice, WordWay } from '../reports/schema.ts';

export type MeasureNumber =
  | '1.1'
  | '1.2'
  | '1.3'
  | '1.4'
  | '2.1'
  | '2.2'
  | '2.3'
  | '3.1'
  | '3.2'
  | '3.3'
  | '4.1'
  | '4.2';

/** `photo`: a picture that the loader draws, a file to the product. */
export type DemoEvidence =
  | { readonly kind: 'file'; readonly title: Words; readonly file: string; readonly pages: number }
  | { readonly kind: 'photo'; readonly title: Words; readonly community: CommunityKey }
  | { readonly kind: 'link'; readonly title: Words; readonly url: string }
  | { readonly kind: 'decision'; readonly title: Words; readonly decision: number }
  | {
      readonly kind: 'event';
      readonly title: Words;
      readonly on: Days;
      readonly community: CommunityKey;
      readonly women: number;
      readonly men: number;
    }
  | { readonly kind: 'observation'; readonly title: Words; readonly by: BodyKey; readonly on: Days };

export interface DemoExecutor {
  readonly body: BodyKey;
  readonly role: ExecutorRole;
}

/** A counted share says its numerator and base; a bare number has neither. */
export interface DemoValue {
  /** Null: unknown. Never shown as zero. */
  readonly value: number | null;
  readonly of?: { readonly numerator: number; readonly n: number };
}

export interface DemoActual extends DemoValue {
  readonly on: Days;
  readonly voice: Voice;
  readonly by: BodyKey;
  readonly source: Words;
}

export interface DemoIndicator {
  readonly key: string;
  /** Verbatim from the plan. */
  readonly title: Words;
  readonly unit: Words;
  readonly baseline: DemoValue & { readonly on: Days; readonly source: Words; readonly finding: string | null };
  /** As adopted; an amendment may replace them. */
  readonly targets: readonly { readonly value: number; readonly by: Days }[];
  readonly actuals: readonly DemoActual[];
}

export interface DemoMilestone {
  readonly title: Words;
  readonly due: Days;
  readonly done: Days | null;
  readonly owner: BodyKey;
}

export interface DemoAmendment {
  readonly decision: number;
  readonly decided: Days;
  readonly effective: Days;
  readonly reason: Words;
  readonly text?: { readonly from: Words; readonly to: Words };
  readonly due?: { readonly from: Days; readonly to: Days };
  readonly target?: {
    readonly indicator: string;
    readonly from: { readonly value: number; readonly by: Days };
    readonly to: { readonly value: number; readonly by: Days };
  };
  readonly executors?: { readonly removed: readonly DemoExecutor[]; readonly added: readonly DemoExecutor[] };
}

export interface DemoUpdate {
  /** Each body says these words for its own cell. */
  readonly by: readonly BodyKey[];
  readonly on: Days;
  readonly state: ExecutorState;
  readonly text: Words;
  readonly evidence: readonly DemoEvidence[];
  readonly way: Exclude<WordWay, 'import' | 'assisted'>;
}

export interface DemoEvaluation {
  /** The cells judged: executors of this measure. */
  readonly of: readonly BodyKey[];
  readonly by: BodyKey;
  readonly observed: { readonly from: Days; readonly to: Days };
  readonly completion: Completion;
  readonly verifiable: YesNo;
  readonly openGovernmentLens: YesNo;
  readonly potentialForResults: Potential;
  /** Null: not reviewed (yet); so for the next. */
  readonly earlyResults: EarlyResults | null;
  readonly didItOpenGovernment: DidOpen | null;
  readonly text: Words;
  readonly method: Words;
  readonly evidence: readonly DemoEvidence[];
  /** Sent to the executor on this day: the reply window of the rules begins. */
  readonly sentForReply: Days;
  readonly extended: { readonly on: Days; readonly reason: Words } | null;
  /** Null: no word yet. Without a word the evaluation becomes public when the window has passed. */
  readonly reply: { readonly on: Days; readonly text: Words } | null;
}

export interface DemoMeasure {
  readonly number: MeasureNumber;
  readonly aim: 1 | 2 | 3;
  readonly title: Words;
  /** Verbatim as adopted. The Azerbaijani text is the official one, en and ru are renderings. */
  readonly text: Words;
  readonly problem: Words;
  readonly askedBy: { readonly findings: readonly string[]; readonly recommendation: string };
  /** Key of the national measure (national-plan.ts), null when it localises none. */
  readonly localises: string | null;
  readonly legalBasis: Words | null;
  readonly starts: Days;
  /** As adopted; an amendment may move it. */
  readonly due: Days;
  /** As adopted; an amendment may replace them. */
  readonly executors: readonly DemoExecutor[];
  readonly communities: readonly CommunityKey[];
  readonly indicators: readonly DemoIndicator[];
  readonly milestones: readonly DemoMilestone[];
  /** Minor units: qəpik. Null: needs no money of its own. */
  readonly budget: { readonly minor: number; readonly currency: 'AZN'; readonly source: Words } | null;
  readonly ogpValues: readonly OgpValue[];
  readonly tags: readonly (typeof POLICY_TAGS)[keyof typeof POLICY_TAGS][];
  readonly amendments: readonly DemoAmendment[];
  readonly withdrawal: { readonly decision: number; readonly on: Days; readonly reason: Words } | null;
  readonly updates: readonly DemoUpdate[];
  readonly evaluations: readonly DemoEvaluation[];
}

export const lead = (body: BodyKey): DemoExecutor => ({ body, role: 'lead' });
export const co = (bodies: readonly BodyKey[]): readonly DemoExecutor[] =>
  bodies.map((body) => ({ body, role: 'co' as const }));
