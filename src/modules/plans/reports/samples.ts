import type { Actor } from '#core/actor.ts';
import type { FileFacts } from '#core/files/facts.ts';
import type { Forum } from '#core/forum.ts';
import type { Together } from '#core/house.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { type BodyKey, DEMO_BODIES } from '#modules/places/demo/bodies.ts';
import type { Days } from '#modules/places/demo/words.ts';
import type { PlacesMade } from '#modules/places/samples.ts';
import { evidenceTitle, letterText } from '../demo/phrases.ts';
import { type DemoPicture, pictureOf } from '../demo/pictures.ts';
import type { DemoEvidence, DemoMeasure, DemoUpdate } from '../demo/shape.ts';
import { indicatorsOf } from '../measures/indicators/queries.ts';
import { cellsOf } from '../measures/queries.ts';
import { activeOn } from '../measures/rules.ts';
import type { CellRow, MeasureId } from '../measures/schema.ts';
import { reportUpdate } from './commands.ts';
import type { ActualGiven, EvidenceGiven } from './forms.ts';

/** The drawn files of the demonstration, kept before the transaction begins. */
export interface DemoFiles {
  readonly document: FileFacts;
  readonly pictures: Readonly<Record<DemoPicture, FileFacts>>;
}

/** Where and by whom the demonstration's plans are written down. */
export interface PlanWorld extends PlacesMade {
  readonly together: Together;
  readonly forum: Forum;
  /** The day of loading, from which all days are counted. */
  readonly today: PlainDate;
  readonly files: DemoFiles;
  readonly lang: (code: LanguageCode) => Lang;
  /** Somebody who holds a role, for this body or for none. */
  readonly actor: (role: string, body: BodyKey | null) => Actor;
  /** The holder of a fresh link for one deed on one object. */
  readonly holder: (command: string, object: string) => Promise<Actor>;
}

/** Something that happened on a day of the past. */
export interface DemoEvent {
  readonly on: Days;
  readonly happen: () => Promise<void>;
}

/** A measure that was written, with the facts it was made from. */
export interface MadeMeasure {
  readonly id: MeasureId;
  readonly facts: DemoMeasure;
}

/** Whatever the demonstration says must be accepted: a refusal is a fault in its facts. */
export async function must<O>(result: ReturnType<Together['perform']>, what: string): Promise<O> {
  const done = await result.catch((problem: unknown) => {
    throw new Error(`the demonstration was refused at ${what}: ${String(problem)}`, { cause: problem });
  });
  if (!done.ok) throw new Error(`the demonstration was refused at ${what}: ${JSON.stringify(done.refusal)}`);
  return done.value as O;
}

export const dayOf = (world: PlanWorld, days: Days): PlainDate => addDays(world.today, days);

export function idOf(world: PlanWorld, key: BodyKey): string {
  const id = world.bodies.get(key);
  if (!id) throw new Error(`the demonstration knows no body ${key}`);
  return id;
}

/** Short name of a body in the plan's own language. */
export const shortName = (key: BodyKey): string => DEMO_BODIES.find((body) => body.key === key)?.short.az ?? key;

/** The cell of an executor on a day. */
export async function cellOn(world: PlanWorld, measure: MadeMeasure, body: BodyKey, day: PlainDate): Promise<CellRow> {
  const cells = await cellsOf(world.together.db, { forum_id: world.forum.id, id: measure.id });
  const cell = cells.find((row) => row.body_id === idOf(world, body) && activeOn(row, day));
  if (!cell) throw new Error(`${body} is no executor of measure ${measure.facts.number} on ${day}`);
  return cell;
}

/** Evidence as commands take it: photos and documents are files, the rest are lines. */
export function evidenceOf(world: PlanWorld, given: readonly DemoEvidence[]) {
  const evidence: EvidenceGiven[] = [];
  const files: FileFacts[] = [];
  for (const piece of given) {
    const title = evidenceTitle(piece, piece.kind === 'observation' ? shortName(piece.by) : '');
    const name = title.replace(/[/\\:*?"<>|]+/g, ' –');
    if (piece.kind === 'file') files.push({ ...world.files.document, name: `${name}.pdf` });
    else if (piece.kind === 'photo')
      files.push({ ...world.files.pictures[pictureOf(piece.community)], name: `${name}.jpg` });
    else
      evidence.push({
        kind: piece.kind,
        title,
        url: piece.kind === 'link' ? piece.url : null,
        onDay: 'on' in piece ? dayOf(world, piece.on) : null,
      });
  }
  return { evidence, files };
}

/** Values that the executor gave together with this report. */
async function actualsWith(
  world: PlanWorld,
  measure: MadeMeasure,
  update: DemoUpdate,
  body: BodyKey,
): Promise<ActualGiven[]> {
  const with_ = measure.facts.indicators.flatMap((indicator, position) =>
    indicator.actuals.flatMap((actual) =>
      saidWith(actual, update, body) && actual.value !== null ? [{ position, actual, value: actual.value }] : [],
    ),
  );
  if (with_.length === 0) return [];
  const { indicators } = await indicatorsOf(world.together.db, { forum_id: world.forum.id, id: measure.id });
  return with_.map(({ position, actual, value }) => ({
    indicator: indicators[position]!.id,
    value,
    numerator: actual.of?.numerator ?? null,
    base: actual.of?.n ?? null,
    source: actual.source.az,
  }));
}

/** A value that an executor measured on the day of its own report came with that report. */
export const saidWith = (
  actual: { readonly voice: string; readonly by: BodyKey; readonly on: Days },
  update: Pick<DemoUpdate, 'on' | 'by'>,
  body: BodyKey = actual.by,
): boolean => actual.voice === 'executor' && actual.by === body && update.by.includes(body) && actual.on === update.on;

/** Everything that executors reported on a measure. */
export const updateEvents = (world: PlanWorld, measure: MadeMeasure): readonly DemoEvent[] =>
  measure.facts.updates.flatMap((update, i) =>
    update.by.map((body) => ({ on: update.on, happen: () => report(world, measure, update, body, i + 1) })),
  );

async function report(
  world: PlanWorld,
  measure: MadeMeasure,
  update: DemoUpdate,
  body: BodyKey,
  letter: number,
): Promise<void> {
  const { together } = world;
  const onDay = dayOf(world, update.on);
  const cell = await cellOn(world, measure, body, onDay);
  const actors = {
    account: () => world.actor('executor', body),
    paper: () => world.actor('secretary', null),
    link: () => world.holder('plans.report_update', cell.id),
  };
  together.as(await actors[update.way]());
  const paper = {
    ref: String(letter),
    day: onDay,
    scan: { ...world.files.document, name: `${letterText(letter, onDay)}.pdf` },
  };
  await must(
    together.perform(reportUpdate, {
      cell: cell.id,
      state: update.state,
      text: update.text,
      onDay,
      ...evidenceOf(world, update.evidence),
      actuals: await actualsWith(world, measure, update, body),
      paper: update.way === 'paper' ? paper : null,
    }),
    `the report of ${body} on ${measure.facts.number}`,
  );
}
