import type { Ctx } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import type { Result } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** A plan whose areas a round can ask about. */
export interface PlanAsked {
  readonly id: string;
  readonly title: Texts;
}

/** A measure of a plan, with the way to its page below the forum. */
interface OfMeasure {
  readonly number: string | null;
  readonly title: Texts;
  readonly path: string;
}

/** An indicator that a finding can give a number to. */
export interface IndicatorAsked extends OfMeasure {
  readonly id: string;
  readonly text: Texts;
  readonly unit: Texts | null;
}

/** A public evaluation that a finding can be evidence of. */
export interface EvaluationAsked extends OfMeasure {
  readonly id: string;
  readonly author: Texts;
  readonly sentOn: PlainDate;
}

/** A counted figure on its way to an indicator: `value` in its unit, of `numerator` among `base`. */
export interface FigureToBind {
  readonly as: 'baseline' | 'actual';
  readonly indicator: string;
  readonly value: number;
  readonly numerator: number;
  readonly base: number;
  readonly on: PlainDate;
  readonly source: string;
}

type Listed<T> = (db: Db, forum: Forum, today: PlainDate) => Promise<readonly T[]>;

/** What src/main gives: where pictures are kept, what plans know, and whether people's data may be stored here. */
export interface SurveyNeeds {
  readonly files: FileStore;
  readonly plans: Listed<PlanAsked>;
  readonly indicators: Listed<IndicatorAsked>;
  readonly evaluations: Listed<EvaluationAsked>;
  /** Within the deed that asks for it; refused by the plan's own laws. */
  readonly bind: (ctx: Ctx, figure: FigureToBind) => Promise<Result<true>>;
  readonly mayStorePeople: (db: Db, forum: Forum) => Promise<boolean>;
}
