import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, textsShape } from '#core/shapes.ts';
import { daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import { personOf } from '#core/way.ts';
import { rulesOn } from '#modules/forum/contract.ts';
import { isBodyAsked } from '../../questions/names/queries.ts';
import type { ParticipationTables } from '../../schema.ts';
import { mayKeep } from '../access.ts';
import { draftsOf } from '../drafts/queries.ts';
import { consultationsOf } from '../queries.ts';
import {
  leastUntil,
  letterOf,
  OFFICE_MOST,
  openVersion,
  pathOf,
  stageOn,
  USUAL_TERM,
  WINDOW_MOST,
  WORDS_MOST,
} from '../rules.ts';
import type { Consultation, ConsultationId, DraftVersion, Term } from '../schema.ts';

const input = v.object({
  subject: idShape(),
  words: textsShape(WORDS_MOST),
  from: dayShape,
  until: dayShape,
  body: idShape(),
  office: v.nullable(textsShape(OFFICE_MOST)),
});

const wrong = (field: string, what: Message) => refuseFields([{ field, message: what }]);

/**
 * Asks everybody about a draft, the version that lies open now. The days that the forum's rules give a draft before the
 * vote are the least that it stands open, and the term of their article on replies is the term of the responses.
 */
export const openConsultation = command({
  name: 'participation.open_consultation',
  input,
  access: (ctx) => mayKeep(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const all = await consultationsOf(ctx.db, ctx.forum.id);
    const version = await consultable(ctx, given.subject, all);
    if (!version.ok) return version;
    if (!(await isBodyAsked(ctx.db, ctx.forum.id, given.body, ctx.today)))
      return wrong('body', message('participation.consultations.wrong.body'));
    const { rules } = (await rulesOn(ctx.db, ctx.forum.id, ctx.today)).book;
    const window = windowFault(ctx.today, given, rules.amendment);
    if (window) return wrong('until', window);
    const term: Term = rules.reply
      ? { n: rules.reply.value.days, unit: rules.reply.value.unit, basis: basisOf(rules.reply) }
      : USUAL_TERM;
    const before = all.filter(({ subject }) => subject.id === given.subject);
    const letters = new Set(all.map(({ label }) => label.replace(/\d+$/, '')));
    const letter = before[0]?.label.replace(/\d+$/, '') ?? letterOf(letters.size);
    const [id, serial] = [uuidv7(ctx.now) as ConsultationId, before.length + 1];
    const written = await ctx.db
      .withTables<ParticipationTables>()
      .insertInto('participation_consultations')
      .values({
        ...{ forum_id: ctx.forum.id, id, letter, serial, subject_kind: 'document', subject_id: given.subject },
        ...{ version_id: version.value.id, words: json(given.words), from_day: given.from, until_day: given.until },
        ...{ body_id: given.body, office: given.office && json(given.office), answer_days: term.n },
        ...{ answer_unit: term.unit, answer_basis: term.basis && json(term.basis) },
        window_basis: rules.amendment ? json(basisOf(rules.amendment)) : null,
        ...{ last_place: 0, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .onConflict((key) => key.columns(['forum_id', 'letter', 'serial']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!written) return refuse('conflict', message('participation.consultations.wrong.running'));
    const label = `${letter}${serial}`;
    const path = pathOf({ label });
    return done(
      { path },
      {
        kind: 'participation.consultation_opened',
        object: { type: 'consultation', id, path },
        touched: [{ type: 'version', id: version.value.id, path: version.value.path }],
        params: { label, until: given.until },
        bodies: [given.body],
      },
    );
  },
});

const basisOf = ({ document, article }: { readonly document: string; readonly article: string }) => ({
  document,
  article,
});

/** The version that lies open, unless it was adopted or is being consulted on already. */
async function consultable(ctx: Ctx, subject: string, all: readonly Consultation[]): Promise<Result<DraftVersion>> {
  const draft = (await draftsOf(ctx.db, ctx.forum.id)).find((one) => one.id === subject);
  const version = draft && openVersion(draft);
  if (!version) return wrong('subject', message('participation.consultations.wrong.subject'));
  if (version.adoptedOn) return wrong('subject', message('participation.consultations.wrong.adopted'));
  const isRunning = all.some((one) => one.subject.id === subject && stageOn(one, ctx.today) !== 'closed');
  return isRunning
    ? wrong('subject', message('participation.consultations.wrong.running'))
    : { ok: true, value: version };
}

/** Why it cannot stand open in these days; null: it can. */
function windowFault(
  today: PlainDate,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
  rule: { readonly article: string; readonly value: { readonly days: number } } | undefined,
): Message | null {
  if (from < today) return message('participation.consultations.wrong.past');
  if (until <= from) return message('participation.consultations.wrong.short');
  if (daysBetween(from, until) > WINDOW_MOST) return message('participation.consultations.wrong.long');
  if (!rule || until >= leastUntil(from, rule.value.days)) return null;
  const { article, value } = rule;
  return message('participation.consultations.wrong.by_rule', { article, days: value.days });
}
