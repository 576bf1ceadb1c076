import * as v from 'valibot';
import { type Ctx, command, done, no, type Verdict } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { textsShape } from '#core/shapes.ts';
import { type Paper, paperShape, personOf, wayOf } from '#core/way.ts';
import type { ParticipationTables } from '../../schema.ts';
import { numberShape } from '../../voices/forms.ts';
import { mayKeep, mayRespond } from '../access.ts';
import { consultationById, lockConsultation, wholeOf } from '../queries.ts';
import { citation, GIST_MOST, placePath, REASON_MOST, unitsOf } from '../rules.ts';
import { type Consultation, type GroupId, OUTCOMES, type ResponseId, type ResponseWay, type Unit } from '../schema.ts';
import { nextPlace, settleResponses } from '../settling/commands.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<ParticipationTables>();

interface Opened {
  readonly consultation: Consultation;
  readonly units: readonly Unit[];
}

/** The consultation with what is answered in it, locked. */
async function opened(ctx: Ctx, id: string): Promise<Result<Opened>> {
  const consultation = await consultationById(ctx.db, ctx.forum.id, id);
  if (!consultation) return refuse('not_found', message('participation.consultations.unknown'));
  await lockConsultation(ctx.db, ctx.forum.id, id);
  return { ok: true, value: { consultation, units: unitsOf(await wholeOf(ctx.db, ctx.forum.id, consultation)) } };
}

const about = (consultation: Consultation, id: string, place: number) => ({
  object: { type: 'consultation', id: consultation.id, path: placePath(consultation, place) },
  touched: [{ type: 'comment', id, path: placePath(consultation, place) }],
  params: { citation: citation(consultation, place) },
  bodies: [consultation.body],
});

/** Comments that say the same are answered together; none of them has a response yet or stands in another group. */
export const groupComments = command({
  name: 'participation.group_comments',
  input: v.object({
    consultation: idShape(),
    places: v.pipe(v.array(numberShape), v.minLength(2), v.maxLength(500)),
    gist: textsShape(GIST_MOST),
  }),
  access: (ctx) => mayKeep(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const found = await opened(ctx, given.consultation);
    if (!found.ok) return found;
    const { consultation, units } = found.value;
    const places = [...new Set(given.places)];
    const free = units.filter((unit) => !unit.group && !unit.response && places.includes(unit.place));
    if (free.length < 2 || free.length < places.length)
      return refuseFields([{ field: 'places', message: message('participation.consultations.wrong.taken') }]);
    const [id, place] = [uuidv7(ctx.now) as GroupId, await nextPlace(ctx, consultation.id)];
    const forum_id = ctx.forum.id;
    await tables(ctx)
      .insertInto('participation_groups')
      .values({
        ...{ forum_id, id, consultation_id: consultation.id, place, gist: json(given.gist), on_day: ctx.today },
        ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    await tables(ctx)
      .insertInto('participation_group_comments')
      .values(free.map((unit) => ({ forum_id, comment_id: unit.comments[0]!.id, group_id: id })))
      .execute();
    const settled = await settleResponses(ctx, consultation);
    if (!settled.ok) return settled;
    const entry = about(consultation, id, place);
    const params = { ...entry.params, n: free.length };
    return done({ path: placePath(consultation, place) }, { ...entry, kind: 'participation.comments_grouped', params });
  },
});

/** Takes a group without a response apart: each comment stands and is answered by itself again. */
export const ungroupComments = command({
  name: 'participation.ungroup_comments',
  input: v.object({ consultation: idShape(), place: numberShape }),
  access: (ctx) => mayKeep(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const found = await opened(ctx, given.consultation);
    if (!found.ok) return found;
    const { consultation, units } = found.value;
    const unit = units.find(({ place, group }) => group && place === given.place);
    if (!unit?.group) return refuse('not_found', message('participation.consultations.unknown_place'));
    if (unit.response) return refuse('conflict', message('participation.consultations.wrong.answered'));
    const { id } = unit.group;
    await tables(ctx)
      .deleteFrom('participation_group_comments')
      .where('forum_id', '=', ctx.forum.id)
      .where('group_id', '=', id)
      .execute();
    await tables(ctx)
      .deleteFrom('participation_groups')
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', id)
      .execute();
    const settled = await settleResponses(ctx, consultation);
    if (!settled.ok) return settled;
    return done(null, { ...about(consultation, id, unit.place), kind: 'participation.comments_ungrouped' });
  },
});

const answer = { outcome: v.picklist(OUTCOMES), reason: textsShape(REASON_MOST) };

/** For a consultation that is not there the answer is the same "no" as for another body's. */
async function access(ctx: Ctx, id: string, paper: boolean): Promise<Verdict> {
  const consultation = await consultationById(ctx.db, ctx.forum.id, id);
  return consultation
    ? mayRespond(ctx.actor, ctx.forum, consultation, paper)
    : no(message('participation.consultations.denied.respond'));
}

const responseShape = v.object({
  ...{ consultation: idShape(), place: numberShape, ...answer },
  /** Given: staff enters what came on paper. */
  paper: v.nullable(paperShape),
});

/** What became of a comment or a group, with the reason; what was owed is done on the day of the response. */
export const respond = command({
  name: 'participation.respond',
  input: responseShape,
  assisted: 'participation.log.response_given',
  access: (ctx, given: v.InferOutput<typeof responseShape>) => access(ctx, given.consultation, given.paper !== null),
  run: async (ctx, given) => {
    const found = await opened(ctx, given.consultation);
    if (!found.ok) return found;
    const { consultation, units } = found.value;
    const unit = units.find(({ place }) => place === given.place);
    if (!unit) return refuse('not_found', message('participation.consultations.unknown_place'));
    if (unit.response) return refuse('conflict', message('participation.consultations.wrong.answered'));
    const { paper } = given;
    const since = unit.comments.map(({ publishedOn }) => publishedOn!).toSorted()[0];
    if (paper && since && paper.day < since)
      return refuseFields([
        { field: 'paper_day', message: message('participation.consultations.wrong.before', { date: since }) },
      ]);
    const id = uuidv7(ctx.now) as ResponseId;
    await tables(ctx)
      .insertInto('participation_responses')
      .values({
        ...{ forum_id: ctx.forum.id, id, consultation_id: consultation.id, answers_id: unit.id },
        ...{
          outcome: given.outcome,
          reason: json(given.reason),
          on_day: paper?.day ?? ctx.today,
          way: came(ctx, paper),
        },
        ...{ paper_ref: paper?.ref ?? null, paper_day: paper?.day ?? null },
        paper_file: paper?.scan ? await insertFile(ctx, paper.scan, false) : null,
        ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    const settled = await settleResponses(ctx, consultation);
    if (!settled.ok) return settled;
    const entry = about(consultation, unit.id, unit.place);
    const params = { ...entry.params, outcome: given.outcome };
    return done(
      { path: placePath(consultation, unit.place) },
      { ...entry, kind: 'participation.response_given', params, ...(paper ? { way: 'paper' as const } : {}) },
    );
  },
});

function came(ctx: Ctx, paper: Paper | null): ResponseWay {
  if (paper) return 'paper';
  return wayOf(ctx.actor) === 'assisted' ? 'assisted' : 'account';
}

const correctionShape = v.object({
  ...{ consultation: idShape(), place: numberShape, ...answer },
  why: textsShape(GIST_MOST),
});

/** A response stays as it was given; what was wrong in it is corrected beside it, with the day and the reason. */
export const correctResponse = command({
  name: 'participation.correct_response',
  input: correctionShape,
  access: (ctx, given: v.InferOutput<typeof correctionShape>) => access(ctx, given.consultation, false),
  run: async (ctx, given) => {
    const found = await opened(ctx, given.consultation);
    if (!found.ok) return found;
    const { consultation, units } = found.value;
    const unit = units.find(({ place }) => place === given.place);
    if (!unit?.response) return refuse('not_found', message('participation.consultations.wrong.no_response'));
    await tables(ctx)
      .insertInto('participation_response_corrections')
      .values({
        ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now), response_id: unit.response.id, outcome: given.outcome },
        ...{ reason: json(given.reason), why: json(given.why), on_day: ctx.today },
        ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    const entry = about(consultation, unit.id, unit.place);
    return done(
      { path: placePath(consultation, unit.place) },
      { ...entry, kind: 'participation.response_corrected', params: { ...entry.params, outcome: given.outcome } },
    );
  },
});
