import {
  type MeasureLine,
  type PlanOverview,
  STATE_FILTERS,
  type StateFilter,
  VOICE_FILTERS,
  type VoiceFilter,
} from './schema.ts';

/** The conditions of a list of measures; all live in the address, an unknown value is no condition. */
export interface Chosen {
  readonly state: StateFilter | null;
  readonly voices: VoiceFilter | null;
  readonly executor: string | null;
  readonly point: string | null;
  readonly place: string | null;
}

export function chosenOf(query: URLSearchParams): Chosen {
  return {
    state: STATE_FILTERS.find((known) => known === query.get('state')) ?? null,
    voices: VOICE_FILTERS.find((known) => known === query.get('voices')) ?? null,
    executor: query.get('executor') || null,
    point: query.get('point') || null,
    place: query.get('place') || null,
  };
}

const complete = (line: MeasureLine): boolean =>
  line.tally.executor.complete + line.tally.civil.complete > 0 &&
  (line.tally.executor.known === 0 || line.tally.executor.complete > 0) &&
  (line.tally.civil.known === 0 || line.tally.civil.complete > 0);

const STATE_TESTS: Readonly<Record<StateFilter, (line: MeasureLine) => boolean>> = {
  complete: (line) => !line.withdrawn && complete(line),
  open: (line) => !line.withdrawn && !complete(line),
  late: (line) => line.tally.late > 0,
  no_report: (line) => !line.withdrawn && line.tally.executor.known === 0,
  not_assessed: (line) => !line.withdrawn && line.tally.civil.known === 0,
  withdrawn: (line) => line.withdrawn,
};

/** What of the list a reader asked for. `here` are the measures that serve the chosen place, when one is chosen. */
export interface Asked {
  readonly chosen: Chosen;
  /** Id of the body whose address was asked for; undefined: none was, null: there is no such body. */
  readonly body: string | null | undefined;
  readonly here: ReadonlySet<string> | null;
}

/** The lines that fit all conditions, in the plan's order. */
export function fitting(overview: PlanOverview, asked: Asked): readonly MeasureLine[] {
  const { chosen, body, here } = asked;
  const lines = overview.points
    .filter((seen) => chosen.point === null || (seen.point?.number ?? seen.point?.id ?? 'none') === chosen.point)
    .flatMap((seen) => seen.measures);
  return lines.filter(
    (line) =>
      (chosen.state === null || STATE_TESTS[chosen.state](line)) &&
      (chosen.voices === null || (line.tally.both > 0 && line.tally.differ > 0 === (chosen.voices === 'differ'))) &&
      (body === undefined || (body !== null && line.bodies.includes(body))) &&
      (here === null || here.has(line.id)),
  );
}
