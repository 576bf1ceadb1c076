import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { lineShape, textsShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { openCase } from '#modules/obligations/contract.ts';
import type { ParticipationTables } from '../../schema.ts';
import { numberShape } from '../../voices/forms.ts';
import { isRedaction, SENTENCE_MOST, TAKEN_OUT } from '../../voices/rules.ts';
import { REFUSED_FOR } from '../../voices/schema.ts';
import { mayModerate } from '../access.ts';
import { isBodyAsked } from '../names/queries.ts';
import { lockQuestion, questionById, questionByNumber } from '../queries.ts';
import { ANSWER_KIND, ANSWER_RULE, pathOf, stateOf, TEXT_MOST } from '../rules.ts';
import type { Question } from '../schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<ParticipationTables>();

/** The question of this number while nobody has decided, its row locked. */
async function undecided(ctx: Ctx, number: number): Promise<Result<Question>> {
  const found = await questionByNumber(ctx.db, ctx.forum.id, number);
  if (!found) return refuse('not_found', message('participation.questions.unknown'));
  await lockQuestion(ctx.db, ctx.forum.id, found.id);
  const question = (await questionById(ctx.db, ctx.forum.id, found.id))!;
  if (stateOf(question) !== 'waiting') return refuse('conflict', message('participation.moderation.decided'));
  return { ok: true, value: question };
}

/**
 * Makes a question public within the caller's transaction and opens the clock of its answer: registered with the body
 * today. `text`: what stands in place of the words as they were asked, which are then kept nowhere.
 */
export async function publish(ctx: Ctx, question: Question, body: string, text: Texts | null): Promise<Result<null>> {
  const { id: question_id } = question;
  await tables(ctx)
    .insertInto('participation_publications')
    .values({
      ...{ forum_id: ctx.forum.id, question_id, on_day: ctx.today, body_id: body },
      ...{ entered_at: ctx.now, entered_by: text ? personOf(ctx.actor) : null },
    })
    .execute();
  if (text)
    await tables(ctx)
      .updateTable('participation_questions')
      .set({ text: json(text) })
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', question.id)
      .execute();
  const opened = await openCase(ctx, {
    ...{ rule: ANSWER_RULE, body, reference: null, trigger: { on: ctx.today, at: null }, path: pathOf(question) },
    title: message('participation.clock.question', { number: question.number }),
    subject: { kind: ANSWER_KIND, group: question.id, id: question.id },
  });
  return opened.ok ? { ok: true, value: null } : opened;
}

/** A moderator publishes: the words as they were asked, with "[..]" where something could lead to a person. */
export const publishQuestion = command({
  name: 'participation.publish',
  input: v.object({ number: numberShape, text: lineShape(TEXT_MOST), body: v.nullable(idShape()) }),
  access: (ctx) => mayModerate(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const found = await undecided(ctx, given.number);
    if (!found.ok) return found;
    const question = found.value;
    const asked = choose(question.text ?? {}, ctx.lang);
    if (!isRedaction(asked.text, given.text)) {
      const changed = message('participation.moderation.changed');
      return refuse('bad_input', changed, [{ field: 'text', message: changed }]);
    }
    const body = question.body ?? given.body;
    if (!body || !(await isBodyAsked(ctx.db, ctx.forum.id, body, ctx.today))) {
      const nobody = message('participation.moderation.no_body');
      return refuse('bad_input', nobody, [{ field: 'body', message: nobody }]);
    }
    const published = await publish(ctx, question, body, { [asked.language]: given.text });
    if (!published.ok) return published;
    const path = pathOf(question);
    return done(
      { path },
      {
        kind: 'participation.question_published',
        object: { type: 'question', id: question.id, path },
        params: { number: question.number, redacted: given.text.includes(TAKEN_OUT) ? 'yes' : 'no' },
        place: question.place,
        bodies: [body],
      },
    );
  },
});

/** A moderator does not publish it, by a published rule, and says in a sentence to whoever asked what to do. */
export const refuseQuestion = command({
  name: 'participation.refuse',
  input: v.object({ number: numberShape, rule: v.picklist(REFUSED_FOR), why: textsShape(SENTENCE_MOST) }),
  access: (ctx) => mayModerate(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const found = await undecided(ctx, given.number);
    if (!found.ok) return found;
    const { id, number } = found.value;
    await tables(ctx)
      .insertInto('participation_refusals')
      .values({
        ...{ forum_id: ctx.forum.id, question_id: id, on_day: ctx.today, rule: given.rule },
        ...{ sentence: json(given.why), entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    const path = pathOf(found.value);
    return done(
      { path },
      {
        kind: 'participation.question_refused',
        object: { type: 'question', id, path },
        params: { number, rule: given.rule },
      },
    );
  },
});
