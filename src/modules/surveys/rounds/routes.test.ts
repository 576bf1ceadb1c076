import { expect, it } from 'vitest';
import { NOBODY } from '#core/actor.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type VisitorAsked, visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addPlace } from '#modules/places/commands.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { keepInterview } from '../keeping/commands.ts';
import { loadEdition, question, questionnaire } from '../keeping/samples.ts';
import { surveysModule } from '../module.ts';
import type { SurveyNeeds } from '../needs/schema.ts';
import type { InterviewId } from '../schema.ts';
import { roundByNumber } from './queries.ts';
import { interview } from './samples.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const az = langs.az;
const needs = { files: null, plans: async () => [], mayStorePeople: async () => true } as unknown as SurveyNeeds;

const come = (on: Stage, more: Partial<VisitorAsked> = {}) =>
  visitor(on, { routes: surveysModule(needs).routes, langs, ...more });

/** The form as a coordinator fills it. */
const filledIn = (edition: string, place: string, more: Record<string, string> = {}) => ({
  ...{ edition, title_az: 'Kəndlərin <b>rəyi</b>', sampling: 'quota', method_az: 'Hər kənddə üç nəfər', smallest: '5' },
  ...{ population: '12 000', population_source: 'Statistika Komitəsi', areas_asked: '6', areas_all: '11' },
  ...{ consent_az: 'Ad soruşulmur', from: '2026-11-23', until: '2026-12-03', modes: 'link', places: place },
  ...{ [`wanted_${place}`]: '3', group_1_key: 'g1', group_1_name_az: 'QHT', group_1_wanted: '4' },
  ...more,
});

async function ready(scratch: Scratch) {
  const on = await stage(scratch);
  const questions = questionnaire([question('heard', 'text')]);
  const id = await loadEdition(scratch.db, on.forum.id, questions, on.today);
  const where = { code: null, parent: null, territory: null, lon: null, lat: null, outline: null, from: null };
  const named = { slug: 'qamisli', name: { az: 'Qamışlı' }, source: 'm' };
  const place = await asSystem(on)(addPlace, { kind: 'community', ...named, ...where });
  if (!place.ok) throw new Error(JSON.stringify(place.refusal));
  return { on, edition: `${id}:1`, place: place.value.id as string };
}

both('a round in the pages', (scratch) => {
  it('is declared, seen by everybody with its method and progress, changed with a reason and closed', async () => {
    const { on, edition, place } = await ready(scratch);
    const keeper = come(on, { actor: person(on.forum.id, 'coordinator') });
    const form = await keeper.get('/surveys/new');
    expect(form.text).toContain('Qamışlı');
    const refused = await keeper.post(
      '/surveys',
      filledIn(edition, place, { sampling: '', consent_az: '', until: '2026-11-01' }),
    );
    const wrong = [...refused.text.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field);
    expect([refused.status, wrong]).toEqual([422, ['sampling', 'consent_az']]);
    expect((await keeper.post('/surveys', filledIn(edition, place, { until: '2026-11-01' }))).status).toBe(422);
    const made = await keeper.post('/surveys', filledIn(edition, place));
    expect(made.to).toMatch(/\/surveys\/1\?done=declared$/);
    const round = (await roundByNumber(scratch.db, on.forum.id, 1))!;
    const given = interview({
      id: uuidv7(on.now) as InterviewId,
      round: round.id,
      onDay: on.today,
      place,
      group: 'g1',
    });
    await on.as(NOBODY)(keepInterview, given);

    const seen = await come(on).get('/surveys/1');
    expect([seen.status, seen.kept]).toEqual([200, true]);
    for (const words of [
      'Kəndlərin &lt;b>rəyi',
      'Hər kənddə üç nəfər',
      'Statistika Komitəsi',
      '6 / 11',
      '1 / 3',
      '1 / 4',
    ])
      expect(seen.text).toContain(words);
    expect(seen.text).toContain(az.t('surveys.sampling_hint.quota'));
    expect(seen.text).not.toContain(az.t('surveys.round.keep'));
    expect((await come(on).get('/surveys')).text).toContain('Kəndlərin');
    expect((await come(on).get('/surveys/1/declaration')).status).toBe(401);

    const change = await keeper.get('/surveys/1/declaration');
    const shown = /name="declaration" value="([^"]+)"/.exec(change.text)![1]!;
    const later = filledIn(edition, place, { until: '2026-12-20', declaration: shown });
    expect((await keeper.post('/surveys/1/declaration', later)).status).toBe(422);
    on.now = new Date(on.now.getTime() + 60_000);
    const kept = await keeper.post('/surveys/1/declaration', { ...later, reason: 'Yol bağlı idi' });
    expect(kept.to).toMatch(/done=changed$/);
    expect((await come(on).get('/surveys/1')).text).toContain('Yol bağlı idi');

    expect((await keeper.post('/surveys/1/closure', { kind: 'closed', reason: '' })).status).toBe(422);
    const closed = await keeper.post('/surveys/1/closure', { kind: 'closed', reason: 'Hamı cavab verdi' });
    expect(closed.to).toMatch(/done=closed$/);
    const wave = await keeper.get('/surveys/new?after=1');
    expect(wave.text).toContain(az.t('surveys.declaring.same'));
    expect(wave.text).toContain('value="QHT"');
  });

  it('asks for contacts only where the duties of storing them were answered', async () => {
    const { on, place } = await ready(scratch);
    const asked = questionnaire([question('call', 'text', { about: 'contact' })]);
    const id = await loadEdition(scratch.db, on.forum.id, asked, on.today);
    const actor = person(on.forum.id, 'coordinator');
    const unlawful = { ...needs, mayStorePeople: async () => false };
    const keeper = visitor(on, { routes: surveysModule(unlawful).routes, langs, actor });
    const refused = await keeper.post('/surveys', filledIn(`${id}:1`, place));
    expect([refused.status, refused.text.includes('href="#f-edition"')]).toEqual([422, true]);
    expect((await come(on, { actor }).post('/surveys', filledIn(`${id}:1`, place))).to).toMatch(/surveys\/1\?done/);
  });
});
