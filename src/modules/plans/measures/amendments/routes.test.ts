import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Answer, Posted, Route, Web } from '#core/http/route.ts';
import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { addBody } from '#modules/places/bodies/commands.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { pointRoutes } from '../../plan/points/routes.ts';
import { planRoutes } from '../../plan/routes.ts';
import { stageRoutes } from '../../plan/stages/routes.ts';
import { measureRoutes } from '../authoring/routes.ts';
import { indicatorRoutes } from '../indicators/routes.ts';
import { milestoneRoutes } from '../milestones/routes.ts';
import { withdrawalRoutes } from '../withdrawals/routes.ts';
import { amendmentRoutes } from './routes.ts';

const ROUTES: readonly Route[] = [
  ...[...planRoutes, ...pointRoutes, ...stageRoutes, ...measureRoutes],
  ...[...amendmentRoutes, ...indicatorRoutes, ...milestoneRoutes, ...withdrawalRoutes],
];
type Typed = Readonly<Record<string, string | readonly string[]>>;

const posted = (typed: Typed): Posted => {
  const all = (name: string) => [typed[name] ?? []].flat();
  return { text: (name) => all(name)[0]?.trim() ?? '', all, names: Object.keys(typed), files: () => [] };
};

/** A browser without script: asks and sends, and sees status, words and where it was led. */
function browser(on: Stage, actor: Actor, code: LanguageCode = 'az') {
  const lang = new Lang(code, SENTENCES[code]);
  const ask = async (method: 'GET' | 'POST', path: string, typed: Typed = {}) => {
    const url = new URL(`http://localhost/${code}/stage${path}`);
    const found = ROUTES.flatMap((route) => {
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
      const shape = new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/:\w+/g, '([^/]+)')}$`);
      const values = route.method === method ? shape.exec(path.split('?')[0]!) : null;
      return values ? [{ route, params: Object.fromEntries(names.map((name, i) => [name, values[i + 1]!])) }] : [];
    })[0];
    if (!found) throw new Error(`no route for ${method} ${path}`);
    const web = {
      ...{ method, url, params: found.params, lang, actor, now: on.now, today: on.today, requestId: 'test' },
      forum: on.forum,
      db: on.house.database.db,
      posted: async () => ({ ok: true, value: posted(typed) }),
      perform: on.as(actor),
      at: (p: string) => `/${code}/stage${p}`,
    };
    return seen(await found.route.handle(web as unknown as Web), lang);
  };
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, typed: Typed) => ask('POST', path, typed),
  };
}

function seen(answer: Answer, lang: Lang) {
  if (answer.kind === 'page')
    return { status: answer.status ?? 200, text: renderToString(h(Fragment, null, answer.page.main)), to: null };
  if (answer.kind === 'redirect') return { status: 303, text: '', to: answer.to };
  if (answer.kind === 'refused')
    return { status: answer.refusal.kind, text: lang.say(answer.refusal.message), to: null };
  throw new Error('a file');
}

const BODY = {
  short: null,
  place: null,
  site: null,
  email: null,
  phone: null,
  address: null,
  from: null,
  source: null,
};

/** The values of the fields that a page shows, as a browser would send them back. */
function fieldsOf(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  for (const [tag] of html.matchAll(/<input (?:"[^"]*"|[^">])*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const value = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
    if (!name || (/type="(radio|checkbox)"/.test(tag) && !/\schecked/.test(tag))) continue;
    fields[name] = [...(fields[name] ?? []), value];
  }
  for (const [, name, value] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    fields[name!] = [plain(value!)];
  return fields;
}

const PLAN = {
  language: 'az',
  title_az: 'Yerli <b>Plan</b>',
  slug: 'yerli',
  starts_on: '2026-04-01',
  ends_on: '2027-11-30',
  reply_days: '10',
  extension_days: '5',
};

/** A coordinator writes a plan with one measure and adopts it, all in the pages. */
async function adopted(on: Stage) {
  const made = await on.as(person(on.forum.id, 'coordinator'))(addBody, {
    ...{ ...BODY, kind: 'ngo', name: { az: 'Birinci' }, slug: null, partOf: null, classes: [] },
  } as never);
  if (!made.ok) throw new Error('no body');
  const b = browser(on, person(on.forum.id, 'coordinator'));
  await b.post('/plans', PLAN);
  const body = (made.value as { id: string }).id;
  const measure = { number: '1.1', title_az: 'Terminallar', due_on: '2026-09-30', executor_0_body: body };
  await b.post('/plans/yerli/measures', { ...measure, executor_0_role: 'lead' });
  await b.post('/plans/yerli/stages', { stage: 'adopted', from_day: '2026-03-14', source: 'qərar 7' });
  return b;
}

both('writing plans in the pages', (scratch) => {
  it('tells who may not, and says nothing of what exists', async () => {
    const on = await stage(scratch);
    const nobody = browser(on, { kind: 'nobody' });
    const member = browser(on, person(on.forum.id, 'member'));
    for (const path of ['/plans/new', '/plans/none/edit', '/plans/none/measures/1.1/amendments/new']) {
      expect((await nobody.get(path)).status).toBe('sign_in');
      expect((await member.get(path)).status).toBe('forbidden');
    }
    expect((await nobody.post('/plans', {})).status).toBe('sign_in');
    const coordinator = browser(on, person(on.forum.id, 'coordinator'));
    expect((await coordinator.get('/plans/none/edit')).status).toBe('not_found');
  });

  it('says everything wrong in the language of the reader and keeps what was typed', async () => {
    const on = await stage(scratch);
    const bad = { ...PLAN, title_az: '', ends_on: '2025-02-30', reply_days: 'on', source_url: 'javascript:alert(1)' };
    const words = { az: 'təqvimdə olan gün deyil', en: 'is not a day that exists', ru: 'такого дня нет' };
    for (const code of ['az', 'en', 'ru'] as const) {
      const answer = await browser(on, person(on.forum.id, 'coordinator'), code).post('/plans', bad);
      expect(answer.status).toBe(422);
      expect(answer.text.match(/<li><a href="#f-/g)).toHaveLength(4);
      expect(answer.text).toContain(words[code]);
      expect(fieldsOf(answer.text)).toMatchObject({ starts_on: ['2026-04-01'], reply_days: ['on'] });
    }
  });

  it('takes dates that are written the local way, and shows script as text', async () => {
    const on = await stage(scratch);
    const b = browser(on, person(on.forum.id, 'coordinator'));
    expect((await b.post('/plans', { ...PLAN, starts_on: '01.04.2026' })).to).toBe(
      '/az/stage/plans/yerli/points?done=created',
    );
    const page = await b.get('/plans/yerli/edit');
    expect(page.text).toContain('Yerli &lt;b>Plan');
    expect(fieldsOf(page.text)).toMatchObject({ starts_on: ['2026-04-01'], title_az: ['Yerli <b>Plan</b>'] });
  });

  it('keeps typed rows at their place when one of them is wrong', async () => {
    const on = await stage(scratch);
    const b = browser(on, person(on.forum.id, 'coordinator'));
    await b.post('/plans', PLAN);
    const rows = { point_0_title_az: 'Birinci', point_0_number: '1', point_2_number: '2' };
    const answer = await b.post('/plans/yerli/points', rows);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('#f-point_2_title_az');
    expect(fieldsOf(answer.text)).toMatchObject({ point_0_title_az: ['Birinci'], point_2_number: ['2'] });
  });

  it('closes the form of an adopted measure, and names the way', async () => {
    const on = await stage(scratch);
    const b = await adopted(on);
    const page = await b.get('/plans/yerli/measures/1.1/edit');
    expect(fieldsOf(page.text).title_az).toBeUndefined();
    expect(page.text).toContain('/az/stage/plans/yerli/measures/1.1/amendments/new');
    const marks = { tags: ['Open Data', 'Gender'], local_executor: 'yes' };
    expect((await b.post('/plans/yerli/measures/1.1/edit', marks)).to).toContain('?done=saved');
    const kept = fieldsOf((await b.get('/plans/yerli/measures/1.1/edit')).text);
    expect(kept).toMatchObject({ tags: ['Open Data', 'Gender'], local_executor: ['yes'] });
  });
});

both('an amendment in the pages', (scratch) => {
  const base = '/plans/yerli/measures/1.1';
  const decided = { effective_on: '2026-08-01', decision: 'qərar 12' };

  it('is checked before it is written, can be corrected, and is one however often it is sent', async () => {
    const on = await stage(scratch);
    const b = await adopted(on);
    const form = fieldsOf((await b.get(`${base}/amendments/new`)).text);
    expect(form).toMatchObject({ number: ['1.1'], title_az: ['Terminallar'], due_on: ['2026-09-30'] });
    const nothing = await b.post(`${base}/amendments`, { ...form, ...decided });
    expect([nothing.status, nothing.text.includes('Hələ heç nə dəyişdirilməyib')]).toEqual([422, true]);
    const check = await b.post(`${base}/amendments`, { ...form, ...decided, number: '1.3', due_on: '2026-12-31' });
    expect(check.text).toMatch(/<del>.*30 sentyabr.*<\/del>/);
    expect(check.text).toContain('92 gün gec');
    const sent = fieldsOf(check.text);
    expect((await b.get(`${base}/amendments/new`)).text).not.toContain('2026-12-31');
    const back = await b.post(`${base}/amendments`, { ...sent, step: ['record', 'change'] });
    expect(fieldsOf(back.text)).toMatchObject({ number: ['1.3'], due_on: ['2026-12-31'] });
    expect((await b.post(`${base}/amendments`, sent)).to).toBe('/az/stage/plans/yerli/measures/1.3?done=amendment');
    expect((await b.post(`${base}/amendments`, sent)).to).toBe('/az/stage/plans/yerli/measures/1.3?done=amendment');
    expect((await on.entries()).filter((entry) => entry.kind === 'plans.measure_amended')).toHaveLength(1);
    const next = fieldsOf((await b.get('/plans/yerli/measures/1.3/amendments/new')).text);
    expect(next).toMatchObject({ number: ['1.3'], due_on: ['2026-12-31'] });
  });

  it('does not empty what the plan says, nor come without decision', async () => {
    const on = await stage(scratch);
    const b = await adopted(on);
    const form = fieldsOf((await b.get(`${base}/amendments/new`)).text);
    const answer = await b.post(`${base}/amendments`, {
      ...form,
      title_az: '',
      due_on: '',
      effective_on: '2026-08-01',
    });
    expect(answer.status).toBe(422);
    for (const field of ['decision', 'title_az', 'due_on']) expect(answer.text).toContain(`href="#f-${field}"`);
  });

  it('is not offered for a draft', async () => {
    const on = await stage(scratch);
    const b = browser(on, person(on.forum.id, 'coordinator'));
    await b.post('/plans', PLAN);
    await b.post('/plans/yerli/measures', { number: '1.1', title_az: 'Terminallar' });
    expect((await b.get(`${base}/amendments/new`)).status).toBe('conflict');
  });
});
