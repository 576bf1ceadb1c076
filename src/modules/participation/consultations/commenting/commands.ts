import * as v from 'valibot';
import { isShown } from '#core/caution/level.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { opennessOf } from '#core/db/opening-rows.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { namesIn } from '#core/i18n/names.ts';
import { idShape } from '#core/ids.ts';
import { lineShape, textsShape } from '#core/shapes.ts';
import { typedCode } from '#core/typed-code.ts';
import { type Paper, paperShape, personOf } from '#core/way.ts';
import { hashOf } from '#modules/identity/contract.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import type { ParticipationNeeds, ParticipationTables } from '../../schema.ts';
import { byDay } from '../../voices/commands.ts';
import { CODE_LETTERS } from '../../voices/rules.ts';
import { mayComment, mayKeep } from '../access.ts';
import { articlesOf, draftOf } from '../drafts/queries.ts';
import { articleShape } from '../forms.ts';
import { commentByCode, consultationById, lockConsultation } from '../queries.ts';
import {
  COMMENT_DATUM,
  COMMENT_MOST,
  citation,
  commentState,
  imitates,
  isMixedScript,
  openVersion,
  placePath,
  SIGNATURE_MOST,
  stageOn,
} from '../rules.ts';
import type { CommentId, CommentWay, Consultation } from '../schema.ts';
import { nextPlace, settleResponses } from '../settling/commands.ts';

type Needs = Pick<ParticipationNeeds, 'mayStorePeople'>;
const tables = (ctx: Ctx) => ctx.db.withTables<ParticipationTables>();
const wrong = (field: string, what: Message) => refuseFields([{ field, message: what }]);

const said = {
  consultation: idShape(),
  /** The version that whoever wrote had before their eyes. */
  version: idShape(),
  article: v.nullable(articleShape),
  text: textsShape(COMMENT_MOST),
  signature: v.nullable(lineShape(SIGNATURE_MOST)),
  /** Said in the name of an organisation; null: of a resident. */
  as: v.nullable(idShape()),
};
const saidShape = v.object(said);
type Said = v.InferOutput<typeof saidShape>;

const commentShape = v.object({
  ...said,
  /** Of a resident: made for the page on which the comment is checked; it is on the receipt, and only its hash is kept. */
  code: v.nullable(lineShape(100)),
});

/**
 * Somebody says something of an article, with or without an account. The same code again is the same sending. A resident's
 * words wait for a moderator except at the open level; those of an organisation are public at once.
 */
export const commentOn = (needs: Needs) =>
  command({
    name: 'participation.comment',
    input: commentShape,
    access: (ctx, given: v.InferOutput<typeof commentShape>) => mayComment(ctx.actor, ctx.forum, given.as),
    assisted: 'participation.log.comment_received',
    run: async (at, given) => {
      const isResident = given.as === null;
      const ctx = isResident ? byDay(at) : at;
      const code = isResident ? typedCode(given.code ?? '', CODE_LETTERS) : null;
      if (isResident && !code) return refuse('bad_input', message('participation.receipt.unknown'));
      const twin = code && (await commentByCode(ctx.db, ctx.forum.id, code));
      if (twin) return done({ place: twin.place }, null);
      const found = await heard(ctx, needs, given, ctx.today);
      if (!found.ok) return found;
      const written = await write(ctx, found.value, given, { code, paper: null });
      if (!written) {
        const first = await commentByCode(ctx.db, ctx.forum.id, code!);
        return done({ place: first!.place }, null);
      }
      const { level } = await opennessOf(ctx.db, ctx.forum);
      const isPublic = !isResident || isShown(COMMENT_DATUM, level);
      if (isPublic) {
        const settled = await publishComment(ctx, found.value, written.id, isResident ? null : personOf(ctx.actor));
        if (!settled.ok) return settled;
      }
      return done(
        { place: written.place },
        {
          ...(isPublic ? { kind: 'participation.comment_published' } : { kind: 'participation.comment_received' }),
          ...about(found.value, written),
          ...(isResident ? { ofResident: true as const } : { bodies: [given.as!] }),
        },
      );
    },
  });

const about = (consultation: Consultation, { id, place }: { readonly id: string; readonly place: number }) => ({
  object: { type: 'comment', id, path: placePath(consultation, place) },
  touched: [{ type: 'consultation', id: consultation.id, path: placePath(consultation, place) }],
  params: { citation: citation(consultation, place) },
});

/** What came on paper while the consultation was open; staff enters it, and has read it. */
export const enterComment = (needs: Needs) =>
  command({
    name: 'participation.enter_comment',
    input: v.object({ ...said, paper: paperShape }),
    access: (ctx) => mayKeep(ctx.actor, ctx.forum),
    run: async (ctx, given) => {
      const { paper } = given;
      const found = await heard(ctx, needs, given, paper.day);
      if (!found.ok) return found;
      const written = await write(ctx, found.value, given, { code: null, paper });
      const settled = await publishComment(ctx, found.value, written!.id, personOf(ctx.actor));
      if (!settled.ok) return settled;
      const { place } = written!;
      return done(
        { place },
        {
          ...{ kind: 'participation.comment_published', ...about(found.value, written!), way: 'paper' as const },
          ...(given.as ? { bodies: [given.as] } : {}),
        },
      );
    },
  });

/** The consultation, where on that day one could say this of it; refused in plain words where not. */
async function heard(ctx: Ctx, needs: Needs, given: Said, on: Consultation['until']): Promise<Result<Consultation>> {
  const consultation = await consultationById(ctx.db, ctx.forum.id, given.consultation);
  if (!consultation) return refuse('not_found', message('participation.consultations.unknown'));
  const { from, until } = consultation;
  const stage = stageOn(consultation, on);
  if (stage === 'ahead') return refuse('conflict', message('participation.consultations.wrong.ahead', { date: from }));
  if (stage === 'closed')
    return refuse('conflict', message('participation.consultations.wrong.closed', { date: until }));
  const draft = await draftOf(ctx.db, ctx.forum.id, consultation);
  const version = draft && openVersion(draft);
  const isThere = draft?.versions.some(({ id }) => id === given.version);
  if (!version || !isThere) return refuse('conflict', message('participation.consultations.wrong.version'));
  if (version.id !== given.version) return refuse('conflict', message('participation.consultations.wrong.newer'));
  const articles = (await articlesOf(ctx.db, ctx.forum, [version.id])).get(version.id) ?? [];
  if (given.article !== null && !articles.some(({ number }) => number === given.article))
    return wrong('article', message('participation.consultations.wrong.article'));
  const signed = await signatureFault(ctx, needs, given.signature);
  return signed ? wrong('signature', signed) : { ok: true, value: consultation };
}

/** Why nobody can sign like this; null: they can, or did not sign. */
async function signatureFault(ctx: Ctx, needs: Needs, signature: string | null): Promise<Message | null> {
  if (signature === null) return null;
  if (!(await needs.mayStorePeople(ctx.db, ctx.forum))) return message('participation.consultations.wrong.no_names');
  if (isMixedScript(signature)) return message('participation.consultations.wrong.mixed');
  const names = (await bodiesOf(ctx.db, ctx.forum.id)).flatMap(({ name }) => namesIn(name));
  return imitates(signature, names) ? message('participation.consultations.wrong.imitates') : null;
}

interface Came {
  readonly code: string | null;
  readonly paper: Paper | null;
}

/** Writes the comment at the next place; null when the same code was written a moment ago. */
async function write(ctx: Ctx, { id: consultation_id }: Consultation, given: Said, { code, paper }: Came) {
  await lockConsultation(ctx.db, ctx.forum.id, consultation_id);
  if (code && (await commentByCode(ctx.db, ctx.forum.id, code))) return null;
  const [id, place] = [uuidv7(ctx.now) as CommentId, await nextPlace(ctx, consultation_id)];
  await tables(ctx)
    .insertInto('participation_comments')
    .values({
      ...{ forum_id: ctx.forum.id, id, consultation_id, place, version_id: given.version, article: given.article },
      ...{ received_on: paper?.day ?? ctx.today, text: json(given.text), signature: given.signature },
      ...{ body_id: given.as, way: wayTaken(ctx, given, paper), code_hash: code && hashOf(code) },
      ...{ paper_ref: paper?.ref ?? null, paper_day: paper?.day ?? null },
      paper_file: paper?.scan ? await insertFile(ctx, paper.scan, false) : null,
      // A resident's deed is nobody's, whoever is signed in.
      entered_by: given.as || paper ? personOf(ctx.actor) : null,
    })
    .execute();
  return { id, place };
}

function wayTaken({ actor }: Ctx, { as }: Said, paper: Paper | null): CommentWay {
  if (paper) return 'paper';
  if (actor.kind === 'assisted') return 'assisted';
  return as ? 'account' : 'nobody';
}

/** Makes a comment public within the caller's transaction, and its response owed. */
export async function publishComment(
  ctx: Ctx,
  consultation: Consultation,
  comment: CommentId,
  by: string | null,
): Promise<Result<null>> {
  await tables(ctx)
    .insertInto('participation_comment_publications')
    .values({
      ...{ forum_id: ctx.forum.id, comment_id: comment, on_day: ctx.today, entered_at: ctx.now },
      entered_by: by,
    })
    .execute();
  return settleResponses(ctx, consultation);
}

/** Whoever has the code takes the comment back before it is public: the words are gone, the place stays. */
export const withdrawComment = command({
  name: 'participation.withdraw_comment',
  input: v.object({ code: lineShape(100) }),
  access: (ctx) => mayComment(ctx.actor, ctx.forum, null),
  assisted: 'participation.log.comment_withdrawn',
  run: async (at, { code }) => {
    const ctx = byDay(at);
    const found = await commentByCode(ctx.db, ctx.forum.id, code);
    if (!found) return refuse('not_found', message('participation.receipt.unknown'));
    await lockConsultation(ctx.db, ctx.forum.id, found.consultation);
    const comment = (await commentByCode(ctx.db, ctx.forum.id, code))!;
    if (commentState(comment) !== 'waiting') return refuse('conflict', message('participation.receipt.too_late'));
    const consultation = (await consultationById(ctx.db, ctx.forum.id, comment.consultation))!;
    await tables(ctx)
      .insertInto('participation_comment_withdrawals')
      .values({ forum_id: ctx.forum.id, comment_id: comment.id, on_day: ctx.today })
      .execute();
    await tables(ctx)
      .updateTable('participation_comments')
      .set({ text: null, signature: null })
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', comment.id)
      .execute();
    const entry = {
      kind: 'participation.comment_withdrawn',
      ...about(consultation, comment),
      ofResident: true as const,
    };
    return done({ label: consultation.label }, entry);
  },
});
