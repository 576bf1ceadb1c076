import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, type Kept, keep } from '#ui/filled.ts';
import { isId, rowsWritten } from '../../forms.ts';
import { again } from '../../plan/routes.ts';
import { measurePage, measureToWrite, type Written } from '../routes.ts';
import type { IndicatorId } from '../schema.ts';
import { setBaseline, writeIndicators } from './commands.ts';
import { type Indicator, indicatorValues, readBaseline, readIndicators, toIndicator } from './forms.ts';
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
  const { indicators, targets } = await indicatorsOf(web.db, written.measure);
  const rows = indicators.map((row) => toIndicator(row, targets));
  return show(web, written, indicatorValues(rows), counts(rows));
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
  const { indicators } = read.value;
  return again(made, (errors) => show(web, written, indicatorValues(indicators), counts(indicators), errors));
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
