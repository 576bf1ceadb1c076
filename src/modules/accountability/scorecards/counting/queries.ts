import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { casesOfSubjects } from '#modules/obligations/contract.ts';
import { type Body, inhabitantsOf } from '#modules/places/contract.ts';
import { newestChecks } from '../../checklists/queries.ts';
import { stateOn as itemState } from '../../checklists/rules.ts';
import { reportLines } from '../../reports/queries.ts';
import { REPORT_KIND, stateOn as reportState } from '../../reports/rules.ts';
import { itemsOfRow, rowOf, rowsOffered, sizeOf } from '../rules.ts';
import type { Counted, Formula, Row, RowKey, Size } from '../schema.ts';
import type { ScorecardNeeds } from './schema.ts';

/** So many of the newest reports to voters count. */
const LATEST_REPORTS = 4;
/** Eyes of whoever is not signed in: what was not told to the body yet is not counted against it either. */
const EVERYBODY = { all: false, bodies: [] } as const;

interface Moment {
  readonly today: PlainDate;
  readonly now: Date;
}

/** What the formula makes of everything that is public of a body at this moment: one row for each that it weighs. */
export async function countRows(
  db: Db,
  forum: Forum,
  needs: ScorecardNeeds,
  of: { readonly body: Body; readonly formula: Pick<Formula, 'weights' | 'enough'> },
  moment: Moment,
): Promise<readonly Row[]> {
  const { body, formula } = of;
  const checks = (await newestChecks(db, forum.id, body.id)).get(body.id);
  const items = (key: RowKey): readonly Counted[] =>
    itemsOfRow(body.kind, key).map((item) => ({
      ...{ kind: 'item', key: item.key, state: itemState(item, checks?.get(item.key), moment.today) },
    }));
  const reports = await reportsOf(db, forum, body.id, moment);
  const requests = (await needs.requests?.(db, forum, body.id, moment)) ?? [];
  const countedOf = (key: RowKey): readonly Counted[] => {
    if (key === 'reports') return reports;
    return key === 'requests' ? requests.map((one) => ({ kind: 'request', ...one })) : items(key);
  };
  return rowsOffered(needs.requests !== undefined)
    .filter((key) => (formula.weights[key] ?? 0) > 0)
    .map((key) => rowOf(key, formula.weights[key]!, countedOf(key), formula.enough));
}

async function reportsOf(db: Db, forum: Forum, body: string, moment: Moment): Promise<readonly Counted[]> {
  const lines = (await reportLines(db, forum.id, body)).slice(0, LATEST_REPORTS);
  const ids = lines.map(({ id }) => id as string);
  const clocks = await casesOfSubjects(db, forum.id, REPORT_KIND, ids, moment, EVERYBODY);
  return lines.flatMap((line): readonly Counted[] => {
    const state = reportState(line, clocks.get(line.id), moment.today);
    // What is not due yet, or not owed any more, is no gap in what is known.
    return state === 'due' || state === 'ended' ? [] : [{ kind: 'report', number: line.number, state }];
  });
}

/** The size class of a body by the inhabitants of its place on a day. */
export async function sizeOfBody(db: Db, forum: string, body: Body, today: PlainDate): Promise<Size | null> {
  return sizeOf(body.kind, body.place === null ? null : await inhabitantsOf(db, forum, body.place, today));
}
