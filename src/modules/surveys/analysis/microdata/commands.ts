import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { mayKeepSurveys } from '../../access.ts';
import { enteredBy, roundObject, tablesOf, titleIn } from '../../rounds/commands.ts';
import { roundShape } from '../../rounds/forms.ts';
import { roundById } from '../../rounds/queries.ts';
import { anonymitySaid } from '../../statistics/anonymity/rules.ts';
import { takenIn } from '../counting/queries.ts';
import { countableIn, latestPublication } from '../publishing/queries.ts';
import { isSame } from '../publishing/rules.ts';
import { checkedIn, preparedNow } from './queries.ts';
import { chosenOf, columnsFault, columnsIn, DIFFERENT, knownOf } from './rules.ts';
import type { Checked, MicrodataTables } from './schema.ts';

const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(500), v.readonly());

/**
 * Rows of answers of a published round go out, once: codes only, and only where every combination of what a neighbour may
 * know has enough people. What the check found stands in the public record with the deed.
 */
export const releaseMicrodata = command({
  name: 'surveys.analysis.release_microdata',
  input: v.object({ ...roundShape.entries, columns: names, known: names, sensitive: names }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { round: id, ...chosen }) => {
    // Publishing takes this row first, too: nothing goes out between what is read here.
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
    const { number, declaration } = round;
    const latest = await latestPublication(ctx.db, ctx.forum.id, id);
    if (!latest) return refuse('conflict', message('surveys.analysis.microdata.wrong.unpublished', { number }));
    if (await checkedIn(ctx.db, ctx.forum.id, id))
      return refuse('conflict', message('surveys.analysis.microdata.wrong.out'));
    if (!isSame(latest, await takenIn(ctx.db, ctx.forum.id, id)))
      return refuse('conflict', message('surveys.analysis.microdata.wrong.changed'));
    const columns = chosenOf(columnsIn(countable.splits, countable.asked), chosen);
    const fault = columnsFault(columns, declaration);
    if (fault) return refuseFields([{ field: 'columns', message: fault }]);
    const { content, check, givenBack } = (await preparedNow(ctx.db, ctx.forum.id, round, countable, chosen))!;
    if (givenBack.length > 0)
      return refuseFields([
        { field: 'columns', message: message('surveys.analysis.microdata.wrong.hidden', { n: givenBack.length }) },
      ]);
    const { smallest: k } = declaration;
    if (check.verdict !== 'safe') return refuseFields([{ field: 'known', message: anonymitySaid(check, k) }]);
    const checked: Checked = {
      ...{ known: knownOf(columns, chosen), sensitive: chosen.sensitive, k, l: DIFFERENT },
      smallest: check.smallest ?? 0,
    };
    await ctx.db
      .withTables<MicrodataTables>()
      .insertInto('surveys_microdata')
      .values({ ...enteredBy(ctx), round_id: id, content: json(content), checked: json(checked), on_day: ctx.today })
      .execute();
    const counts = { n: content.lines.length, known: checked.known.length, smallest: checked.smallest, k };
    return done(
      { number },
      {
        kind: 'surveys.microdata_released',
        object: roundObject(round),
        params: { number, title: titleIn(ctx, declaration), ...counts },
      },
    );
  },
});
