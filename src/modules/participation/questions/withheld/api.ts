import type { Thing } from '#core/withholding/thing.ts';
import { findAnswer, findQuestion } from '../queries.ts';
import { WITHHELD } from '../rules.ts';

/** What of questions can be withheld: the words of either side. */
export const QUESTION_THINGS: readonly Thing[] = [
  { type: WITHHELD.question, name: 'participation.withheld.question', find: findQuestion },
  { type: WITHHELD.answer, name: 'participation.withheld.answer', find: findAnswer },
];
