import type { Sampling } from '../../../schema.ts';
import { mayPrint, printCounted } from '../../../statistics/printing/rules.ts';
import type { Alike } from '../../../statistics/suppression/schema.ts';
import type { Reply, Silence } from '../../../statistics/tables/schema.ts';
import { PLACE } from '../../variables/rules.ts';
import type { Asked } from '../../variables/schema.ts';
import type { Counts, QuestionResult } from '../schema.ts';
import { countedIn, distributionOf, headOf, placeIn, saysCode } from '../shares/rules.ts';

/**
 * Of how many communities something is so. A community says what more than half of those say who answered for it; where
 * they do not agree, it is not known. Only where communities themselves were drawn by chance, or all were asked, does the
 * figure say anything of others.
 */
export function communitiesOf(rows: Asked, { told, sampling }: Counts): QuestionResult {
  const places = new Map<string, Alike[]>();
  for (const one of told.get(rows.name) ?? []) {
    const place = placeIn(one);
    if (place) places.set(place, [...(places.get(place) ?? []), one]);
  }
  const said = [...places].map(
    ([place, people]): Alike => ({ replies: { [rows.name]: saidBy(people, rows), [PLACE]: [place] }, units: 1 }),
  );
  const found = countedIn(said, rows);
  const drawn: Sampling = sampling === 'cluster' ? 'random' : sampling === 'random' ? 'purposive' : sampling;
  const drawing = { sampling: drawn, weighted: false, clusters: 0, population: null };
  const shares = rows.codes.map(({ code }) => printCounted(found.cells[code]!, drawing));
  const may = mayPrint({ ...drawing, n: found.bases.valid });
  const spread = distributionOf(rows, found, shares, { may, noBase: false, hidden: () => null });
  return { ...headOf(rows), ...spread, bases: found.bases, answers: found.answers };
}

/** What a community says: more than half of those who answered for it. */
function saidBy(people: readonly Alike[], rows: Asked): Reply {
  const answered = people.filter(({ replies }) => typeof replies[rows.name] === 'object');
  const total = sum(answered);
  const codes = rows.codes.filter(
    ({ code }) => 2 * sum(answered.filter(({ replies }) => saysCode(replies[rows.name], code))) > total,
  );
  if (codes.length > 0) return codes.map(({ code }) => code);
  return total === 0 ? (people[0]?.replies[rows.name] as Silence) : 'unknown';
}

const sum = (people: readonly Alike[]): number => people.reduce((all, { units }) => all + units, 0);
