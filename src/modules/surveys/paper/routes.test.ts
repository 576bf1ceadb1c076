import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { interviewsOf } from '../keeping/queries.ts';
import { choice, group, loadEdition, offering, question, questionnaire, repeat } from '../keeping/samples.ts';
import { surveysModule } from '../module.ts';
import type { SurveyNeeds } from '../needs/schema.ts';
import { declareRound } from '../rounds/commands.ts';
import { declared } from '../rounds/samples.ts';
import type { Declaration } from '../rounds/schema.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const needs = { files: null, plans: async () => [], mayStorePeople: async () => true } as unknown as SurveyNeeds;

const ASKED = questionnaire(
  [
    question('heard', 'select_one', offering('yesno')),
    question('where', 'select_multiple', { ...offering('media'), relevant: "${heard} = 'yes'" }),
    group('home', [repeat('people', [question('years', 'integer')])]),
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
  const declaration = declared({ questionnaire: id, from: on.today, modes: ['paper'], ...given });
  const made = await on.as(person(on.forum.id, 'coordinator'))(declareRound, { declaration, after: null });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return { on, round: made.value.id };
}

/** Somebody of the staff at a keyboard: each with an id of their own. */
const typist = (on: Stage, last: string) => {
  const actor = { ...person(on.forum.id, 'secretary'), id: `01900000-0000-7000-8000-0000000000${last}` } as Actor;
  return visitor(on, { routes: surveysModule(needs).routes, langs, actor });
};
const sheet = (number: string, more: Record<string, string>) => ({ number, on: '23.11.2026', ...more });
const FIRST = { 'q:heard': '1', 'q:where': '1 2', 'q:home/people/1/years': '40', 'q:home/people/2/years': '?' };
const problems = (html: string) => [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field);

both('a paper form', (scratch) => {
  it('counts when two people typed the same, and not before', async () => {
    const { on, round } = await ready(scratch);
    const [a, b] = [typist(on, 'a1'), typist(on, 'b2')];
    const page = await a.get('/surveys/1/papers/new');
    expect(page.text).toContain('1 Bəli · 2 Xeyr');
    expect(page.text).not.toContain('q:call');
    const wrong = await a.post('/surveys/1/papers', sheet('7', { ...FIRST, 'q:heard': '3' }));
    expect([wrong.status, problems(wrong.text)]).toEqual([422, ['q:heard']]);
    expect((await a.post('/surveys/1/papers', sheet('7', FIRST))).to).toMatch(/done=once$/);
    expect(await interviewsOf(scratch.db, on.forum.id, round)).toEqual([]);
    expect(problems((await a.post('/surveys/1/papers', sheet('7', FIRST))).text)).toEqual(['number']);
    // The second person sees a blank sheet.
    expect((await b.get('/surveys/1/papers/new?sheet=7')).text).not.toMatch(/value="(1 2|40|\?)"/);
    expect((await b.post('/surveys/1/papers', sheet('7', FIRST))).to).toMatch(/done=counted$/);
    const [kept] = await interviewsOf(scratch.db, on.forum.id, round);
    expect([kept!.mode, kept!.declined]).toEqual(['paper', { 'home/people/2/years': 'unknown' }]);
    expect(kept!.answers).toMatchObject({ heard: 'yes', where: 'tv tea', home: { people: [{ years: '40' }] } });
    const left = await sql`select distinct answers from surveys_sheet_entries`.execute(scratch.db);
    expect(left.rows).toEqual([{ answers: {} }]);
  });

  it('waits where two typings differ, until somebody with the sheet says which is right', async () => {
    const { on, round } = await ready(scratch);
    const [a, b] = [typist(on, 'a1'), typist(on, 'b2')];
    await a.post('/surveys/1/papers', sheet('8', FIRST));
    const other = { ...FIRST, 'q:where': '2', 'q:home/people/1/years': '41' };
    expect((await b.post('/surveys/1/papers', sheet('8', other))).to).toMatch(/done=differs$/);
    expect(await interviewsOf(scratch.db, on.forum.id, round)).toEqual([]);
    const seen = await a.get('/surveys/1/papers/8/comparison');
    expect([seen.text.includes('TV, Çayxana'), seen.text.includes('Bəli')]).toEqual([true, false]);
    const half = await a.post('/surveys/1/papers/8/comparison', { 'r:where': '1' });
    expect([half.status, problems(half.text)]).toEqual([422, ['r:home/people/1/years']]);
    await a.post('/surveys/1/papers/8/comparison', { 'r:where': '1', 'r:home/people/1/years': '2' });
    const [kept, ...others] = await interviewsOf(scratch.db, on.forum.id, round);
    expect(others).toEqual([]);
    expect(kept!.answers).toMatchObject({ heard: 'yes', where: 'tv tea', home: { people: [{ years: '41' }] } });
    expect((await a.get('/surveys/1/papers/8/comparison')).status).toBe(404);
  });

  it('counts at once where the round says that one typing is enough; a stranger types none', async () => {
    const { on, round } = await ready(scratch, { paperTwice: false });
    expect((await typist(on, 'a1').post('/surveys/1/papers', sheet('9', { 'q:heard': '-' }))).to).toMatch(
      /done=counted$/,
    );
    const [kept] = await interviewsOf(scratch.db, on.forum.id, round);
    expect(kept!.declined).toEqual({ heard: 'refused' });
    expect((await visitor(on, { routes: surveysModule(needs).routes, langs }).get('/surveys/1/papers')).status).toBe(
      401,
    );
  });
});
