/** Surveys for higher rooms: a part of desks, and addresses. */

/** Who keeps the surveys of a forum. */
export { mayKeepSurveys } from './access.ts';
/** Findings under numbers and judgements of plans: `bindingsOf(db, forum)`, and how a page says them. */
export { bindingsOf } from './findings/bindings/queries.ts';
export type { BoundFinding } from './findings/bindings/schema.ts';
export { figureSaid } from './findings/pages/parts/figure.tsx';
export { findingPath } from './findings/rules.ts';
export { publicFindingPaths, publicSurveyPaths } from './paths/queries.ts';
export { sayIn } from './questionnaires/rules.ts';
/** `SurveyDesk` draws what `surveyLines(db, forum, { lang, today, person, keeps })` finds. */
export { SurveyDesk } from './waiting/pages/survey-desk.tsx';
export { surveyLines } from './waiting/queries.ts';
