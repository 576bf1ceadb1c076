import type { FileReader } from '#core/files/routes.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import { ownBodies } from '../access.ts';
import { findAnswerFile, isAnswerOf } from './queries.ts';

/** Files of an answer that are not for everybody are read by the body that answered; the keepers read all files. */
export const readsAnswer: FileReader = async ({ db, actor, forum, file }) =>
  isAnswerOf(db, forum, file, ownBodies(actor, { id: forum }));

/** What of cases can be withheld: each file of an answer. */
export const ANSWER_THINGS: readonly Thing[] = [
  { type: FILE_OBJECT, name: 'obligations.thing_file', find: findAnswerFile },
];
