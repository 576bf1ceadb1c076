import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { personNames } from '#modules/identity/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { leadsOf } from '../leads/queries.ts';
import { seatingOf } from '../seats/queries.ts';

/** A name of the members' pages: in a mandate or an office, where it stands, of which organisation. */
export interface Named {
  /** Of the mandate; of the election where an office of an organisation was elected with its person. */
  readonly id: string;
  readonly path: string;
  readonly body: Texts;
  /** As it was written, in one language. */
  readonly name: string;
}

/** Every name that stands on pages of members, past ones too: the page of a seat tells its history. */
export async function namedIn(db: Db, forum: Pick<Forum, 'id' | 'languages'>): Promise<readonly Named[]> {
  const { mandates, holdings, seats } = await seatingOf(db, forum.id);
  const spoken = mandates.flatMap((one) => {
    const holding = holdings.find(({ id }) => id === one.holding);
    const seat = seats.find(({ id }) => id === holding?.seat);
    if (!one.person || one.end?.mistake || !holding || !seat) return [];
    return [{ id: one.id as string, person: one.person, body: holding.body, path: `/members/${seat.number}` }];
  });
  // Whoever was elected as the speaker of a seat is named by the mandate.
  const elected = (await leadsOf(db, forum.id)).flatMap(({ id, person, mandate, body, end }) =>
    person && !mandate && !end?.mistake ? [{ id: id as string, person, body, path: '/members/leads' }] : [],
  );
  const all = [...spoken, ...elected];
  const people = all.map(({ person }) => person);
  const names = await personNames(db, people, forum.languages[0] ?? 'az');
  const bodies = await bodyNames(
    db,
    forum.id,
    all.map(({ body }) => body),
  );
  return all.flatMap(({ id, person, body, path }) => {
    const name = names.get(person);
    return name ? [{ id, path, body: bodies.get(body) ?? {}, name }] : [];
  });
}

/** A name that can be withheld, by its id: where it stands, and for which organisation. */
export async function findNamed(db: Db, forum: Forum, id: string) {
  const found = (await namedIn(db, forum)).find((one) => one.id === id);
  return found ? { path: found.path, title: found.body } : null;
}
