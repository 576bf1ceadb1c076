import type { Lang } from '#core/i18n/lang.ts';
import type { Module } from '#core/module.ts';
import { CONSULTATION_DOES } from './consultations/access.ts';
import { correctResponse, groupComments, respond, ungroupComments } from './consultations/answering/commands.ts';
import { answeringRoutes } from './consultations/answering/routes.ts';
import { commentOn, enterComment, withdrawComment } from './consultations/commenting/commands.ts';
import { commentingRoutes } from './consultations/commenting/routes.ts';
import { publishCommentary, refuseComment } from './consultations/moderation/commands.ts';
import { moderationRoutes as commentModerationRoutes } from './consultations/moderation/routes.ts';
import { openConsultation } from './consultations/opening/commands.ts';
import { openingRoutes } from './consultations/opening/routes.ts';
import { receiptRoutes } from './consultations/receipts/routes.ts';
import { reportRoutes } from './consultations/report/routes.ts';
import { consultationRoutes } from './consultations/routes.ts';
import { CONSULTATION_DATA } from './consultations/rules.ts';
import { CONSULTATION_THINGS, CONSULTATIONS_PART } from './consultations/withheld/api.ts';
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

/** Every deed on questions and consultations that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  ...['question_received', 'question_withdrawn', 'question_published', 'question_refused', 'question_answered'],
  ...['consultation_opened', 'comment_received', 'comment_withdrawn', 'comment_published', 'comment_redacted'],
  ...['comment_refused', 'comments_grouped', 'comments_ungrouped', 'response_given', 'response_corrected'],
] as const;

/** What residents say and what is answered. `needs` brings what other rooms of its rank know. */
export function participationModule(needs: ParticipationNeeds): Module {
  const ask = askQuestion(needs);
  const commenting = { comment: commentOn(needs), enter: enterComment(needs) };
  return {
    name: 'participation',
    // Fixed words before `:number` and `:label`.
    routes: [
      ...[...askingRoutes(needs, ask), ...moderationRoutes, ...answerRoutes(needs.files), ...questionRoutes],
      ...[...openingRoutes, ...receiptRoutes, ...commentModerationRoutes, ...commentingRoutes(needs, commenting)],
      ...[...answeringRoutes(needs.files), ...reportRoutes, ...consultationRoutes],
    ],
    deeds: { ...PARTICIPATION_DOES, deeds: [...PARTICIPATION_DOES.deeds, ...CONSULTATION_DOES] },
    commands: [
      ...[ask, withdrawQuestion, publishQuestion, refuseQuestion, answerQuestion],
      ...[openConsultation, commenting.comment, commenting.enter, withdrawComment, publishCommentary, refuseComment],
      ...[groupComments, ungroupComments, respond, correctResponse],
    ],
    entries: Object.fromEntries(
      ENTRIES.map((kind) => [`participation.${kind}`, { sentence: `participation.log.${kind}`, followable: true }]),
    ),
    // One entry: it leads to the first of these pages that is public.
    menu: ['/questions', '/consultations'].map((path) => ({
      ...{ id: 'questions', order: 40, label: (lang: Lang) => lang.t('participation.menu'), path },
    })),
    // No person, no contact and no file: nothing personal becomes public with it.
    parts: [
      {
        ...{ id: 'questions', name: 'participation.questions.title', paths: ['/questions'], files: false },
        personal: async () => [],
      },
      CONSULTATIONS_PART,
    ],
    data: [...QUESTION_DATA, ...CONSULTATION_DATA],
    things: [...QUESTION_THINGS, ...CONSULTATION_THINGS],
  };
}
