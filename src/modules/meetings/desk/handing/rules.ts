import type { Forum } from '#core/forum.ts';
import { asideIn, standsAt } from '../../attendance/rules.ts';
import type { Hall } from '../../attendance/schema.ts';
import type { Meeting } from '../../calls/schema.ts';
import type { Prepared } from '../elections/schema.ts';
import type { Snapshot } from '../schema.ts';

type Of = Pick<Forum, 'slug' | 'name' | 'languages'>;

/** A meeting as a desk takes it out: seats and organisations, never the name of a person. */
export function snapshotOf(
  desk: string,
  forum: Of,
  meeting: Meeting,
  hall: Hall,
  elections: readonly Prepared[],
): Snapshot {
  const { electorate, items } = hall;
  const said = new Set(hall.said.map(({ key }) => key));
  const last = items.filter((item) => item.begun).at(-1)?.id ?? null;
  const stands = [...standsAt(hall, last)].filter(([key]) => said.has(key));
  return {
    ...{ format: 1, desk, forum: { slug: forum.slug, name: forum.name, languages: [...forum.languages] } },
    meeting: {
      ...{ number: meeting.number, title: meeting.call.title, on: meeting.call.on, place: meeting.call.place },
      begun: meeting.begun !== null,
    },
    constituencies: electorate.voters.map(({ constituency, name }) => ({ id: constituency, name })),
    seats: electorate.rows.map((row) => ({
      ...{ key: row.key, number: row.number, constituency: row.constituency, organisation: row.organisation },
      ...{ filled: row.filled, owes: row.body !== null },
      bound: items.flatMap(({ id }) => {
        const as = hall.declared.get(id)?.get(row.key);
        return as ? [{ item: id, as }] : [];
      }),
    })),
    items: items.map(({ id, number, title, begun, ended }) => ({
      ...{ id, number: String(number), title, state: ended ? 'ended' : begun ? 'open' : 'waiting' },
      aside: hall.asides.filter((one) => one.item === id && asideIn(hall, id).has(one.key)).map(({ key }) => key),
    })),
    ...{ elections, book: electorate.book },
    presence: stands.map(([seat, { way, carriedBy }]) => ({ seat, way, carriedBy })),
  };
}
