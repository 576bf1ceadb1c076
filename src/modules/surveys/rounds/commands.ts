import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { personOf } from '#core/way.ts';
import { placesById } from '#modules/places/contract.ts';
import { mayKeepSurveys } from '../access.ts';
import { nextNumber } from '../questionnaires/drafts/commands.ts';
import type { RoundId, SurveyTables } from '../schema.ts';
import { declarationShape, reasonShape, roundShape } from './forms.ts';
import { declarationsOf, roundById } from './queries.ts';
import { declarationFaults, pathOf } from './rules.ts';
import type { Declaration, Round } from './schema.ts';

export const tablesOf = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<SurveyTables>();

/** Columns of every row that somebody writes. */
export const enteredBy = (ctx: Ctx) => ({
  ...{ forum_id: ctx.forum.id, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
});

/** What an entry of the public record is about. */
export const roundObject = (round: Pick<Round, 'id' | 'number'>) => ({
  ...{ type: 'survey_round', id: round.id, path: pathOf(round) },
});

/** A title as the forum's own language says it, for sentences. */
export const titleIn = (ctx: Ctx, { title }: Pick<Declaration, 'title'>): string =>
  choose(title, ctx.forum.languages[0] ?? ctx.lang).text;

/**
 * A round is declared: how respondents are chosen, where, whom, by which ways, until when. It is public at once, before
 * anybody is asked; `after` is the round that it repeats.
 */
export const declareRound = command({
  name: 'surveys.declare_round',
  input: v.object({ declaration: declarationShape, after: v.nullable(idShape<RoundId>()) }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { declaration, after }) => {
    const fit = await fits(ctx, declaration);
    if (!fit.ok) return fit;
    if (after && !(await roundById(ctx.db, ctx.forum.id, after)))
      return refuse('not_found', message('surveys.round.none'));
    const [id, number] = [uuidv7(ctx.now) as RoundId, await nextNumber(ctx, 'round')];
    await tablesOf(ctx)
      .insertInto('surveys_rounds')
      .values({ ...enteredBy(ctx), id, number, after_id: after, entered_on: ctx.today })
      .execute();
    await insertDeclaration(ctx, id, declaration, null);
    return done(
      { id, number },
      {
        kind: 'surveys.round_declared',
        object: roundObject({ id, number }),
        params: { number, title: titleIn(ctx, declaration) },
      },
    );
  },
});

/**
 * What is declared is said anew; the earlier words stay. From the first interview on only with a reason, which stands
 * beside it. `seen` is the id of the declaration that was shown: nobody overwrites what they have not read.
 */
export const changeDeclaration = command({
  name: 'surveys.change_declaration',
  input: v.object({
    ...roundShape.entries,
    ...{ declaration: declarationShape, reason: reasonShape, seen: v.nullable(idShape()) },
  }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { round: id, declaration, reason, seen }) => {
    const open = await lockOpen(ctx, id);
    if (!open.ok) return open;
    const latest = (await declarationsOf(ctx.db, ctx.forum.id, id)).at(-1);
    if (seen !== null && latest?.id !== seen) return changedMeanwhile();
    if (reason === null && (await hasInterviews(ctx, id)))
      return refuseFields([{ field: 'reason', message: message('surveys.round.wrong.reason') }]);
    const fit = await fits(ctx, declaration);
    if (!fit.ok) return fit;
    await insertDeclaration(ctx, id, declaration, reason);
    const { number } = open.value;
    return done(
      { id, number },
      {
        kind: 'surveys.declaration_changed',
        object: roundObject(open.value),
        params: { number, title: titleIn(ctx, declaration), reason: reason ?? '' },
      },
    );
  },
});

/** Nobody is asked any more and nothing is delivered; a round that is given up says why. Contacts of respondents go with it. */
export const closeRound = command({
  name: 'surveys.close_round',
  input: v.object({ ...roundShape.entries, kind: v.picklist(['closed', 'given_up']), reason: reasonShape }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { round: id, kind, reason }) => {
    const open = await lockOpen(ctx, id);
    if (!open.ok) return open;
    const { number, declaration } = open.value;
    const early = kind === 'given_up' || ctx.today < declaration.until;
    if (early && reason === null)
      return refuseFields([{ field: 'reason', message: message('surveys.round.wrong.early') }]);
    await tablesOf(ctx)
      .insertInto('surveys_closures')
      .values({ ...enteredBy(ctx), round_id: id, kind, reason, on_day: ctx.today })
      .execute();
    await tablesOf(ctx)
      .deleteFrom('surveys_contacts')
      .where('forum_id', '=', ctx.forum.id)
      .where('round_id', '=', id)
      .execute();
    const { n } = await tablesOf(ctx)
      .selectFrom('surveys_interviews')
      .select((is) => is.fn.countAll<number>().as('n'))
      .where('forum_id', '=', ctx.forum.id)
      .where('round_id', '=', id)
      .executeTakeFirstOrThrow();
    const said = {
      object: roundObject(open.value),
      params: { number, title: titleIn(ctx, declaration), n: Number(n) },
    };
    const value = { id, number };
    if (kind === 'closed') return done(value, { kind: 'surveys.round_closed', ...said });
    const params = { ...said.params, reason: reason ?? '' };
    return done(value, { kind: 'surveys.round_given_up', ...said, params });
  },
});

/** The round, held against others until the deed is done; refused when it is closed. */
export async function lockOpen(ctx: Ctx, id: RoundId): Promise<Result<Round>> {
  await tablesOf(ctx)
    .selectFrom('surveys_rounds')
    .select('id')
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const round = await roundById(ctx.db, ctx.forum.id, id);
  if (!round) return refuse('not_found', message('surveys.round.none'));
  return round.closure
    ? refuse('conflict', message('surveys.round.closed_already', { number: round.number }))
    : ok(round);
}

/** Does what is declared agree with itself, with the editions that are frozen and with the register of places? */
async function fits(ctx: Ctx, given: Declaration): Promise<Result<true>> {
  const faults = declarationFaults(given);
  if (faults.length > 0) return refuseFields(faults);
  const edition = await tablesOf(ctx)
    .selectFrom('surveys_editions')
    .select('edition')
    .where('forum_id', '=', ctx.forum.id)
    .where('questionnaire_id', '=', given.questionnaire)
    .where('edition', '=', given.edition)
    .executeTakeFirst();
  if (!edition) return refuseFields([{ field: 'edition', message: message('surveys.round.wrong.edition') }]);
  const ids = given.places.map(({ place }) => place);
  const known = ids.length === 0 ? [] : await placesById(ctx.db, ctx.forum.id, ids);
  return known.length < ids.length
    ? refuseFields([{ field: 'places', message: message('surveys.round.wrong.place') }])
    : ok(true);
}

async function hasInterviews(ctx: Ctx, round: RoundId): Promise<boolean> {
  const row = await tablesOf(ctx)
    .selectFrom('surveys_interviews')
    .select('id')
    .where('forum_id', '=', ctx.forum.id)
    .where('round_id', '=', round)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function insertDeclaration(ctx: Ctx, round: RoundId, given: Declaration, reason: string | null): Promise<void> {
  const id = uuidv7(ctx.now);
  await tablesOf(ctx)
    .insertInto('surveys_declarations')
    .values({
      ...{ ...enteredBy(ctx), id, round_id: round, questionnaire_id: given.questionnaire, edition: given.edition },
      ...{ title: json(given.title), sampling: given.sampling, method: json(given.method) },
      ...{ population: given.population, population_source: given.populationSource, plan_id: given.plan },
      ...{ areas_asked: given.areasAsked, areas_all: given.areasAll, consent: json(given.consent) },
      ...{ from_day: given.from, until_day: given.until, modes: [...given.modes], single_use: given.singleUse },
      ...{ office_holders: given.officeHolders, smallest: given.smallest, paper_twice: given.paperTwice },
      ...{ reason, entered_on: ctx.today },
    })
    .execute();
  const of = { forum_id: ctx.forum.id, declaration_id: id };
  const places = given.places.map(({ place, wanted, population }) => ({ ...of, place_id: place, wanted, population }));
  if (places.length > 0) await tablesOf(ctx).insertInto('surveys_round_places').values(places).execute();
  const groups = given.groups.map(({ key, name, wanted, population }, i) => ({
    ...{ ...of, key, name: json(name), wanted, population, position: i + 1 },
  }));
  if (groups.length > 0) await tablesOf(ctx).insertInto('surveys_round_groups').values(groups).execute();
}
