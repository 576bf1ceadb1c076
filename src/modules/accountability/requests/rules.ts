import type { Datum } from '#core/caution/level.ts';
import { message } from '#core/i18n/message.ts';
import type { PagePart } from '#core/opening/part.ts';
import { day, type PlainDate } from '#core/time/plain-date.ts';
import type { Rule, Span } from '#modules/obligations/contract.ts';
import type { Body, BodyKind } from '#modules/places/contract.ts';
import type { Judged, Request, State } from './schema.ts';

/** Characters, and bodies of one form. */
export const MOST = { text: 4_000, answer: 10_000, sentence: 500, reference: 100, bodies: 10 } as const;
/** Letters of a receipt's and of a reply's code: 100 random bits. */
export const CODE_LETTERS = 20;

export const REQUEST_KIND = 'accountability.request';
export const WITHHELD = { request: 'accountability.request', answer: 'accountability.request_answer' } as const;

/** Law of Azerbaijan on access to information (1024-IIQ), article 24.1: seven working days from the day after registration (24.5). */
export const REQUEST_RULE: Rule = {
  key: REQUEST_KIND,
  version: 1,
  title: message('accountability.requests.clock.title'),
  basis: message('accountability.requests.clock.basis'),
  basisUrl: null,
  owedTo: message('accountability.requests.clock.to'),
  span: { unit: 'working_days', n: 7 },
  extension: { span: { unit: 'working_days', n: 7 }, most: 1 },
  soonDays: 2,
  neverDays: 180,
  escalation: { days: 5, role: 'coordinator' },
  from: day('2005-09-30'),
  to: null,
};
/** The same law: that it needs longer, a body says within five working days. */
export const TELL_SPAN: Span = { unit: 'working_days', n: 5 };

/** Requests are read before they are public; whoever wrote them is asked for no name. */
export const REQUESTS_PART: PagePart = {
  ...{ id: 'requests', name: 'accountability.requests.title', paths: ['/requests'], files: true },
  personal: async () => [],
};

export const REQUEST_DATA: readonly Datum[] = [
  {
    id: 'request_text',
    name: 'accountability.requests.shown.text',
    note: 'accountability.requests.shown.text_note',
    at: { open: 'moderated', careful: 'moderated', closed: 'private' },
  },
];

/** Kinds that hold public information: public bodies, municipalities, and who gives services for them (article 9). */
const HOLDERS: readonly BodyKind[] = [
  ...(['excom', 'excom_representation', 'state_body', 'central_body', 'parliament', 'court', 'municipality'] as const),
  ...(['public_council', 'school', 'health', 'service_centre', 'post', 'bank', 'operator', 'company'] as const),
];
export const isHolder = (body: Pick<Body, 'kind'>): boolean => HOLDERS.includes(body.kind);
export const hasEnded = (body: Pick<Body, 'to'>, today: PlainDate): boolean => body.to !== null && body.to <= today;

export const pathOf = ({ number }: { readonly number: number }): string => `/requests/${number}`;

/** The clock of a request, as far as these eyes see it. */
interface ClockSeen {
  readonly dueOn: PlainDate;
}

export const answeredOn = ({ answers }: Pick<Request, 'answers'>): PlainDate | null =>
  answers.map(({ on }) => on).toSorted()[0] ?? null;

/** The state is a function of the day and of what was recorded. */
export function stateOf(
  request: Pick<Request, 'decision' | 'delivery' | 'answers'>,
  clock: ClockSeen | undefined,
  today: PlainDate,
): State {
  if (!request.decision) return 'waiting';
  if (!request.decision.accepted) return 'refused';
  if (!request.delivery) return 'ready';
  const answered = answeredOn(request);
  if (!clock) return answered ? 'answered' : 'told';
  if (answered) return answered <= clock.dueOn ? 'in_time' : 'late';
  return today <= clock.dueOn ? 'sent' : 'overdue';
}

/** Several requests of one form stand on one page, each with a choice of its own. */
export const judgedField = ({ number }: { readonly number: number }): string => `judged_${number}`;

/** What the one who asked can say of it today: silence once the term is over, all else once something came. */
export function judgements(request: Pick<Request, 'answers'>, state: State): readonly Judged[] {
  if (request.answers.length > 0) return ['full', 'part', 'refused', 'forwarded'];
  return state === 'overdue' ? ['silence'] : [];
}

const SHORT = 90;
/** The beginning of a text, for a list. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= SHORT ? line : `${line.slice(0, SHORT).trimEnd()}…`;
}
