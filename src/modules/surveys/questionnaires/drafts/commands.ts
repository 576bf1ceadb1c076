import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { changedMeanwhile } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { personOf } from '#core/way.ts';
import { mayKeepSurveys } from '../../access.ts';
import type { QuestionnaireId, SurveyTables } from '../../schema.ts';
import { latestDraft, lockQuestionnaire } from '../queries.ts';
import { questionnaireShape } from './forms.ts';

const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<SurveyTables>();

/** The next number of a kind in this forum: given one after the other and never again. */
export async function nextNumber(ctx: Ctx, kind: 'questionnaire' | 'round' | 'finding'): Promise<number> {
  const row = await tables(ctx)
    .insertInto('surveys_numbers')
    .values({ forum_id: ctx.forum.id, kind, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['forum_id', 'kind']).doUpdateSet((is) => ({ last: is('surveys_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

async function found(ctx: Ctx): Promise<{ readonly id: QuestionnaireId; readonly number: number }> {
  const [id, number] = [uuidv7(ctx.now) as QuestionnaireId, await nextNumber(ctx, 'questionnaire')];
  const row = { forum_id: ctx.forum.id, id, number, entered_on: ctx.today, entered_at: ctx.now };
  await tables(ctx)
    .insertInto('surveys_questionnaires')
    .values({ ...row, entered_by: personOf(ctx.actor) })
    .execute();
  return { id, number };
}

const input = v.object({
  /** null: a new one, which gets the next number. */
  questionnaire: v.nullable(idShape<QuestionnaireId>()),
  /** The draft on which this one was built; another one since then is somebody else's and is not overwritten. */
  from: v.nullable(idShape()),
  origin: v.picklist(['pages', 'xlsform']),
  content: questionnaireShape,
});

/** Keeps a draft, whole. It may have faults; nothing is public, so there is no entry. */
export const writeQuestionnaire = command({
  name: 'surveys.write_questionnaire',
  input,
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const questionnaire = given.questionnaire
      ? await lockQuestionnaire(ctx.db, ctx.forum.id, given.questionnaire)
      : await found(ctx);
    if (!questionnaire) return refuse('not_found', message('surveys.questionnaires.unknown'));
    const last = await latestDraft(ctx.db, ctx.forum.id, questionnaire.id);
    if (last && last.id !== given.from) return changedMeanwhile();
    const id = uuidv7(ctx.now);
    await tables(ctx)
      .insertInto('surveys_drafts')
      .values({
        ...{ forum_id: ctx.forum.id, id, questionnaire_id: questionnaire.id, origin: given.origin },
        ...{ content: json(given.content), entered_on: ctx.today, entered_at: ctx.now },
        entered_by: personOf(ctx.actor),
      })
      .execute();
    return done({ ...questionnaire, draft: id }, null);
  },
});
