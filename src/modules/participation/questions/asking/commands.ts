import { sql } from 'kysely';
import * as v from 'valibot';
import { isShown } from '#core/caution/level.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { opennessOf } from '#core/db/opening-rows.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { lineShape, textsShape } from '#core/shapes.ts';
import { typedCode } from '#core/typed-code.ts';
import { hashOf } from '#modules/identity/contract.ts';
import type { MeasureAsked, ParticipationNeeds, ParticipationTables } from '../../schema.ts';
import { byDay } from '../../voices/commands.ts';
import { CODE_LETTERS } from '../../voices/rules.ts';
import { mayAsk } from '../access.ts';
import { publish } from '../moderation/commands.ts';
import { isBodyAsked, isPlaceAsked } from '../names/queries.ts';
import { lockQuestion, questionByCode } from '../queries.ts';
import { pathOf, stateOf, TEXT_DATUM, TEXT_MOST } from '../rules.ts';
import type { Question, QuestionId } from '../schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<ParticipationTables>();

const input = v.object({
  /** Made for the page on which the question is checked; it is on the receipt, and only its hash is kept. */
  code: lineShape(100),
  body: v.nullable(idShape()),
  place: v.nullable(idShape()),
  measure: v.nullable(idShape()),
  text: textsShape(TEXT_MOST),
});

type Asked = v.InferOutput<typeof input>;

/**
 * Somebody asks, without an account. The same code again is the same sending: the answer is the question that was
 * written the first time. At the open caution level it is public at once, else after a moderator; whoever does not know
 * whom to ask always waits for the moderator, who chooses.
 */
export const askQuestion = (needs: Pick<ParticipationNeeds, 'measures'>) =>
  command({
    name: 'participation.ask',
    input,
    access: (ctx) => mayAsk(ctx.forum),
    assisted: 'participation.log.question_received',
    run: async (given, asked: Asked) => {
      const ctx = byDay(given);
      const code = typedCode(asked.code, CODE_LETTERS);
      if (!code) return refuse('bad_input', message('participation.receipt.unknown'));
      const before = await questionByCode(ctx.db, ctx.forum.id, code);
      if (before) return done({ number: before.number }, null);
      const about = await aboutOf(ctx, needs, asked);
      if (!about.ok) return about;
      const question = await insert(ctx, hashOf(code), asked, about.value);
      if (!question) {
        const first = await questionByCode(ctx.db, ctx.forum.id, code);
        return done({ number: first!.number }, null);
      }
      const params = { number: question.number };
      const object = { type: 'question', id: question.id, path: pathOf(question) };
      const { level } = await opennessOf(ctx.db, ctx.forum);
      if (!question.body || !isShown(TEXT_DATUM, level))
        return done(params, { kind: 'participation.question_received', object, params, ofResident: true });
      const published = await publish(ctx, question, question.body, null);
      if (!published.ok) return published;
      return done(params, {
        ...{
          kind: 'participation.question_published',
          object,
          params: { ...params, redacted: 'no' },
          ofResident: true,
        },
        ...{ place: question.place, bodies: [question.body] },
      });
    },
  });

/** What it is about, as it is there today; refused at its field where it is not. */
async function aboutOf(
  ctx: Ctx,
  needs: Pick<ParticipationNeeds, 'measures'>,
  asked: Asked,
): Promise<Result<{ readonly measure: MeasureAsked | null }>> {
  const wrong = (field: string, what: Message) => refuse('bad_input', what, [{ field, message: what }]);
  if (asked.body && !(await isBodyAsked(ctx.db, ctx.forum.id, asked.body, ctx.today)))
    return wrong('body', message('participation.asking.no_such_body'));
  if (asked.place && !(await isPlaceAsked(ctx.db, ctx.forum.id, asked.place)))
    return wrong('place', message('participation.asking.no_such_place'));
  if (!asked.measure) return { ok: true, value: { measure: null } };
  const measure = (await needs.measures(ctx.db, ctx.forum, ctx.today)).find((one) => one.id === asked.measure);
  return measure ? { ok: true, value: { measure } } : wrong('measure', message('participation.asking.no_such_measure'));
}

/** Writes the question under the next number; null when the same code was written a moment ago. */
async function insert(
  ctx: Ctx,
  hash: string,
  asked: Asked,
  { measure }: { readonly measure: MeasureAsked | null },
): Promise<Question | null> {
  const id = uuidv7(ctx.now) as QuestionId;
  const { rows } = await sql<{ last: number }>`
    insert into participation_numbers (forum_id, last) values (${ctx.forum.id}, 1)
    on conflict (forum_id) do update set last = participation_numbers.last + 1 returning last`.execute(ctx.db);
  const number = Number(rows[0]!.last);
  const written = await tables(ctx)
    .insertInto('participation_questions')
    .values({
      ...{ forum_id: ctx.forum.id, id, number, code_hash: hash, received_on: ctx.today, text: json(asked.text) },
      ...{ body_id: asked.body, place_id: asked.place, measure_id: measure?.id ?? null },
      measure_path: measure?.path ?? null,
      measure_title: measure ? json(measure.title) : null,
    })
    .onConflict((key) => key.columns(['forum_id', 'code_hash']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) {
    // Its row is locked by this deed, so nobody took a later number meanwhile: none is left out.
    await tables(ctx)
      .updateTable('participation_numbers')
      .set((is) => ({ last: is('last', '-', 1) }))
      .where('forum_id', '=', ctx.forum.id)
      .execute();
    return null;
  }
  return {
    ...{ id, number, receivedOn: ctx.today, body: asked.body, place: asked.place, text: asked.text, measure },
    ...{ withdrawnOn: null, refusal: null, publication: null, answer: null },
  };
}

/** Whoever has the code takes the question back before it is public: the words are gone, the number stays. */
export const withdrawQuestion = command({
  name: 'participation.withdraw',
  input: v.object({ code: lineShape(100) }),
  access: (ctx) => mayAsk(ctx.forum),
  assisted: 'participation.log.question_withdrawn',
  run: async (given, { code }) => {
    const ctx = byDay(given);
    const found = await questionByCode(ctx.db, ctx.forum.id, code);
    if (!found) return refuse('not_found', message('participation.receipt.unknown'));
    await lockQuestion(ctx.db, ctx.forum.id, found.id);
    const question = (await questionByCode(ctx.db, ctx.forum.id, code))!;
    if (stateOf(question) !== 'waiting') return refuse('conflict', message('participation.receipt.too_late'));
    const key = { forum_id: ctx.forum.id, question_id: question.id };
    await tables(ctx)
      .insertInto('participation_withdrawals')
      .values({ ...key, on_day: ctx.today })
      .execute();
    await tables(ctx)
      .updateTable('participation_questions')
      .set({ text: null })
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', question.id)
      .execute();
    const { number } = question;
    return done(
      { number },
      {
        kind: 'participation.question_withdrawn',
        object: { type: 'question', id: question.id, path: pathOf(question) },
        params: { number },
        ofResident: true,
      },
    );
  },
});
