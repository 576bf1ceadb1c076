import type { Answer } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { PROBLEM_REASONS } from '../../filling/schema.ts';
import type { Going } from '../going/routes.ts';
import { everyIn, problemKey } from '../rules.ts';
import type { Instant } from '../schema.ts';

/** What a page of the form gives to the script that shows and hides its questions at once. */
export const instantOf = (on: Going, lang: Lang, part: readonly string[]): Instant => ({
  every: everyIn(on.state, on.filling, part),
  begun: {
    ...{ questions: `${on.here}/questions`, part, answers: on.state.answers, declined: on.filling.declined },
    ...{ now: on.filling.now, zone: on.zone, language: on.begun.language, seed: on.filling.seed },
    problems: Object.fromEntries(
      PROBLEM_REASONS.map((reason) => [reason, lang.t(problemKey({ reason, message: {} }))]),
    ),
  },
});

/** The questionnaire as the engine reads it. An edition never changes, so that a browser asks once. */
export const questionsOf = ({ form }: Going): Answer => ({
  ...{ kind: 'file', type: 'application/json; charset=utf-8', immutable: true },
  body: JSON.stringify(form.questionnaire),
});
