import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { personNames } from '#modules/identity/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { seatingOf } from '../seats/queries.ts';
import type { Mandate, Seat } from '../seats/schema.ts';

/** A mandate that names a person, with where it stands. */
export interface Named {
  readonly mandate: Mandate;
  readonly seat: Seat;
  readonly body: Texts;
  /** As it was written, in one language. */
  readonly name: string;
}

/** Every mandate of a forum that names a person, past ones too: the page of a seat tells its history. */
export async function namedIn(db: Db, forum: Pick<Forum, 'id' | 'languages'>): Promise<readonly Named[]> {
  const { mandates, holdings, seats } = await seatingOf(db, forum.id);
  const real = mandates.filter((one) => one.person && !one.end?.mistake);
  const names = await personNames(
    db,
    real.map((one) => one.person!),
    forum.languages[0] ?? 'az',
  );
  const bodies = await bodyNames(
    db,
    forum.id,
    holdings.map((one) => one.body),
  );
  return real.flatMap((mandate) => {
    const holding = holdings.find((one) => one.id === mandate.holding);
    const seat = seats.find((one) => one.id === holding?.seat);
    const name = names.get(mandate.person!);
    return holding && seat && name ? [{ mandate, seat, body: bodies.get(holding.body) ?? {}, name }] : [];
  });
}

/** A name that can be withheld, by the id of its mandate: where it stands, and for which organisation. */
export async function findNamed(db: Db, forum: Forum, id: string) {
  const found = (await namedIn(db, forum)).find(({ mandate }) => mandate.id === id);
  return found ? { path: `/members/${found.seat.number}`, title: found.body } : null;
}
