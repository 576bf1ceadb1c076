import { expect, it, type Mock, vi } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok } from '#core/errors/result.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { publishResults } from '../analysis/publishing/commands.ts';
import { keepInterview } from '../keeping/commands.ts';
import { loadEdition, offering, question, questionnaire } from '../keeping/samples.ts';
import type { SurveyNeeds } from '../needs/schema.ts';
import { sayIn } from '../questionnaires/rules.ts';
import { closeRound, declareRound } from '../rounds/commands.ts';
import { declared, interview } from '../rounds/samples.ts';
import type { InterviewId } from '../schema.ts';
import { bindFinding } from './bindings/commands.ts';
import { bindingsOf } from './bindings/queries.ts';
import { bindingRoutes } from './bindings/routes.ts';
import { reportFinding, writeFinding } from './commands.ts';
import { figureSaid } from './pages/parts/figure.tsx';
import { findingByNumber } from './queries.ts';
import { findingRoutes } from './routes.ts';
import { NEARLY } from './samples.ts';

const OF = {
  id: '01900000-0000-7000-8000-0000000000aa',
  number: '1.4',
  title: { az: 'Görüşlər' },
  path: '/plans/local/measures/1.4',
};

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const az = langs.az;
/** Plans that know one indicator and take whatever number they are given. */
const needs = {
  indicators: async () => [{ ...OF, text: { az: 'Xəbərdar olanların payı' }, unit: { az: '%' } }],
  evaluations: async () => [{ ...OF, author: { az: 'Durna Qatarı' }, sentOn: '2026-11-02' }],
  bind: vi.fn(async () => ok(true)),
} as unknown as SurveyNeeds & { readonly bind: Mock };
const bind = bindFinding(needs);
const routes = [...bindingRoutes(needs, bind), ...findingRoutes(needs)];

/** A round whose results are out: 13 of 50 are aware of the plan, 3 of 50 use the portal, which is hidden. */
async function published(scratch: Parameters<typeof stage>[0]) {
  const on = await stage(scratch);
  const perform = on.as(person(on.forum.id, 'coordinator'));
  const asked = ['aware', 'portal'].map((name) => question(name, 'select_one', offering('yesno')));
  const edition = await loadEdition(scratch.db, on.forum.id, questionnaire(asked), on.today);
  const declaration = declared({ questionnaire: edition, from: on.today });
  const made = await perform(declareRound, { declaration, after: null });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const round = made.value.id;
  for (let i = 0; i < 50; i += 1) {
    const answers = { aware: i < 13 ? 'yes' : 'no', portal: i < 3 ? 'yes' : 'no' };
    const id = uuidv7(on.now) as InterviewId;
    await perform(keepInterview, interview({ id, round, mode: 'desk', onDay: on.today, answers }));
  }
  await perform(closeRound, { round, kind: 'closed', reason: 'Hamı cavab verdi' });
  const out = await perform(publishResults, { round, splits: [], words: null, reason: null });
  if (!out.ok) throw new Error(JSON.stringify(out.refusal));
  return { on, perform, round };
}

both('a finding', (scratch) => {
  it('carries the figure as it went out, is seen by everybody, and stays with a reason when it is withdrawn', async () => {
    const { on } = await published(scratch);
    const keeper = visitor(on, { routes, langs, actor: person(on.forum.id, 'coordinator') });
    const stranger = visitor(on, { routes, langs });
    const figure = { round: '1', question: 'aware', code: 'yes' };
    const form = await keeper.get(`/findings/new?${new URLSearchParams(figure)}`);
    expect(form.text).toContain('50 nəfərdən 13 (26 %)');
    expect((await stranger.get(`/findings/new?${new URLSearchParams(figure)}`)).status).toBe(401);
    expect((await keeper.post('/findings', { ...figure, sentence_az: ' ' })).status).toBe(422);
    // A number that is typed is no number of the finding.
    const made = await keeper.post('/findings', { ...figure, yes: '49', n: '51', sentence_az: 'Az adam <b>bilir</b>' });
    expect(made.to).toMatch(/\/findings\/1\?done=written$/);
    expect((await findingByNumber(scratch.db, on.forum.id, '1'))?.found).toMatchObject({
      ...{ round: 1, yes: 13, n: 50, share: 0.26, interval: null, why: 'purposive', unit: 'person' },
    });
    const seen = await stranger.get('/findings/1');
    for (const words of ['Az adam &lt;b>bilir', '50 nəfərdən 13', az.t('surveys.analysis.printing.purposive')])
      expect(seen.text).toContain(words);
    expect(seen.text).not.toContain('/withdrawal');
    expect((await stranger.get('/findings/2')).status).toBe(404);

    expect((await keeper.post('/findings/1/withdrawal', { reason: '' })).status).toBe(422);
    expect((await stranger.post('/findings/1/withdrawal', { reason: 'mən' })).status).toBe(401);
    expect((await keeper.post('/findings/1/withdrawal', { reason: 'Sual başqa cür başa düşülüb' })).status).toBe(303);
    expect((await stranger.get('/findings/1')).text).toContain('Sual başqa cür başa düşülüb');
    expect((await keeper.post('/findings/1/withdrawal', { reason: 'Bir də' })).status).toBe(422);
    const kinds = (await on.entries()).map(({ kind }) => kind).filter((kind) => kind.includes('finding'));
    expect(kinds.toSorted()).toEqual(['surveys.finding_withdrawn', 'surveys.finding_written']);
  });

  it('is never a figure that is hidden or is none', async () => {
    const { on, perform, round } = await published(scratch);
    const sentence = { az: 'Portalı tanıyır' };
    const wanted = [
      { question: 'portal', code: 'yes', column: null },
      { question: 'portal', code: 'no', column: null },
      { question: 'aware', code: 'perhaps', column: null },
      { question: 'aware', code: 'yes', column: { split: '@place', code: 'qamisli' } },
    ];
    for (const asked of wanted) {
      const made = await perform(writeFinding, { round, sentence, ...asked });
      expect(made.ok ? null : made.refusal.message.key).toBe('surveys.findings.wrong.figure');
    }
    const keeper = visitor(on, { routes, langs, actor: person(on.forum.id, 'coordinator') });
    expect((await keeper.get('/findings/new?round=1&question=portal&code=yes')).status).toBe(404);
  });
});

both('a finding in the plan', (scratch) => {
  it('gives its own number to an indicator once, stands beside an evaluation, and not when it is withdrawn', async () => {
    needs.bind.mockClear();
    const { on, perform, round } = await published(scratch);
    const figure = { question: 'aware', code: 'yes', column: null };
    await perform(writeFinding, { round, sentence: { az: 'Dörddə biri bilir' }, ...figure });
    await perform(reportFinding, NEARLY);
    const keeper = visitor(on, { routes, langs, actor: person(on.forum.id, 'coordinator') });
    const analyst = visitor(on, { routes, langs, actor: person(on.forum.id, 'analyst') });
    const given = { use: 'baseline', indicator: OF.id, form: 'share', value: '99' };
    expect((await analyst.post('/findings/1/uses', given)).status).toBe(403);
    expect((await keeper.get('/findings/1/uses/new')).text).toContain('26 %');
    // A figure of others has no n, so no number of the plan is made of it.
    expect((await keeper.get('/findings/2/uses/new')).status).toBe(409);
    expect((await keeper.post('/findings/1/uses', { use: 'actual' })).status).toBe(422);
    expect(needs.bind).not.toHaveBeenCalled();
    expect((await keeper.post('/findings/1/uses', given)).to).toMatch(/\/findings\/1\?done=used$/);
    expect(needs.bind.mock.calls[0]![1]).toMatchObject({ as: 'baseline', value: 26, numerator: 13, base: 50 });
    expect((await keeper.post('/findings/1/uses', given)).status).toBe(422);
    expect((await keeper.post('/findings/1/uses', { use: 'evidence', evaluation: OF.id })).status).toBe(303);
    const { text } = await visitor(on, { routes, langs }).get('/findings/1');
    expect([text.includes('/plans/local/measures/1.4'), text.includes('/uses/new')]).toEqual([true, false]);
    const found = await bindingsOf(scratch.db, on.forum.id);
    expect(found.map(({ use, value }) => [use, value])).toEqual([
      ['baseline', 26],
      ['evidence', null],
    ]);
    expect(figureSaid(az, sayIn({ lang: az }), found[0]!.is)).toContain('50 nəfərdən 13 (26 %)');
    const bound = (await on.entries()).filter(({ kind }) => kind === 'surveys.finding_bound');
    expect(bound.map(({ params }) => params.use).toSorted()).toEqual(['baseline', 'evidence']);

    await keeper.post('/findings/1/withdrawal', { reason: 'Səhv' });
    expect((await keeper.post('/findings/1/uses', { ...given, use: 'actual' })).status).toBe(409);
    const [gone] = await bindingsOf(scratch.db, on.forum.id);
    expect(figureSaid(az, sayIn({ lang: az }), gone!.is)).toContain(
      az.t('surveys.findings.withdrawn_on', { day: az.date(on.today) }),
    );
  });
});

both('a figure of others', (scratch) => {
  it('is shown as printed with its source, and nothing is computed of it', async () => {
    const on = await stage(scratch);
    const keeper = visitor(on, { routes, langs, actor: person(on.forum.id, 'coordinator') });
    const refused = await keeper.post('/findings/reported', { printed_az: '18%', url: 'javascript:alert(1)' });
    const wrong = [...refused.text.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field);
    expect([refused.status, wrong.toSorted()]).toEqual([422, ['sentence_az', 'source_az', 'url']]);
    const given = { printed_az: '18%-ə yaxın', sentence_az: 'mobil görünüşdən istifadə edir', source_az: 'Hesabat' };
    const made = await keeper.post('/findings/reported', {
      ...given,
      url: 'https://example.org/2017',
      on: '19.05.2017',
    });
    expect(made.to).toMatch(/\/findings\/1\?done=written$/);
    const seen = (await visitor(on, { routes, langs }).get('/findings/1')).text;
    for (const words of ['18%-ə yaxın', 'https://example.org/2017', 'Hesabat', az.t('surveys.findings.no_n')])
      expect(seen).toContain(words);
    expect(seen).not.toContain('n = ');
    expect((await findingByNumber(scratch.db, on.forum.id, '1'))?.found).toBeNull();
  });

  it('stands under its own source, never beside those of another', async () => {
    const on = await stage(scratch);
    const perform = on.as(person(on.forum.id, 'coordinator'));
    await perform(reportFinding, NEARLY);
    await perform(reportFinding, { ...NEARLY, printed: { az: '23,1%' }, source: { az: '2022-ci il məlumatı' } });
    const { text } = await visitor(on, { routes, langs }).get('/findings');
    const [first, second] = [text.indexOf('2017-ci il məlumatı'), text.indexOf('2022-ci il məlumatı')];
    expect([first < text.indexOf('18%-ə yaxın'), text.indexOf('18%-ə yaxın') < second]).toEqual([true, true]);
    expect(second).toBeLessThan(text.indexOf('23,1%'));
  });
});
