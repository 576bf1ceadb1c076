import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { type Filled, filled, type Kept, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { rowsIn, rowsWritten } from '../../forms.ts';
import { again } from '../../plan/routes.ts';
import { measurePage, measureToWrite, type Written } from '../routes.ts';
import { DIRECTIONS, type IndicatorId } from '../schema.ts';
import { setBaseline, writeIndicators } from './commands.ts';
import { INDICATOR_ROWS, type Indicator, indicatorValues, readBaseline, readIndicators, toIndicator } from './forms.ts';
import { BaselinesPage } from './pages/baselines-page.tsx';
import { IndicatorsPage } from './pages/indicators-page.tsx';
import { indicatorsOf } from './queries.ts';

const done = (web: Web): boolean => web.url.searchParams.get('done') === 'saved';

function show(
  web: Web,
  written: Written,
  values: Kept,
  targets: readonly number[],
  errors: Filled['errors'] = [],
): Answer {
  const main = IndicatorsPage({
    of: filled(web.lang, values, errors),
    measure: written.at,
    name: written.name,
    own: written.head.plan.language,
    targets,
    saved: done(web),
  });
  const title = web.lang.t('plans.measures.indicators.title');
  return page(measurePage(web, written, title, main), errors.length > 0 ? 422 : 200);
}

const counts = (indicators: readonly Indicator[]): readonly number[] => indicators.map((one) => one.targets.length);

async function showNow(web: Web, written: Written): Promise<Answer> {
  if (written.adopted) return showBaselines(web, written, null, filled(web.lang));
  const rows = await standing(web, written);
  return show(web, written, withSeen(indicatorValues(rows), INDICATOR_ROWS), counts(rows));
}

async function standing(web: Web, { measure }: Written): Promise<readonly Indicator[]> {
  const { indicators, targets } = await indicatorsOf(web.db, measure);
  return indicators.map((row) => toIndicator(row, targets));
}

/** Somebody else saved them meanwhile: both are shown together. */
async function showMerged(web: Web, written: Written, typed: Kept): Promise<Answer> {
  const now = indicatorValues(await standing(web, written));
  const of = mergedWith(web.lang, now, typed, {
    lists: INDICATOR_ROWS,
    named: (field, value) => {
      const direction = DIRECTIONS.find((one) => one === value);
      return field.endsWith('_direction') && direction ? web.lang.t(`plans.measures.direction.${direction}`) : null;
    },
  });
  // The free row below them is sent along with its first choice of a direction: that alone is no indicator.
  const filledIn = Object.fromEntries(Object.entries(of.values).filter(([name]) => !name.endsWith('_direction')));
  const targets = Array.from({ length: rowsIn(filledIn, 'indicator') }, (_, i) =>
    rowsIn(of.values, `indicator_${i}_target`),
  );
  return show(web, written, of.values, targets, of.errors);
}

async function write(web: Web): Promise<Answer> {
  const found = await measureToWrite(web);
  if (!found.ok) return refused(found.refusal);
  const written = found.value;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readIndicators(posted.value, written.measure.id, written.head.plan.language);
  if (!read.ok) {
    const rows = rowsWritten(posted.value, 'indicator');
    const targets = Array.from({ length: rows }, (_, i) => rowsWritten(posted.value, `indicator_${i}_target`));
    return again(read, (errors) => show(web, written, keep(posted.value), targets, errors));
  }
  const made = await web.perform(writeIndicators, read.value);
  if (made.ok) return redirect(`${written.at}/indicators?done=saved`);
  if (isChangedMeanwhile(made.refusal)) return showMerged(web, written, keep(posted.value));
  const { indicators, seen } = read.value;
  const values = { ...indicatorValues(indicators), [SEEN]: seen ?? '' };
  return again(made, (errors) => show(web, written, values, counts(indicators), errors));
}

async function showBaselines(web: Web, written: Written, sent: string | null, of: Filled): Promise<Answer> {
  const { indicators } = await indicatorsOf(web.db, written.measure);
  const main = BaselinesPage({
    of,
    measure: written.at,
    name: written.name,
    indicators,
    refused: sent,
    saved: done(web),
  });
  const title = web.lang.t('plans.measures.indicators.title');
  return page(measurePage(web, written, title, main), of.errors.length > 0 ? 422 : 200);
}

async function baseline(web: Web): Promise<Answer> {
  const found = await measureToWrite(web);
  if (!found.ok) return refused(found.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const sent = posted.value.text('indicator');
  if (!isId(sent)) return refused({ kind: 'not_found', message: message('plans.measures.indicators.unknown') });
  const read = readBaseline(posted.value, found.value.measure.id, sent as IndicatorId);
  const made = read.ok ? await web.perform(setBaseline, read.value) : read;
  if (made.ok) return redirect(`${found.value.at}/indicators?done=saved`);
  return again(made, (errors) => showBaselines(web, found.value, sent, filled(web.lang, keep(posted.value), errors)));
}

export const indicatorRoutes: readonly Route[] = [
  get('/plans/:plan/measures/:measure/indicators', async (web) => {
    const found = await measureToWrite(web);
    return found.ok ? showNow(web, found.value) : refused(found.refusal);
  }),
  post('/plans/:plan/measures/:measure/indicators', write),
  post('/plans/:plan/measures/:measure/baseline', baseline),
];
