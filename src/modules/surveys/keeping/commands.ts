import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { typedCode } from '#core/typed-code.ts';
import { personOf } from '#core/way.ts';
import { hashOf } from '#modules/identity/contract.ts';
import { fieldOf, fillingOf, problemKey } from '../capture/rules.ts';
import { FORM_MODES as IN_PAGE } from '../capture/schema.ts';
import { finish } from '../filling/rules.ts';
import type { Form } from '../filling/schema.ts';
import { roundObject, tablesOf } from '../rounds/commands.ts';
import { declarationsOf, roundById } from '../rounds/queries.ts';
import { keepsContacts } from '../rounds/rules.ts';
import type { Declaration, Round } from '../rounds/schema.ts';
import type { QuestionnaireId, RoundId } from '../schema.ts';
import { isAlone, mayHandIn } from './access.ts';
import { mayAskNow } from './arriving/commands.ts';
import { interviewShape } from './forms.ts';
import { formOf } from './queries.ts';
import { CODE_LETTERS, withoutContacts } from './rules.ts';
import type { Given, Receipt } from './schema.ts';

/**
 * Keeps one interview, whichever way it came. The same id again is the same interview: its receipt says so and nothing
 * is written twice. What cannot be kept is refused with a sentence and stays where it was made.
 */
export const keepInterview = command({
  name: 'surveys.keep_interview',
  input: interviewShape,
  access: (ctx, { mode }) => mayHandIn(ctx.actor, ctx.forum, mode),
  assisted: 'surveys.log.interview_kept',
  run: async (ctx, given) => {
    const before = await keptBefore(ctx, given);
    if (before) return before.ok ? done(before.value, null) : before;
    const round = await held(ctx, given.round);
    if (!round) return refuse('not_found', message('surveys.round.none'));
    if (given.mode === 'paper' && round.declaration.paperTwice)
      return refuse('conflict', message('surveys.keeping.twice'));
    const asks = await mayAskNow(ctx, round, given.mode);
    if (!asks.ok) return asks;
    const kept = await keepWithin(ctx, round, given);
    if (!kept.ok) return kept;
    if (kept.value.before) return done(kept.value, null);
    const { number } = round;
    const entry = { kind: 'surveys.interview_kept', object: roundObject(round), params: { number } };
    return done(kept.value, { ...entry, ofResident: true });
  },
});

/** The round, so that nobody closes it before this deed is done. */
async function held(ctx: Ctx, id: RoundId): Promise<Round | null> {
  await tablesOf(ctx)
    .selectFrom('surveys_rounds')
    .select('id')
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .forShare()
    .execute();
  return roundById(ctx.db, ctx.forum.id, id);
}

/** The receipt of an interview that is here already; null: it is new. */
async function keptBefore(ctx: Ctx, { id, round }: Given): Promise<Result<Receipt> | null> {
  const row = await tablesOf(ctx)
    .selectFrom('surveys_interviews')
    .select('round_id')
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return row.round_id === round ? ok({ id, before: true }) : refuse('conflict', message('surveys.keeping.other_round'));
}

/**
 * Writes one interview inside the transaction of somebody else's deed, after `held`: asks no permission and writes no
 * entry. Contacts go into a table of their own; after the last day of fieldwork they are not kept at all.
 */
export async function keepWithin(ctx: Ctx, round: Round, given: Given): Promise<Result<Receipt>> {
  const of = await askedBy(ctx, round, given);
  if (!of.ok) return of;
  const { questionnaire, form } = of.value;
  const { id, mode } = given;
  const alone = isAlone(mode);
  const moment = alone ? new Date(`${ctx.today}T12:00:00Z`) : ctx.now;
  const began = (given.startedAt ?? moment).getTime();
  const filling = { now: began, language: given.language, seed: id, declined: given.declined };
  const ended = finish(form, given.answers, fillingOf(filling, ctx.forum.zone));
  // Who answers in the page can still mend it; paper, phones and files say what was said.
  const faults = Object.entries(ended.problems);
  if (faults.length > 0 && IN_PAGE.some((one) => one === mode))
    return refuse(
      'bad_input',
      message('surveys.keeping.faults', { n: faults.length }),
      faults.map(([path, problem]) => ({ field: fieldOf(path), message: { key: problemKey(problem) } })),
    );
  const { answers, contacts } = withoutContacts(form.questionnaire, ended.answers);
  const written = await tablesOf(ctx)
    .insertInto('surveys_interviews')
    .values({
      ...{ forum_id: ctx.forum.id, id, round_id: round.id, questionnaire_id: questionnaire, edition: given.edition },
      ...{ mode, place_id: given.place, group_key: given.group, language: given.language },
      ...{ started_at: alone ? null : given.startedAt, finished_at: alone ? null : given.finishedAt },
      ...{ on_day: given.onDay, answers: json(answers), declined: json(given.declined), entered_on: ctx.today },
      ...{ entered_at: moment, entered_by: alone ? null : personOf(ctx.actor) },
    })
    .onConflict((key) => key.columns(['forum_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  // Somebody delivered the same a moment ago: theirs is kept, and the code was theirs too.
  if (!written) return (await keptBefore(ctx, given)) ?? refuse('conflict', message('surveys.keeping.other_round'));
  const spent = await spendCode(ctx, round, given);
  if (!spent.ok) return spent;
  if (Object.keys(contacts).length > 0 && keepsContacts(round, ctx.today))
    await tablesOf(ctx)
      .insertInto('surveys_contacts')
      .values({
        ...{ forum_id: ctx.forum.id, interview_id: id, round_id: round.id },
        ...{ contacts: json(contacts), entered_at: moment },
      })
      .execute();
  const pictures = given.pictures.map(({ path, file }) => ({
    ...{ forum_id: ctx.forum.id, interview_id: id, path, file, entered_at: moment },
  }));
  if (pictures.length > 0) await tablesOf(ctx).insertInto('surveys_pictures').values(pictures).execute();
  return ok({ id, before: false });
}

interface AskedBy {
  readonly questionnaire: QuestionnaireId;
  readonly form: Form;
}

/** The edition by which it was asked: of this round, now or before its declaration was changed; so are place and group. */
async function askedBy(ctx: Ctx, round: Round, given: Given): Promise<Result<AskedBy>> {
  const fits = ({ edition, places, groups }: Declaration) =>
    edition === given.edition &&
    (given.place === null || places.length === 0 || places.some(({ place }) => place === given.place)) &&
    (given.group === null || groups.some(({ key }) => key === given.group));
  let declared = fits(round.declaration) ? round.declaration : null;
  if (!declared) {
    const all = (await declarationsOf(ctx.db, ctx.forum.id, round.id)).map(({ declaration }) => declaration).reverse();
    if (!all.some(({ edition }) => edition === given.edition))
      return refuse('conflict', message('surveys.keeping.edition', { edition: given.edition, number: round.number }));
    declared = all.find(fits) ?? null;
  }
  if (!declared)
    return refuseFields([{ field: 'place', message: message('surveys.keeping.place', { number: round.number }) }]);
  const form = await formOf(ctx.db, ctx.forum.id, declared.questionnaire, declared.edition);
  return form
    ? ok({ questionnaire: declared.questionnaire, form })
    : refuse('conflict', message('surveys.keeping.edition', { edition: given.edition, number: round.number }));
}

/** A code is used up by its first answer; which answer that was is written nowhere. */
async function spendCode(ctx: Ctx, round: Round, { code: given, mode }: Given): Promise<Result<true>> {
  if (!round.declaration.singleUse || !isAlone(mode)) return ok(true);
  const code = given === null ? null : typedCode(given, CODE_LETTERS);
  if (!code) return refuseFields([{ field: 'code', message: message('surveys.keeping.code_missing') }]);
  const spent = await tablesOf(ctx)
    .updateTable('surveys_codes')
    .set({ used: true })
    .where('forum_id', '=', ctx.forum.id)
    .where('round_id', '=', round.id)
    .where('code_hash', '=', hashOf(code))
    .where('used', '=', false)
    .returning('batch')
    .executeTakeFirst();
  return spent ? ok(true) : refuseFields([{ field: 'code', message: message('surveys.keeping.code_used') }]);
}
