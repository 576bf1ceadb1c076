import { expect, it } from 'vitest';
import { NOBODY } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { keepInterview } from '../keeping/commands.ts';
import { countsOf } from '../keeping/queries.ts';
import { loadEdition, question, questionnaire } from '../keeping/samples.ts';
import { surveysModule } from '../module.ts';
import type { SurveyNeeds } from '../needs/schema.ts';
import { declareRound } from '../rounds/commands.ts';
import { declared, interview } from '../rounds/samples.ts';
import type { InterviewId } from '../schema.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const needs = { files: null, plans: async () => [], mayStorePeople: async () => true } as unknown as SurveyNeeds;
const NAMES = Array.from({ length: 10 }, (_, i) => `q${i}`);

both('an interview that stands out', (scratch) => {
  it('is shown with the reason, left out with one, told to everybody without the person, and taken back', async () => {
    const on = await stage(scratch);
    const asked = questionnaire(NAMES.map((name) => question(name, 'text')));
    const id = await loadEdition(scratch.db, on.forum.id, asked, on.today);
    const keeper = person(on.forum.id, 'coordinator');
    const declaration = declared({ questionnaire: id, from: on.today });
    const made = await on.as(keeper)(declareRound, { declaration, after: null });
    const round = made.ok ? made.value.id : null;
    const ids = [0, 1].map(() => uuidv7(on.now) as InterviewId);
    const answers = Object.fromEntries(NAMES.map((name) => [name, `cavab ${name}`]));
    for (const one of ids)
      await on.as(NOBODY)(keepInterview, interview({ id: one, round: round!, onDay: on.today, answers }));

    const b = visitor(on, { routes: surveysModule(needs).routes, langs, actor: keeper });
    const list = await b.get('/surveys/1/interviews');
    expect(list.text).toContain(langs.az.say({ key: 'surveys.statistics.quality.same_answers', params: { n: 10 } }));
    expect(list.text).not.toContain('cavab q1');
    const at = `/surveys/1/interviews/${ids[1]}/exclusion`;
    expect((await b.post(at, { counted: 'no', reason: ' ' })).status).toBe(422);
    expect((await b.post(at, { counted: 'no', reason: 'İki dəfə göndərilib' })).to).toMatch(/done=excluded$/);
    const n = async () => (await countsOf(scratch.db, on.forum.id, round!)).reduce((sum, one) => sum + one.n, 0);
    expect(await n()).toBe(1);
    expect((await b.get('/surveys/1/interviews')).text).toContain('İki dəfə göndərilib');
    on.now = new Date(on.now.getTime() + 60_000);
    expect((await b.post(at, { counted: 'yes', reason: 'İki ayrı şəxs imiş' })).to).toMatch(/done=counted$/);
    expect(await n()).toBe(2);
    const said = (await on.entries()).filter(({ kind }) => /excluded|counted/.test(kind));
    expect(said.map(({ params }) => params)).toEqual([
      { number: 1, reason: 'İki dəfə göndərilib' },
      { number: 1, reason: 'İki ayrı şəxs imiş' },
    ]);
    const stranger = visitor(on, { routes: surveysModule(needs).routes, langs });
    expect((await stranger.get('/surveys/1/interviews')).status).toBe(401);
  });
});
