import type { Thing } from '#core/withholding/thing.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import { findEvaluation, findEvidence, findReply, findUpdate } from './queries.ts';
import { WITHHELD } from './rules.ts';

/** What of plans can be withheld: the words of both voices, and each file of evidence. */
export const PLAN_THINGS: readonly Thing[] = [
  { type: WITHHELD.update, name: 'plans.withheld.update', find: findUpdate },
  { type: WITHHELD.evaluation, name: 'plans.withheld.evaluation', find: findEvaluation },
  { type: WITHHELD.reply, name: 'plans.withheld.reply', find: findReply },
  { type: FILE_OBJECT, name: 'plans.withheld.file', find: findEvidence },
];
