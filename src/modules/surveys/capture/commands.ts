import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { lineShape } from '#core/shapes.ts';
import { addDays } from '#core/time/plain-date.ts';
import { hashOf } from '#modules/identity/contract.ts';
import { isAlone, mayHandIn } from '../keeping/access.ts';
import { answersShape, declinedShape } from '../keeping/forms.ts';
import { unusedCode } from '../rounds/codes/queries.ts';
import { tablesOf } from '../rounds/commands.ts';
import { groupKey, roundShape } from '../rounds/forms.ts';
import { roundById, roundsOf } from '../rounds/queries.ts';
import { keepsContacts, takes } from '../rounds/rules.ts';
import type { InterviewId } from '../schema.ts';
import { begunBySecret } from './queries.ts';
import { KEPT_DAYS } from './rules.ts';
import { FORM_MODES } from './schema.ts';

const secretShape = lineShape(100);

/** Somebody begins to fill in the form of a round; `secret` is made for the address by which they go on. */
export const beginFilling = command({
  name: 'surveys.begin_filling',
  input: v.object({
    ...roundShape.entries,
    ...{ secret: secretShape, mode: v.picklist(FORM_MODES), language: lineShape(40) },
    ...{ place: v.nullable(idShape()), group: v.nullable(groupKey), code: v.nullable(lineShape(100)) },
  }),
  access: (ctx, { mode }) => mayHandIn(ctx.actor, ctx.forum, mode),
  assisted: 'surveys.does.begin_filling',
  run: async (ctx, { round: id, secret, mode, language, place, group, code }) => {
    const round = await roundById(ctx.db, ctx.forum.id, id);
    if (!round) return refuse('not_found', message('surveys.round.none'));
    const { declaration, number } = round;
    if (!takes(round, mode, ctx.today)) return refuse('conflict', message('surveys.keeping.late', { number }));
    const asksCode = declaration.singleUse && isAlone(mode);
    const slip = asksCode ? await unusedCode(ctx.db, ctx.forum.id, id, code ?? '') : null;
    if (asksCode && !slip) return refuseFields([{ field: 'code', message: message('surveys.keeping.code_used') }]);
    const [where, whom] = [slip?.place ?? place, slip?.group ?? group];
    if (declaration.places.length > 0 && !declaration.places.some((one) => one.place === where))
      return refuseFields([{ field: 'place', message: message('surveys.capture.wrong.place') }]);
    if (declaration.groups.length > 0 && !declaration.groups.some(({ key }) => key === whom))
      return refuseFields([{ field: 'group', message: message('surveys.capture.wrong.group') }]);
    await tablesOf(ctx)
      .insertInto('surveys_fillings')
      .values({
        // Neither hour nor moment of who answers alone, not in the id either.
        ...{ forum_id: ctx.forum.id, id: uuidv7(new Date(`${ctx.today}T12:00:00Z`)) as InterviewId, round_id: id },
        ...{ secret_hash: hashOf(secret), edition: declaration.edition, mode, language, place_id: where },
        ...{ group_key: whom, code: slip?.code ?? null, answers: json({}), declined: json({}) },
        ...{ begun_on: ctx.today, touched_on: ctx.today },
      })
      .execute();
    return done({ secret }, null);
  },
});

/** Keeps what was written so far. */
export const keepFilling = command({
  name: 'surveys.keep_filling',
  input: v.object({ secret: secretShape, answers: answersShape, declined: declinedShape }),
  access: (ctx) => mayHandIn(ctx.actor, ctx.forum, 'link'),
  assisted: 'surveys.does.keep_filling',
  run: async (ctx, { secret, answers, declined }) => {
    const begun = await begunBySecret(ctx.db, ctx.forum.id, secret);
    if (!begun) return refuse('gone', message('surveys.capture.gone'));
    await tablesOf(ctx)
      .updateTable('surveys_fillings')
      .set({ answers: json(answers), declined: json(declined), touched_on: ctx.today })
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', begun.id)
      .execute();
    return done({ id: begun.id }, null);
  },
});

/** Forgets what was written so far: it was handed in. */
export const endFilling = command({
  name: 'surveys.end_filling',
  input: v.object({ secret: secretShape }),
  access: (ctx) => mayHandIn(ctx.actor, ctx.forum, 'link'),
  assisted: 'surveys.does.end_filling',
  run: async (ctx, { secret }) => {
    await tablesOf(ctx)
      .deleteFrom('surveys_fillings')
      .where('forum_id', '=', ctx.forum.id)
      .where('secret_hash', '=', hashOf(secret))
      .execute();
    return done({}, null);
  },
});

/** Every night: what nobody went on with for so long, and contacts of rounds whose fieldwork has ended, are gone. */
export const tidy = command({
  name: 'surveys.tidy',
  input: v.object({}),
  access: (ctx) =>
    ctx.actor.kind === 'system'
      ? { may: true as const }
      : { may: false as const, reason: message('surveys.denied.program') },
  run: async (ctx) => {
    await tablesOf(ctx)
      .deleteFrom('surveys_fillings')
      .where('forum_id', '=', ctx.forum.id)
      .where('touched_on', '<', addDays(ctx.today, -KEPT_DAYS))
      .execute();
    const ended = (await roundsOf(ctx.db, ctx.forum.id)).filter((round) => !keepsContacts(round, ctx.today));
    if (ended.length > 0)
      await tablesOf(ctx)
        .deleteFrom('surveys_contacts')
        .where('forum_id', '=', ctx.forum.id)
        .where(
          'round_id',
          'in',
          ended.map(({ id }) => id),
        )
        .execute();
    return done({}, null);
  },
});
