import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { frontOf } from '#modules/plans/contract.ts';

/** Key figures of a forum's own public plans on its own day. */
export interface ForumFigures {
  readonly plans: number;
  readonly measures: number;
  readonly late: number;
}

export async function figuresOf(db: Db, forum: Forum, now: Date): Promise<ForumFigures> {
  const { cards, late } = await frontOf(db, forum, dayIn(forum.zone, now));
  const own = cards.filter((card) => card.own && card.plan.kind === 'local');
  return {
    plans: own.length,
    measures: own.reduce((sum, card) => sum + card.tally.total, 0),
    late: late.length,
  };
}
