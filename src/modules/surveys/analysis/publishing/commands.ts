import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { textsShape } from '#core/shapes.ts';
import { mayKeepSurveys } from '../../access.ts';
import { enteredBy, roundObject, tablesOf, titleIn } from '../../rounds/commands.ts';
import { reasonShape, roundShape } from '../../rounds/forms.ts';
import { roundById } from '../../rounds/queries.ts';
import { takenIn } from '../counting/queries.ts';
import { composedNow, countableIn, latestPublication } from './queries.ts';
import { changeFault, isSame, publishingFault, splitsFault } from './rules.ts';
import type { PublicationTables } from './schema.ts';

const MOST_SPLITS = 6;
const splitsShape = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(MOST_SPLITS), v.readonly());

/**
 * The figures of a closed round go out: each question, and each by the columns that are named. Small counts are hidden
 * together with what would give them back. Published again only with a reason; what is out already is never made known
 * by what comes after it.
 */
export const publishResults = command({
  name: 'surveys.analysis.publish_results',
  input: v.object({
    ...roundShape.entries,
    splits: splitsShape,
    words: v.nullable(textsShape(8_000)),
    reason: reasonShape,
  }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { round: id, splits, words, reason }) => {
    await tablesOf(ctx)
      .selectFrom('surveys_rounds')
      .select('id')
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', id)
      .forUpdate()
      .execute();
    const round = await roundById(ctx.db, ctx.forum.id, id);
    const countable = round && (await countableIn(ctx.db, ctx.forum.id, round));
    if (!countable) return refuse('not_found', message('surveys.round.none'));
    const now = await takenIn(ctx.db, ctx.forum.id, id);
    const before = await latestPublication(ctx.db, ctx.forum.id, id);
    const { smallest, officeHolders } = round.declaration;
    const fault = publishingFault(round, ctx.today, now.counted) ?? changeFault(before, now, smallest);
    if (fault) return refuse('conflict', fault);
    if (before && reason === null)
      return refuseFields([{ field: 'reason', message: message('surveys.analysis.publishing.wrong.reason') }]);
    const by = [...new Set([...(before?.results.splits ?? []).map(({ name }) => name), ...splits])];
    const name = splitsFault(
      countable.splits.filter((one) => by.includes(one.name)),
      officeHolders,
    );
    if (name) return refuseFields([{ field: 'splits', message: name }]);
    const { results, printed } = await composedNow(ctx.db, ctx.forum.id, round, countable, {
      ...{ by, taken: now, before: before && isSame(before, now) ? before : null },
    });
    await ctx.db
      .withTables<PublicationTables>()
      .insertInto('surveys_publications')
      .values({
        ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), round_id: id, results: json(results), printed: json(printed) },
        ...{ words: words && json(words), reason, on_day: ctx.today },
      })
      .execute();
    return done(
      { number: round.number },
      {
        kind: 'surveys.results_published',
        object: roundObject(round),
        params: { number: round.number, title: titleIn(ctx, round.declaration), n: now.counted, reason: reason ?? '' },
      },
    );
  },
});
