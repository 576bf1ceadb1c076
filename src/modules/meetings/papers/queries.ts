import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { motionsOf } from '#modules/ballots/contract.ts';
import { documentTitles, namesSeen, seatingOf, sittingOn } from '#modules/forum/contract.ts';
import { itemsOf } from '../agenda/queries.ts';
import { electorateFor } from '../attendance/queries.ts';
import type { Electorate } from '../attendance/schema.ts';
import type { Meeting } from '../calls/schema.ts';
import { composeMinutes } from '../minutes/composing/queries.ts';
import { correctionsOf, stagesOf } from '../minutes/queries.ts';
import type { Bundle, Speakers } from './schema.ts';

/** Everything that papers of a meeting are made of; minutes as they were approved, else composed anew. */
export async function bundleOf(
  { db, forum, lang }: { readonly db: Db; readonly forum: Forum; readonly lang: Lang },
  meeting: Meeting,
): Promise<Omit<Bundle, 'address' | 'speakers'>> {
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

/** Who speaks for the seats of a meeting, by key, and whose names these are: to be asked for keepers, and noted as a look. */
export async function speakersAt(
  { db, forum, lang }: { readonly db: Db; readonly forum: Forum; readonly lang: Lang },
  { call }: Meeting,
  { rows }: Electorate,
): Promise<{ readonly speakers: ReadonlyMap<string, Speakers>; readonly people: readonly string[] }> {
  const seating = await seatingOf(db, forum.id);
  const sittings = rows.flatMap(({ key, seat }) => {
    const sitting = seat && sittingOn(seating, { id: seat }, call.on);
    return sitting ? [{ key, representative: sitting.representative, alternate: sitting.alternate }] : [];
  });
  const mandates = sittings.flatMap((one) => [one.representative, one.alternate].flatMap((mandate) => mandate ?? []));
  // The level of openness is asked of readers who do not keep meetings.
  const names = await namesSeen(db, forum, mandates, { keeper: true, level: 'careful', language: lang.code });
  const nameOf = (mandate: { readonly id: string } | null) => (mandate && names.get(mandate.id)) ?? null;
  return {
    speakers: new Map(
      sittings.map((one) => [
        one.key,
        { representative: nameOf(one.representative), alternate: nameOf(one.alternate) },
      ]),
    ),
    people: mandates.flatMap(({ id, person }) => (person && names.has(id) ? [person] : [])),
  };
}
