import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import { type List, SEEN } from '#core/errors/seen.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { idShape, isId } from '#core/ids.ts';
import { dayShape, lineShape, textsShape, urlShape } from '#core/shapes.ts';
import { numberShape, orNull, Reading, rowsOf, seenShape } from '../../forms.ts';
import {
  DIRECTIONS,
  type IndicatorId,
  type IndicatorRow,
  type MeasureId,
  type TargetId,
  type TargetRow,
} from '../schema.ts';

/** Where the indicator stood before the plan: never a number without its source. */
const baselineShape = v.object({
  value: numberShape,
  on: orNull(dayShape),
  source: lineShape(),
  url: orNull(urlShape),
});
export type Baseline = v.InferOutput<typeof baselineShape>;

const indicatorShape = v.object({
  id: orNull(idShape<IndicatorId>()),
  text: textsShape(1000),
  unit: orNull(textsShape(100)),
  direction: v.picklist(DIRECTIONS),
  baseline: orNull(baselineShape),
  targets: v.pipe(
    v.array(v.object({ id: orNull(idShape<TargetId>()), dueOn: dayShape, value: numberShape })),
    v.maxLength(40),
  ),
});
export type Indicator = v.InferOutput<typeof indicatorShape>;

export const indicatorsShape = v.object({
  measure: idShape<MeasureId>(),
  indicators: v.pipe(v.array(indicatorShape), v.maxLength(30)),
  seen: seenShape,
});
export type IndicatorsInput = v.InferOutput<typeof indicatorsShape>;

export const setBaselineShape = v.object({
  measure: idShape<MeasureId>(),
  indicator: idShape<IndicatorId>(),
  baseline: baselineShape,
});
export type SetBaseline = v.InferOutput<typeof setBaselineShape>;

/** Rows `indicator_0_text_az`, ...: an indicator without any text is left out, which takes an old one away. */
export function readIndicators(posted: Posted, measure: MeasureId, own: LanguageCode): Result<IndicatorsInput> {
  const read = new Reading(posted);
  const indicators = rowsOf(posted, 'indicator').flatMap((row) => {
    const text = read.texts(`${row}_text`, 'prose', 1000);
    const rest = readRest(read, posted, row);
    if (text && !text[own]) read.wrong(`${row}_text_${own}`, message('plans.measures.indicators.no_text'));
    if (text) return [{ ...rest, text }];
    const orphan = rest.id === null && (rest.baseline !== null || rest.targets.length > 0);
    if (orphan) read.wrong(`${row}_text_${own}`, message('plans.measures.indicators.no_text'));
    return [];
  });
  return read.end({ measure, indicators, seen: posted.text(SEEN) });
}

function readRest(read: Reading, posted: Posted, row: string): Omit<Indicator, 'text'> {
  const id = posted.text(`${row}_id`);
  return {
    id: isId(id) ? (id as IndicatorId) : null,
    unit: read.texts(`${row}_unit`, 'line', 100),
    direction: read.choice(`${row}_direction`, DIRECTIONS, 'up'),
    baseline: readBaselineInto(read, row),
    targets: rowsOf(posted, `${row}_target`).flatMap((target) => readTarget(read, posted, target)),
  };
}

function readBaselineInto(read: Reading, row: string): Baseline | null {
  const value = read.decimal(`${row}_baseline_value`);
  const on = read.day(`${row}_baseline_on`);
  const source = read.line(`${row}_baseline_source`);
  const url = read.url(`${row}_baseline_url`);
  if (value === null) {
    if ((on || source || url) && !read.isWrong(`${row}_baseline_value`))
      read.wrong(`${row}_baseline_value`, message('plans.measures.indicators.no_baseline_value'));
    return null;
  }
  if (!source) read.wrong(`${row}_baseline_source`, message('plans.measures.indicators.no_baseline_source'));
  return { value, on, source: source ?? '', url };
}

function readTarget(read: Reading, posted: Posted, row: string): Indicator['targets'] {
  const dueOn = read.day(`${row}_due_on`);
  const value = read.decimal(`${row}_value`);
  const id = posted.text(`${row}_id`);
  if (dueOn !== null && value !== null) return [{ id: isId(id) ? (id as TargetId) : null, dueOn, value }];
  if (dueOn !== null && !read.isWrong(`${row}_value`))
    read.wrong(`${row}_value`, message('plans.measures.indicators.no_target_value'));
  if (value !== null && !read.isWrong(`${row}_due_on`))
    read.wrong(`${row}_due_on`, message('plans.measures.indicators.no_target_day'));
  return [];
}

/** The one form that stays open after adoption: a baseline where there is none. */
export function readBaseline(posted: Posted, measure: MeasureId, indicator: IndicatorId): Result<SetBaseline> {
  const read = new Reading(posted);
  const baseline = readBaselineInto(read, 'new');
  if (!baseline && !read.isWrong('new_baseline_value'))
    read.wrong('new_baseline_value', message('plans.measures.indicators.no_baseline_value'));
  return read.end({ measure, indicator, baseline: baseline! });
}

/** An indicator as its row and its targets give it. */
export const toIndicator = (row: IndicatorRow, targets: readonly TargetRow[]): Indicator => ({
  id: row.id,
  text: row.text,
  unit: row.unit,
  direction: row.direction,
  baseline:
    row.baseline_value === null
      ? null
      : {
          value: row.baseline_value,
          on: row.baseline_on,
          source: row.baseline_source ?? '',
          url: row.baseline_url,
        },
  targets: targets
    .filter((target) => target.indicator_id === row.id)
    .map((target) => ({ id: target.id, dueOn: target.due_on, value: target.value })),
});

/** How the rows of the form, and the rows within them, are told apart. */
export const INDICATOR_ROWS: readonly List[] = [
  { prefix: 'indicator', key: 'id' },
  { prefix: 'indicator_\\[[^\\]]*\\]_target', key: 'id' },
];

/** What stands in the rows of indicators. */
export function indicatorValues(indicators: readonly Indicator[]): Record<string, string> {
  const said = (name: string, texts: Texts | null) =>
    LANGUAGES.map((language) => [`${name}_${language}`, texts?.[language] ?? '']);
  return Object.fromEntries(
    indicators.flatMap((one, i) => {
      const row = `indicator_${i}`;
      return [
        [`${row}_id`, one.id ?? ''],
        ...said(`${row}_text`, one.text),
        ...said(`${row}_unit`, one.unit),
        [`${row}_direction`, one.direction],
        [`${row}_baseline_value`, one.baseline ? String(one.baseline.value) : ''],
        [`${row}_baseline_on`, one.baseline?.on ?? ''],
        [`${row}_baseline_source`, one.baseline?.source ?? ''],
        [`${row}_baseline_url`, one.baseline?.url ?? ''],
        ...one.targets.flatMap((target, j) => [
          [`${row}_target_${j}_id`, target.id ?? ''],
          [`${row}_target_${j}_due_on`, target.dueOn],
          [`${row}_target_${j}_value`, String(target.value)],
        ]),
      ];
    }),
  );
}
