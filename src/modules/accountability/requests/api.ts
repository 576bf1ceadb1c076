import type { Lang } from '#core/i18n/lang.ts';
import { type Cell, csv } from '#core/sheets/csv.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import { findAnswer, findRequest, findRequestFile } from './queries.ts';
import { answeredOn, WITHHELD } from './rules.ts';
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

/** What scorecards count of requests. */
export { countedRequests } from './queries.ts';

/** What of requests can be withheld: the words asked, the words answered, files. */
export const REQUEST_THINGS: readonly Thing[] = [
  { type: WITHHELD.request, name: 'accountability.requests.thing.request', find: findRequest },
  { type: WITHHELD.answer, name: 'accountability.requests.thing.answer', find: findAnswer },
  { type: FILE_OBJECT, name: 'accountability.requests.thing.file', find: findRequestFile },
];
