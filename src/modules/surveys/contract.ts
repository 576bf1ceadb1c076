/** Surveys for higher rooms: a part of desks, and addresses. */

/** Who keeps the surveys of a forum. */
export { mayKeepSurveys } from './access.ts';
export { publicFindingPaths, publicSurveyPaths } from './paths/queries.ts';
/** `SurveyDesk` draws what `surveyLines(db, forum, { lang, today, person, keeps })` finds. */
export { SurveyDesk } from './waiting/pages/survey-desk.tsx';
export { surveyLines } from './waiting/queries.ts';
