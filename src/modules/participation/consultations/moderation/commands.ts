import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { lineShape, textsShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { mayModerate } from '../../questions/access.ts';
import type { ParticipationTables } from '../../schema.ts';
import { numberShape } from '../../voices/forms.ts';
import { isRedaction, SENTENCE_MOST } from '../../voices/rules.ts';
import { REFUSED_FOR } from '../../voices/schema.ts';
import { publishComment } from '../commenting/commands.ts';
import { commentAt, consultationById, lockConsultation } from '../queries.ts';
import { COMMENT_MOST, citation, commentState, isRedacted, placePath } from '../rules.ts';
import type { Comment, Consultation } from '../schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<ParticipationTables>();
const which = { consultation: idShape(), place: numberShape };

interface Undecided {
  readonly consultation: Consultation;
  readonly comment: Comment;
}

/** The comment of this place while nobody has decided, its consultation locked. */
async function undecided(
  ctx: Ctx,
  asked: { readonly consultation: string; readonly place: number },
): Promise<Result<Undecided>> {
  const consultation = await consultationById(ctx.db, ctx.forum.id, asked.consultation);
  if (!consultation) return refuse('not_found', message('participation.consultations.unknown'));
  await lockConsultation(ctx.db, ctx.forum.id, consultation.id);
  const comment = await commentAt(ctx.db, ctx.forum.id, consultation.id, asked.place);
  if (!comment) return refuse('not_found', message('participation.consultations.unknown_place'));
  if (commentState(comment) !== 'waiting') return refuse('conflict', message('participation.moderation.decided'));
  return { ok: true, value: { consultation, comment } };
}

/** A moderator publishes: the words as they were written, with "[..]" where something could lead to a person. */
export const publishCommentary = command({
  name: 'participation.publish_comment',
  input: v.object({ ...which, text: lineShape(COMMENT_MOST), signed: v.boolean() }),
  access: (ctx) => mayModerate(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const found = await undecided(ctx, given);
    if (!found.ok) return found;
    const { consultation, comment } = found.value;
    const said = choose(comment.text ?? {}, ctx.lang);
    if (!isRedaction(said.text, given.text))
      return refuseFields([{ field: 'text', message: message('participation.moderation.changed') }]);
    await tables(ctx)
      .updateTable('participation_comments')
      .set({ text: json({ [said.language]: given.text }), signature: given.signed ? comment.signature : null })
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', comment.id)
      .execute();
    const settled = await publishComment(ctx, consultation, comment.id, personOf(ctx.actor));
    if (!settled.ok) return settled;
    const path = placePath(consultation, comment.place);
    return done(
      { path },
      {
        ...(isRedacted(given.text)
          ? { kind: 'participation.comment_redacted' }
          : { kind: 'participation.comment_published' }),
        object: { type: 'comment', id: comment.id, path },
        touched: [{ type: 'consultation', id: consultation.id, path }],
        params: { citation: citation(consultation, comment.place) },
      },
    );
  },
});

/** A moderator does not publish it, by a published rule, and says in a sentence to whoever wrote what to do. */
export const refuseComment = command({
  name: 'participation.refuse_comment',
  input: v.object({ ...which, rule: v.picklist(REFUSED_FOR), why: textsShape(SENTENCE_MOST) }),
  access: (ctx) => mayModerate(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const found = await undecided(ctx, given);
    if (!found.ok) return found;
    const { consultation, comment } = found.value;
    await tables(ctx)
      .insertInto('participation_comment_refusals')
      .values({
        ...{ forum_id: ctx.forum.id, comment_id: comment.id, on_day: ctx.today, rule: given.rule },
        ...{ sentence: json(given.why), entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    const path = placePath(consultation, comment.place);
    return done(
      { path },
      {
        kind: 'participation.comment_refused',
        object: { type: 'comment', id: comment.id, path },
        params: { citation: citation(consultation, comment.place), rule: given.rule },
      },
    );
  },
});
