import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { motionsOf } from '#modules/ballots/contract.ts';
import { documentTitles } from '#modules/forum/contract.ts';
import { itemsOf } from '../agenda/queries.ts';
import { electorateFor } from '../attendance/queries.ts';
import type { Meeting } from '../calls/schema.ts';
import { composeMinutes } from '../minutes/composing/queries.ts';
import { correctionsOf, stagesOf } from '../minutes/queries.ts';
import type { Bundle } from './schema.ts';

/** Everything that papers of a meeting are made of; minutes as they were approved, else composed anew. */
export async function bundleOf(
  { db, forum, lang }: { readonly db: Db; readonly forum: Forum; readonly lang: Lang },
  meeting: Meeting,
): Promise<Omit<Bundle, 'address'>> {
  const { approved } = await stagesOf(db, forum.id, meeting.id);
  return {
    meeting,
    items: await itemsOf(db, forum.id, meeting.id),
    electorate: await electorateFor(db, forum.id, meeting),
    motions: await motionsOf(db, forum.id, { meeting: meeting.id }),
    minutes: approved?.content ?? (await composeMinutes(db, forum, meeting)),
    titles: await documentTitles(db, forum.id, lang),
    approved: approved !== null,
    corrections: await correctionsOf(db, forum.id, meeting.id),
  };
}
