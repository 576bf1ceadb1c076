import type { Module } from '#core/module.ts';
import { PARTICIPATION_DOES } from './questions/access.ts';
import { answerQuestion } from './questions/answers/commands.ts';
import { answerRoutes } from './questions/answers/routes.ts';
import { askQuestion, withdrawQuestion } from './questions/asking/commands.ts';
import { askingRoutes } from './questions/asking/routes.ts';
import { publishQuestion, refuseQuestion } from './questions/moderation/commands.ts';
import { moderationRoutes } from './questions/moderation/routes.ts';
import { questionRoutes } from './questions/routes.ts';
import { QUESTION_DATA } from './questions/rules.ts';
import { QUESTION_THINGS } from './questions/withheld/api.ts';
import type { ParticipationNeeds } from './schema.ts';

/** Every deed on questions that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  ...['question_received', 'question_withdrawn', 'question_published', 'question_refused', 'question_answered'],
] as const;

/** What residents say and what is answered. `needs` brings what other rooms of its rank know. */
export function participationModule(needs: ParticipationNeeds): Module {
  const ask = askQuestion(needs);
  return {
    name: 'participation',
    // Fixed words before `:number`.
    routes: [...askingRoutes(needs, ask), ...moderationRoutes, ...answerRoutes(needs.files), ...questionRoutes],
    deeds: PARTICIPATION_DOES,
    commands: [ask, withdrawQuestion, publishQuestion, refuseQuestion, answerQuestion],
    entries: Object.fromEntries(
      ENTRIES.map((kind) => [`participation.${kind}`, { sentence: `participation.log.${kind}`, followable: true }]),
    ),
    menu: [{ id: 'questions', order: 40, label: (lang) => lang.t('participation.menu'), path: '/questions' }],
    // No person, no contact and no file: nothing personal becomes public with it.
    parts: [
      {
        ...{ id: 'questions', name: 'participation.questions.title', paths: ['/questions'], files: false },
        personal: async () => [],
      },
    ],
    data: QUESTION_DATA,
    things: QUESTION_THINGS,
  };
}
