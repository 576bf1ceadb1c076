import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { person, stage } from '#core/db/testing/stage.ts';
import { ok } from '#core/errors/result.ts';
import { fileStore } from '#core/files/store.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays } from '#core/time/plain-date.ts';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { FormId } from '#ui/form-id.ts';
import { render } from '#ui/render.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { interviewsOf } from '../keeping/queries.ts';
import { choice, group, loadEdition, offering, question, questionnaire, repeat } from '../keeping/samples.ts';
import { surveysModule } from '../module.ts';
import type { SurveyNeeds } from '../needs/schema.ts';
import { makeCodes } from '../rounds/codes/commands.ts';
import { declareRound } from '../rounds/commands.ts';
import { declared } from '../rounds/samples.ts';
import type { Declaration } from '../rounds/schema.ts';
import { tidy } from './commands.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const az = langs.az;
let folder = '';
let needs: SurveyNeeds;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-capture-'));
  needs = {
    files: fileStore(folder),
    plans: async () => [],
    indicators: async () => [],
    evaluations: async () => [],
    bind: async () => ok(true),
    mayStorePeople: async () => true,
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ASKED = questionnaire(
  [
    question('heard', 'select_one', { ...offering('yesno'), required: 'true()' }),
    question('where', 'select_multiple', { ...offering('media'), relevant: "${heard} = 'yes'" }),
    question('age', 'integer', { constraint: '. >= 18', constraintMessage: { az: 'On səkkizdən yuxarı' } }),
    group('home', [
      repeat('people', [question('name_of', 'text'), question('years', 'integer')]),
      question('photo', 'image'),
      question('twice', 'calculate', { calculation: '${age} * 2' }),
    ]),
    question('call', 'text', { about: 'contact' }),
  ],
  {
    lists: {
      yesno: [choice('yes', { az: 'Bəli' }), choice('no', { az: 'Xeyr' })],
      media: [choice('tv', { az: 'TV' }), choice('tea', { az: 'Çayxana' })],
    },
  },
);

async function ready(scratch: Scratch, given: Partial<Declaration> = {}) {
  const on = await stage(scratch);
  const id = await loadEdition(scratch.db, on.forum.id, ASKED, on.today);
  const declaration = declared({ questionnaire: id, from: on.today, ...given });
  const keeper = on.as(person(on.forum.id, 'coordinator'));
  const made = await keeper(declareRound, { declaration, after: null });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const b = visitor(on, { routes: surveysModule(needs).routes, langs });
  return { on, b, keeper, round: made.value.id };
}

/** As the frame draws a page that carries an id of its forms. */
const drawn = (main: Parameters<typeof render>[0]): string =>
  render(main, { told: new Map([[FormId, 'an-id']]) }).parts.join('');
const below = (to: string | null): string => (to ?? '').replace(/^\/az\/stage/, '');
const problems = (html: string) => [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field);

both('the form of a round', (scratch) => {
  it('is answered without script: skips, asks again at the field, keeps everything, is handed in once', async () => {
    const { on, b, round } = await ready(scratch);
    const start = await b.get('/surveys/1/answer');
    expect(start.text).toContain('İştirak könüllüdür');
    const begun = await b.post('/surveys/1/answer', { mode: 'link', language: 'az' });
    const form = below(begun.to);
    expect(form).toMatch(/^\/surveys\/1\/form\/[\w-]{24}$/);
    const first = await b.get(form);
    expect([first.status, first.kept, first.text.length < 60_000]).toEqual([200, false, true]);
    expect(first.text).toContain('data-path="heard"');
    // What answers may bring up waits unseen for a script; a browser without one shows nothing of it.
    expect(first.text.replace(/<template .*?<\/template>/gs, '')).not.toContain('data-path="where"');
    const wrong = await b.post(`${form}?part=0`, { shown: 'heard age', 'q:age': '12' });
    expect([wrong.status, problems(wrong.text)]).toEqual([422, ['q:heard', 'q:age']]);
    expect(wrong.text).toContain('On səkkizdən yuxarı');
    // The answer brings up a question of the same page: it is shown before one goes on.
    const more = await b.post(`${form}?part=0`, { shown: 'heard age', 'q:heard': 'yes', 'q:age': '40' });
    expect([more.status, more.text.includes('data-path="where"')]).toEqual([200, true]);
    const next = await b.post(`${form}?part=0`, {
      ...{ shown: 'heard where age', 'q:heard': 'yes', 'q:where': ['tv', 'tea'], 'q:age': '40' },
    });
    expect(below(next.to)).toBe(`${form}?part=1`);
    await b.post(`${form}?part=1`, { shown: '', add: 'home/people' });
    const people = await b.get(`${form}?part=1`);
    expect(people.text).toContain('data-path="home/people/2/years"');
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer();
    const home = {
      ...{ 'q:home/people/1/years': '40', 'q:home/people/2/name_of': 'Uşaq', 'd:home/people/2/years': 'unknown' },
      'q:home/photo': new File([new Uint8Array(photo)], 'a.jpg'),
      shown:
        'home home/people home/people/1 home/people/1/name_of home/people/1/years home/people/2 home/people/2/name_of home/people/2/years home/photo',
    };
    expect(below((await b.post(`${form}?part=1`, home)).to)).toBe(`${form}?part=2`);
    expect(below((await b.post(`${form}?part=2`, { shown: 'call', 'q:call': '050 1' })).to)).toBe(`${form}/check`);
    const check = await b.get(`${form}/check`);
    for (const said of ['TV, Çayxana', '40', 'Uşaq', az.t('surveys.capture.unknown')])
      expect(check.text).toContain(said);
    expect(below((await b.post(`${form}/check`, {})).to)).toBe('/surveys/1/thanks');
    expect((await b.post(`${form}/check`, {})).status).toBe(410);
    const [kept, ...others] = await interviewsOf(scratch.db, on.forum.id, round);
    expect(others).toEqual([]);
    expect(kept!.answers).toMatchObject({
      ...{ heard: 'yes', where: 'tv tea', age: '40' },
      home: { people: [{ years: '40' }, { name_of: 'Uşaq' }], twice: '80' },
    });
    expect([kept!.declined, kept!.by]).toEqual([{ 'home/people/2/years': 'unknown' }, null]);
    expect(JSON.stringify(kept!.answers)).not.toContain('050 1');
    expect((await sql`select path from surveys_pictures`.execute(scratch.db)).rows).toEqual([{ path: 'home/photo' }]);
    expect((await sql`select 1 from surveys_fillings`.execute(scratch.db)).rows).toEqual([]);
  });

  it('takes at once what a script brought up on the page, and gives it the questionnaire that the server has', async () => {
    const { b } = await ready(scratch);
    const form = below((await b.post('/surveys/1/answer', { mode: 'link', language: 'az' })).to);
    const first = await b.get(form);
    expect(first.page).toMatchObject({ script: 'fill', connects: true, loads: true });
    expect(first.text).toMatch(/<template data-spare="where">.*?name="q:where".*?<\/template>/s);
    expect(JSON.parse((await b.get(`${form}/questions`)).text)).toEqual(ASKED);
    expect((await b.get('/surveys/1/form/AAAAAAAAAAAAAAAAAAAAAAAA/questions')).status).toBe(410);
    const sent = await b.post(`${form}?part=0`, {
      ...{ shown: 'heard where age', 'q:heard': 'yes', 'q:where': 'tv', 'q:age': '40' },
    });
    expect(below(sent.to)).toBe(`${form}?part=1`);
    // An answer to what these answers do not ask is not taken, whoever names it.
    const other = below((await b.post('/surveys/1/answer', { mode: 'link', language: 'az' })).to);
    await b.post(`${other}?part=0`, { shown: 'heard where age', 'q:heard': 'no', 'q:where': 'tea', 'q:age': '40' });
    await b.post(`${other}?part=0`, { shown: 'heard age', 'q:heard': 'yes', 'q:age': '40' });
    expect((await b.get(other)).text).not.toMatch(/value="tea" checked/);
    expect((await b.get(form)).text).toMatch(/value="tv" checked/);
  });

  it('begins anew after each answer at a shared screen, and takes a code once', async () => {
    const { on, b, keeper, round } = await ready(scratch, { singleUse: true, modes: ['link', 'kiosk'] });
    const made = await keeper(makeCodes, { round, place: null, group: null, count: 2 });
    const [code = ''] = made.ok ? made.value.codes : [];
    expect((await b.get(`/surveys/1/answer/${code}`)).text).toContain(`value="${code}"`);
    const answer = async (mode: string) => {
      const begun = await b.post('/surveys/1/answer', { mode, language: 'az', code });
      if (begun.status === 422) return problems(begun.text).join();
      const form = below(begun.to);
      await b.post(`${form}?part=0`, { shown: 'heard age', 'q:heard': '~refused', 'q:age': '' });
      const handed = await b.post(`${form}/check`, {});
      return handed.status === 422 ? problems(handed.text).join() : below(handed.to);
    };
    expect(await answer('kiosk')).toBe('/surveys/1/kiosk?done=kept');
    expect((await b.get('/surveys/1/kiosk?done=kept')).text).toContain(az.t('surveys.capture.next'));
    expect(await answer('link')).toBe('code');
    const kept = await interviewsOf(scratch.db, on.forum.id, round);
    expect(kept.map(({ mode, declined }) => [mode, declined])).toEqual([['kiosk', { heard: 'refused' }]]);
  });

  it('carries no id by which it would be remembered with its hour, where other forms do', async () => {
    const { b } = await ready(scratch);
    const form = below((await b.post('/surveys/1/answer', { mode: 'link', language: 'az' })).to);
    const withId = async (at: string) => {
      const { page } = await b.get(at);
      return drawn(page!.main).includes('an-id');
    };
    const own = [await withId('/surveys/1/answer'), await withId(form), await withId(`${form}/check`)];
    expect(own).toEqual([false, false, false]);
    const other = Form({ of: filled(az), action: '/', deed: 'x' });
    expect(drawn(other)).toContain('an-id');
  });

  it('is forgotten after 30 days, and contacts go the night after the last day', async () => {
    const { on, b } = await ready(scratch);
    await b.post('/surveys/1/answer', { mode: 'link', language: 'az' });
    const form = below((await b.post('/surveys/1/answer', { mode: 'link', language: 'az' })).to);
    await b.post(`${form}?part=0`, { shown: 'heard age', 'q:heard': 'no' });
    await b.post(`${form}?part=2`, { shown: 'call', 'q:call': '050 1' });
    await b.post(`${form}/check`, {});
    const count = async (table: string) =>
      Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(scratch.db)).rows[0]!.n);
    const night = async (days: number) => {
      on.now = new Date(`${addDays(on.today, days)}T02:00:00Z`);
      await on.as(SYSTEM)(tidy, {});
      return [await count('surveys_contacts'), await count('surveys_fillings')];
    };
    expect(await night(10)).toEqual([1, 1]);
    expect(await night(1)).toEqual([0, 1]);
    expect(await night(19)).toEqual([0, 1]);
    expect(await night(1)).toEqual([0, 0]);
    expect((await on.as(person(on.forum.id, 'coordinator'))(tidy, {})).ok).toBe(false);
  });
});
