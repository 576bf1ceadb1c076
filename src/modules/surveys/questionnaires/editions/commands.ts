import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { jsonHash } from '#core/canonical-json.ts';
import { command, done } from '#core/command.ts';
import { refuse } from '#core/errors/result.ts';
import { changedMeanwhile } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { personOf } from '#core/way.ts';
import { mayKeepSurveys } from '../../access.ts';
import type { QuestionnaireId, SurveyTables } from '../../schema.ts';
import { faultsOf } from '../faults/rules.ts';
import { editionsOf, latestDraft, lockQuestionnaire } from '../queries.ts';
import type { Questionnaire } from '../schema.ts';

/** SHA-256 (hex) of a questionnaire's canonical JSON: by it anybody sees that two files are the same questionnaire. */
const hashOf = (content: Questionnaire): string =>
  jsonHash((bytes) => createHash('sha256').update(bytes).digest(), content);

const input = v.object({
  questionnaire: idShape<QuestionnaireId>(),
  /** The draft that was looked at; a newer one is not frozen unseen. */
  draft: idShape(),
});

/** Freezes the latest draft as the next edition. Rounds ask by editions only, so nobody changes a question while it is asked. */
export const freezeEdition = command({
  name: 'surveys.freeze_edition',
  input,
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const { db, forum } = ctx;
    const head = await lockQuestionnaire(db, forum.id, given.questionnaire);
    const draft = head && (await latestDraft(db, forum.id, head.id));
    if (!head || !draft) return refuse('not_found', message('surveys.questionnaires.unknown'));
    if (draft.id !== given.draft) return changedMeanwhile();
    const faults = faultsOf(draft.content);
    if (faults.length > 0)
      return refuse('conflict', message('surveys.questionnaires.editions.faulty', { n: faults.length }));
    const last = (await editionsOf(db, forum.id, head.id)).at(-1);
    const hash = hashOf(draft.content);
    if (last?.hash === hash)
      return refuse('conflict', message('surveys.questionnaires.editions.same', { edition: last.edition }));
    const edition = (last?.edition ?? 0) + 1;
    await db
      .withTables<SurveyTables>()
      .insertInto('surveys_editions')
      .values({
        ...{ forum_id: forum.id, questionnaire_id: head.id, edition, draft_id: draft.id, content_hash: hash },
        ...{ entered_on: ctx.today, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    const path = `/surveys/questionnaires/${head.number}/editions/${edition}`;
    return done(
      { number: head.number, edition, hash },
      {
        kind: 'surveys.edition_frozen',
        object: { type: 'questionnaire', id: head.id, path },
        params: { number: head.number, edition, hash },
      },
    );
  },
});
