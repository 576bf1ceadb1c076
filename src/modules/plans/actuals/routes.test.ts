import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { dossierRoutes } from '../dossier/routes.ts';
import { loadTrial } from '../trial/samples.ts';
import { actualRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field!);

both('the page of measured values', (scratch) => {
  it('asks staff who measured what and when, says all that is missing, and leads to the indicator', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on);
    const page = `${trial.path}/actuals`;
    const routes = [...actualRoutes, ...dossierRoutes()];
    expect((await visitor(on, { routes, langs }).get(page)).status).toBe(401);
    const stranger = person(on.forum.id, 'evaluator');
    expect((await visitor(on, { routes, langs, actor: stranger }).get(page)).status).toBe(403);

    const staff = visitor(on, { routes, langs, actor: person(on.forum.id, 'secretary') });
    const asked = await staff.get(page);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain(langs.az.t('plans.actuals.lede'));
    const value = `actual_${trial.indicator}`;
    const empty = await staff.post(page, {});
    expect([empty.status, problems(empty.text)]).toEqual([422, ['voice', 'body', 'on_day', value]]);
    const late = { voice: 'civil', body: trial.body('ngo'), on_day: '24.11.2026', [value]: '3 / 5' };
    const wrong = await staff.post(page, late);
    expect(problems(wrong.text)).toEqual(['on_day', `${value}_source`]);
    expect(wrong.text).toContain('value="3 / 5"');

    const sent = await staff.post(page, { ...late, on_day: '20.11.2026', [`${value}_source`]: 'təkrar sorğu' });
    expect(sent.to).toBe(`/az/stage${trial.path}?done=actual#indicators`);
    const { rows } = await sql`select voice, numerator, base, source from plans_actuals`.execute(scratch.db);
    expect(rows).toEqual([{ voice: 'civil', numerator: 3, base: 5, source: 'təkrar sorğu' }]);
    const seen = await staff.get(`${trial.path}?done=actual`);
    expect(seen.text).toContain(langs.az.t('plans.dossier.done.actual'));
    expect(seen.text).toContain('təkrar sorğu');
  });

  it('waits until the plan is adopted', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on, { adopted: null });
    const staff = visitor(on, { routes: actualRoutes, langs, actor: person(on.forum.id, 'coordinator') });
    const seen = await staff.get(`${trial.path}/actuals`);
    expect([seen.status, seen.text.includes('<form')]).toEqual([200, false]);
    expect(seen.text).toContain(langs.az.t('plans.reports.not_adopted'));
  });
});
