import type * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { bodiesById } from '#modules/places/contract.ts';
import { mayKeepDocuments } from '../access.ts';
import { signaturesOf } from '../queries.ts';
import { inTurn, named, personOf, tablesOf, versionObject } from '../versions/commands.ts';
import { mistakeShape, signatureShape } from './forms.ts';

/** Enters that an organisation signed an adopted version: in which capacity and when, never by whom by name. */
export const signVersion = command({
  name: 'forum.version_sign',
  input: signatureShape,
  access: (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum),
  run: async (ctx, input: v.InferOutput<typeof signatureShape>) => {
    const found = await inTurn(ctx, input.version);
    if (!found.ok) return found;
    const { adoption } = found.value.version;
    const wrong = (field: string, what: ReturnType<typeof message>) => refuseFields([{ field, message: what }]);
    if (!adoption) return refuse('conflict', message('forum.documents.wrong.sign_adopted'));
    if (input.on < adoption.on || input.on > ctx.today)
      return wrong('on', message('forum.documents.wrong.sign_day', { day: adoption.on }));
    const [body] = await bodiesById(ctx.db, ctx.forum.id, [input.body]);
    if (!body) return wrong('body', message('forum.documents.wrong.body'));
    const signed = await signaturesOf(ctx.db, ctx.forum.id, input.version);
    if (signed.some((one) => one.body === input.body && !one.mistake))
      return wrong('body', message('forum.documents.wrong.signed_already'));
    await tablesOf(ctx)
      .insertInto('forum_signatures')
      .values({
        ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now), version_id: input.version, body_id: input.body },
        ...{ capacity: input.capacity && json(input.capacity), on_day: input.on },
        ...{ entered_at: ctx.now, entered_by: personOf(ctx) },
      })
      .execute();
    return done(null, {
      kind: 'forum.version_signed',
      object: versionObject(found.value),
      bodies: [input.body],
      params: { ...named(ctx, found.value), body: choose(body.name, ctx.lang).text, day: input.on },
    });
  },
});

/** A signature that was entered wrongly is taken back: it stays readable as a mistake and counts nowhere. */
export const mistakeSignature = command({
  name: 'forum.signature_mistake',
  input: mistakeShape,
  access: (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const found = await inTurn(ctx, input.version);
    if (!found.ok) return found;
    const signatures = await signaturesOf(ctx.db, ctx.forum.id, input.version);
    const signature = signatures.find(({ id }) => id === input.signature);
    if (!signature) return refuse('not_found', message('forum.documents.wrong.no_signature'));
    if (signature.mistake) return refuse('conflict', message('forum.documents.wrong.mistaken_already'));
    await tablesOf(ctx)
      .insertInto('forum_signature_mistakes')
      .values({
        ...{ forum_id: ctx.forum.id, signature_id: signature.id, reason: input.reason, entered_on: ctx.today },
        ...{ entered_at: ctx.now, entered_by: personOf(ctx) },
      })
      .execute();
    const [body] = await bodiesById(ctx.db, ctx.forum.id, [signature.body]);
    return done(null, {
      ...{ kind: 'forum.signature_mistaken', object: versionObject(found.value), bodies: [signature.body] },
      params: {
        ...{ ...named(ctx, found.value), body: body ? choose(body.name, ctx.lang).text : '–' },
        reason: input.reason,
      },
    });
  },
});
