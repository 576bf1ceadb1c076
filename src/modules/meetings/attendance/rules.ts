import type { FieldError } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { AttendanceWay, ItemId } from '../schema.ts';
import type { Elector, Electorate, Hall, Said, Stand } from './schema.ts';

/** Is a seat there in this way, so that it counts for the quorum? */
export const isThere = (way: AttendanceWay): boolean => way !== 'absent' && way !== 'excused';

/** Nobody said anything of this seat: it is not there. */
const NOT_THERE: Stand = { way: 'absent', carriedBy: null };

/**
 * How every seat stands at an item (null: at the beginning, before the first). What was said from the latest item on
 * counts, of two entries from the same item the later one.
 */
export function standsAt(
  hall: Pick<Hall, 'items' | 'said' | 'electorate'>,
  item: ItemId | null,
): ReadonlyMap<string, Stand> {
  const placeOf = (id: ItemId | null): number => hall.items.find((one) => one.id === id)?.number ?? 0;
  const now = placeOf(item);
  const latest = new Map<string, { readonly place: number; readonly said: Said }>();
  for (const said of hall.said) {
    const place = placeOf(said.from);
    if (place <= now && place >= (latest.get(said.key)?.place ?? 0)) latest.set(said.key, { place, said });
  }
  return new Map(hall.electorate.rows.map(({ key }) => [key, standOf(latest.get(key)?.said)] as const));
}

const standOf = (said: Said | undefined): Stand => (said ? { way: said.way, carriedBy: said.carriedBy } : NOT_THERE);

/**
 * Who stands aside in an item: by the register of interests as whoever is there, and said at the meeting. What a member
 * declared in the register is not taken back at the table.
 */
export function asideIn(hall: Hall, item: ItemId): ReadonlySet<string> {
  const stands = standsAt(hall, item);
  const said = new Map(hall.asides.filter((one) => one.item === item).map((one) => [one.key, one.aside]));
  const bound = hall.declared.get(item);
  const keys = hall.electorate.rows.map(({ key }) => key);
  return new Set(
    keys.filter((key) => {
      const as = stands.get(key)?.way === 'alternate' ? 'alternate' : 'representative';
      return said.get(key) || bound?.get(key)?.includes(as);
    }),
  );
}

/** How many of each constituency are there, and stand aside in this item; as `hasQuorum` takes it. */
export function presenceIn(hall: Hall, item: ItemId | null) {
  const stands = standsAt(hall, item);
  const aside = item ? asideIn(hall, item) : new Set<string>();
  return hall.electorate.voters.map(({ constituency }) => {
    const there = hall.electorate.rows.filter(
      (row) => row.constituency === constituency && row.filled && isThere(stands.get(row.key)?.way ?? 'absent'),
    );
    return { constituency, present: there.length, recused: there.filter(({ key }) => aside.has(key)).length };
  });
}

/**
 * What of an attendance the rules do not allow, each with its article: an alternate where there is none, more votes
 * carried than one may, across constituencies, by somebody who is not there.
 */
export function attendanceFaults(electorate: Electorate, stands: ReadonlyMap<string, Stand>): readonly FieldError[] {
  const faults: FieldError[] = [];
  const carried = new Map<string, number>();
  for (const row of electorate.rows) {
    const stand = stands.get(row.key) ?? NOT_THERE;
    const wrong = row.filled || !isThere(stand.way) ? seatFault(electorate, row, stand, stands) : 'vacant';
    if (wrong === 'vacant')
      faults.push({ field: fieldOf(row.key), message: message('meetings.wrong.vacant', { seat: row.number }) });
    else if (wrong) faults.push({ field: fieldOf(row.key), message: wrong });
    if (stand.carriedBy) carried.set(stand.carriedBy, (carried.get(stand.carriedBy) ?? 0) + 1);
  }
  const rule = electorate.book.rules.proxies;
  for (const [key, n] of carried)
    if (rule && rule.value.most > 0 && n > rule.value.most)
      faults.push({
        field: fieldOf(key),
        message: message('meetings.wrong.proxies_many', { ...cited(rule), most: rule.value.most, found: n }),
      });
  return faults;
}

export const fieldOf = (key: string): string => `way_${key}`;
const cited = ({ article }: { readonly article: string }) => ({ article });

function seatFault(
  { book, rows }: Electorate,
  row: Elector,
  { way, carriedBy }: Stand,
  stands: ReadonlyMap<string, Stand>,
) {
  const { alternates, proxies } = book.rules;
  if (way === 'alternate' && alternates && !alternates.value.allowed)
    return message('meetings.wrong.no_alternates', { ...cited(alternates), seat: row.number });
  if (way !== 'proxy') return null;
  if (!proxies) return message('meetings.wrong.proxies_unknown', { seat: row.number });
  if (proxies.value.most === 0) return message('meetings.wrong.no_proxies', { ...cited(proxies), seat: row.number });
  const carrier = rows.find((one) => one.key === carriedBy);
  const there = carrier && stands.get(carrier.key);
  if (!carrier || carrier.key === row.key || !there || !isThere(there.way) || there.way === 'proxy')
    return message('meetings.wrong.no_carrier', { seat: row.number });
  if (proxies.value.within && carrier.constituency !== row.constituency)
    return message('meetings.wrong.proxy_within', { ...cited(proxies), seat: row.number });
  return null;
}
