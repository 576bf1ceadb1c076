import type { Lang } from '#core/i18n/lang.ts';
import { type Cell, csv } from '#core/sheets/csv.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import { casesOfSubjects } from '#modules/obligations/contract.ts';
import type { RequestsOf } from '../scorecards/counting/schema.ts';
import { findAnswer, findRequest, findRequestFile, publicRequests } from './queries.ts';
import { answeredOn, pathOf, REQUEST_KIND, stateOf, WITHHELD } from './rules.ts';
import type { Request, State } from './schema.ts';

/** Columns of the table, stable for programs. */
const COLUMNS = [
  ...(['number', 'body', 'received_on', 'delivered_on', 'due_on', 'extended_on', 'answered_on'] as const),
  ...(['state', 'state_words', 'judged', 'ground'] as const),
] as const;

/** A public request with its state and due day, as far as these eyes see its clock. */
export interface RequestSeen {
  readonly request: Request;
  readonly state: State;
  readonly dueOn: Request['receivedOn'] | null;
}

/** Every public request as a table; words of requests and answers stand on their pages. */
export const requestsCsv = (
  lang: Lang,
  seen: readonly RequestSeen[],
  names: ReadonlyMap<string, { readonly name: string }>,
): string => {
  const on = (day: Request['receivedOn'] | null | undefined): Cell => (day ? { day } : null);
  return csv(
    seen.map(({ request, state, dueOn }): readonly Cell[] => [
      ...[request.number, names.get(request.body)?.name ?? null, on(request.receivedOn), on(request.delivery?.on)],
      ...[on(dueOn), on(request.extension?.on), on(answeredOn(request))],
      ...[state, lang.t(`accountability.requests.state.${state}`)],
      ...[request.judgement?.kind ?? null, request.judgement?.ground ?? null],
    ]),
    COLUMNS,
    { bom: true },
  );
};

/** Eyes of whoever is not signed in: a lateness that the body was not told of yet is not seen. */
const EVERYBODY = { all: false, bodies: [] } as const;

/** What scorecards count: requests that were answered, or of which everybody knows that the term is over. */
export const countedRequests: RequestsOf = async (db, forum, body, moment) => {
  const found = await publicRequests(db, forum.id, body);
  const ids = found.map(({ id }) => id as string);
  const clocks = await casesOfSubjects(db, forum.id, REQUEST_KIND, ids, moment, EVERYBODY);
  return found.flatMap((request) => {
    const state = stateOf(request, clocks.get(request.id), moment.today);
    const counted = { in_time: 'in_time', late: 'late', overdue: 'none' } as const;
    if (!(state in counted)) return [];
    return [{ number: request.number, path: pathOf(request), state: counted[state as keyof typeof counted] }];
  });
};

/** What of requests can be withheld: the words asked, the words answered, files. */
export const REQUEST_THINGS: readonly Thing[] = [
  { type: WITHHELD.request, name: 'accountability.requests.thing.request', find: findRequest },
  { type: WITHHELD.answer, name: 'accountability.requests.thing.answer', find: findAnswer },
  { type: FILE_OBJECT, name: 'accountability.requests.thing.file', find: findRequestFile },
];
