/** What other modules may know of what residents say. */
import type { DeedKind } from '#modules/identity/contract.ts';
import type { Rule } from '#modules/obligations/contract.ts';
import { RESPONSE_RULE } from './consultations/rules.ts';
import { describeAnswer } from './questions/queries.ts';
import { ANSWER_DEED, ANSWER_RULE } from './questions/rules.ts';

/** Deeds that a one-deed link can do. */
export const QUESTION_DEEDS: readonly DeedKind[] = [{ command: ANSWER_DEED, describe: describeAnswer }];
/** For the page of rules of everything owed. */
export const QUESTION_RULES: readonly Rule[] = [ANSWER_RULE, RESPONSE_RULE];

/** For desks, drafts and the front page: comments to read, responses owed, what stands open to say. */
export { DraftPanel, OpenNow, OwedResponses, WaitingComments } from './consultations/pages/panels.tsx';
export { publicConsultationPaths, waitingComments } from './consultations/queries.ts';
export { openOn, owedResponses, toldOf } from './consultations/waiting/queries.ts';
/** For desks: who moderates, for whom somebody answers. */
export { answersFor, mayModerate } from './questions/access.ts';
/** Names and pages of what questions speak of; can a body be asked today? */
export { isBodyAsked, namesOf } from './questions/names/queries.ts';
/** For desks: what waits for a moderator, whose answers are owed. */
export { OwedAnswers, WaitingList } from './questions/pages/desk-lists.tsx';
/** On the page of a place or body: what was asked there. */
export { QuestionsPanel } from './questions/pages/panel.tsx';
/** `owedAnswers(db, forum, bodies | 'all')`, `waitingQuestions(db, forum)`, a page of what is published, paths for the map of a site. */
export { owedAnswers, publicQuestionPaths, publishedPage, waitingQuestions } from './questions/queries.ts';
