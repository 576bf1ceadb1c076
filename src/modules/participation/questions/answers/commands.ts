import * as v from 'valibot';
import { type Ctx, command, done, no, type Verdict } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { textsShape } from '#core/shapes.ts';
import { paperShape, personOf, wayOf } from '#core/way.ts';
import { fulfilCase, lockSubject } from '#modules/obligations/contract.ts';
import type { ParticipationTables } from '../../schema.ts';
import { mayAnswer, mayEnterPaper } from '../access.ts';
import { lockQuestion, questionById } from '../queries.ts';
import { ANSWER_KIND, ANSWER_MOST, pathOf } from '../rules.ts';
import type { AnswerId, AnswerWay } from '../schema.ts';

const input = v.object({
  question: idShape(),
  text: textsShape(ANSWER_MOST),
  /** Given: staff enters what came on paper. */
  paper: v.nullable(paperShape),
});

/** For a question that is not there the answer is the same "no" as for another body's. */
async function access(ctx: Ctx, { question: id, paper }: v.InferOutput<typeof input>): Promise<Verdict> {
  if (paper) return mayEnterPaper(ctx.actor, ctx.forum);
  const question = await questionById(ctx.db, ctx.forum.id, id);
  return question ? mayAnswer(ctx.actor, question, ctx.forum) : no(message('participation.questions.denied.answer'));
}

/** How an answer came; the program itself, which loads the demonstration, speaks for the body's account. */
function answeredBy(ctx: Ctx): AnswerWay {
  const way = wayOf(ctx.actor);
  return way === 'system' ? 'account' : way;
}

/** The body answers; what it owed is done on the day of the answer, of a letter on the day it bears. */
export const answerQuestion = command({
  name: 'participation.answer',
  assisted: 'participation.log.question_answered',
  input,
  access,
  run: async (ctx, given) => {
    await lockQuestion(ctx.db, ctx.forum.id, given.question);
    const question = await questionById(ctx.db, ctx.forum.id, given.question);
    if (!question?.publication) return refuse('not_found', message('participation.questions.unknown'));
    if (question.answer) return refuse('conflict', message('participation.answers.already'));
    const { paper } = given;
    if (paper && paper.day < question.publication.on) {
      const early = message('participation.answers.before', { date: question.publication.on });
      return refuse('bad_input', early, [{ field: 'paper_day', message: early }]);
    }
    const on = paper?.day ?? ctx.today;
    const { body } = question.publication;
    const id = uuidv7(ctx.now) as AnswerId;
    await ctx.db
      .withTables<ParticipationTables>()
      .insertInto('participation_answers')
      .values({
        ...{ forum_id: ctx.forum.id, id, question_id: question.id, body_id: body, on_day: on, text: json(given.text) },
        ...{ way: paper ? 'paper' : answeredBy(ctx), paper_ref: paper?.ref ?? null, paper_day: paper?.day ?? null },
        paper_file: paper?.scan ? await insertFile(ctx, paper.scan, false) : null,
        ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    const owed = await lockSubject(ctx.db, ctx.forum.id, ANSWER_KIND, question.id);
    if (owed) {
      const fulfilled = await fulfilCase(ctx, owed, { on, source: message('participation.clock.answered') });
      if (!fulfilled.ok) return fulfilled;
    }
    const path = pathOf(question);
    return done(
      { path },
      {
        kind: 'participation.question_answered',
        object: { type: 'question', id: question.id, path },
        touched: [{ type: 'answer', id, path }],
        params: { number: question.number },
        place: question.place,
        bodies: [body],
        ...(paper ? { way: 'paper' as const } : {}),
      },
    );
  },
});
