import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { command, done, YES } from '#core/command.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { withheldOn } from '#core/db/testing/withheld.ts';
import { type FileStore, fileStore } from '#core/files/store.ts';
import { type VisitorAsked, visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { makeDeedLink, spendDeed } from '#modules/identity/deeds/commands.ts';
import { deedActor } from '#modules/identity/deeds/queries.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { REPLY_DEED } from '../access.ts';
import { dossierRoutes } from '../dossier/routes.ts';
import { evaluate } from '../evaluations/commands.ts';
import { describeReply } from '../evaluations/queries.ts';
import { holder, loadTrial, type Trial } from '../trial/samples.ts';
import { WITHHELD } from '../withheld/rules.ts';
import { replyRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
let folder = '';
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-replies-'));
  files = fileStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const come = (on: Stage, actor?: Actor, more: Partial<VisitorAsked> = {}) =>
  visitor(on, { routes: [...replyRoutes(files), ...dossierRoutes()], langs, ...(actor ? { actor } : {}), ...more });
const problems = (html: string): readonly string[] =>
  [...html.matchAll(/<li><a href="#f-([^"]+)">/g)].map(([, field]) => field!);

type Judged = Trial & { readonly evaluation: string; readonly at: (deed: string) => string };

/** An evaluation that was sent on the eve of Novruz 2026: the reply is due by 8 April. */
async function judged(on: Stage): Promise<Judged> {
  on.now = new Date('2026-03-16T08:00:00Z');
  const trial = await loadTrial(on);
  const sent = await on.as(holder(on, 'evaluator', trial.body('ngo')))(evaluate, {
    ...{ cell: trial.cell('road'), organisation: trial.body('ngo'), completion: 'no_evidence' },
    scales: { verifiable: 'yes', open_lens: null, potential: null, early_results: null, did_open: null },
    ...{ finding: { az: 'Heç nə <i>tapılmadı</i>.' }, method: { az: 'Yerində baxış.' }, ties: { az: 'Yoxdur.' } },
    evidence: [{ kind: 'link', title: 'Şəkillər', url: 'https://example.az/s', onDay: null }],
    ...{ files: [], actuals: [] },
  });
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  const evaluation = sent.value.id;
  return { ...trial, evaluation, at: (deed) => `${trial.path}/evaluations/${evaluation}/${deed}` };
}

const executor = (on: Stage, trial: Trial) => holder(on, 'executor', trial.body('road'));

both('the page of a reply', (scratch) => {
  it('is for the executor that is judged, and shows the whole evaluation', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    const at = trial.at('reply');
    expect((await come(on).get(at)).status).toBe(401);
    for (const actor of [holder(on, 'executor', trial.body('water')), holder(on, 'evaluator', trial.body('ngo'))])
      expect((await come(on, actor).get(at)).status).toBe(403);
    const { status, text } = await come(on, executor(on, trial)).get(at);
    expect(status).toBe(200);
    for (const said of ['Heç nə &lt;i>tapılmadı&lt;/i>.', 'Yerində baxış.', 'Yoxdur.', 'href="https://example.az/s"'])
      expect(text).toContain(said);
    expect(text).toContain(langs.az.t('plans.overview.no_evidence'));
    expect(text).toContain(langs.az.t('plans.evaluations.reply_until', { date: '8 aprel 2026' }));
    for (const odd of ['x', '------------------------------------', '01900000-0000-7000-8000-000000000000'])
      expect((await come(on, executor(on, trial)).get(`${trial.path}/evaluations/${odd}/reply`)).status).toBe(403);
  });

  it('keeps withheld words from the executor, who can answer all the same, and shows them to staff', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    const back = await withheldOn(on, { type: WITHHELD.evaluation, id: trial.evaluation }, trial.path);
    const words = ['Heç nə &lt;i>tapılmadı</i>.', 'Yerində baxış.', 'Yoxdur.', 'href="https://example.az/s"'];
    const { text } = await come(on, executor(on, trial)).get(trial.at('reply'));
    for (const said of [...words, 'tapılmadı']) expect(text).not.toContain(said);
    expect(text).toContain('decision No 7');
    expect(text).toContain(langs.az.t('plans.withheld.on_form'));
    const paper = await come(on, person(on.forum.id, 'secretary')).get(`${trial.at('reply')}?way=paper`);
    for (const said of ['tapılmadı', 'Yerində baxış.', langs.az.t('plans.withheld.keeper_sees')])
      expect(paper.text).toContain(said);
    await back();
    expect((await come(on, executor(on, trial)).get(trial.at('reply'))).text).toContain('tapılmadı');
    await withheldOn(on, { type: WITHHELD.evaluation, id: trial.evaluation }, trial.path);
    expect((await come(on, executor(on, trial)).post(trial.at('reply'), { text: 'Qəbul edirik.' })).status).toBe(303);
  });

  it('keeps what was typed, publishes once, and then says that it was answered', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    const b = come(on, executor(on, trial));
    const empty = await b.post(trial.at('reply'), { text: ' \n ' });
    expect([empty.status, problems(empty.text)]).toEqual([422, ['text']]);
    const long = await b.post(trial.at('reply'), { text: `<script>${'x'.repeat(10_000)}` });
    expect([long.status, problems(long.text)]).toEqual([422, ['text']]);
    expect(long.text).toContain('&lt;script>xxx');
    const [first, second] = await Promise.all([1, 2].map(() => b.post(trial.at('reply'), { text: 'Qəbul edirik.' })));
    const outcomes = [first!, second!].sort((x, y) => x.status - y.status);
    expect(outcomes.map((one) => one.status)).toEqual([303, 422]);
    expect(outcomes[1]!.text).toContain(langs.az.t('plans.evaluations.replied_already'));
    expect(outcomes[1]!.text).toContain('>Qəbul edirik.</textarea>');
    expect(outcomes[0]!.to).toBe(`/az/stage${trial.path}?done=reply&executor=plan-road#evaluation-${trial.evaluation}`);
    const answered = (await come(on).get(outcomes[0]!.to!)).text;
    expect(answered).toContain('Qəbul edirik.');
    const message = /<textarea id="m-result"[^>]*>([^<]*)</.exec(answered)?.[1] ?? '';
    expect(message.endsWith(`/az/stage${trial.path}`)).toBe(true);
    expect(message.length).toBeLessThan(600);
    expect((await come(on).get(trial.path)).text).not.toContain('m-result');
    const again = await b.get(trial.at('reply'));
    expect([again.status, again.text]).toEqual([409, langs.az.t('plans.evaluations.replied_already')]);
    expect((await b.get(trial.at('extension'))).status).toBe(409);
  });

  it('on paper is entered by staff with the letter', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    const b = come(on, person(on.forum.id, 'secretary'));
    expect((await b.get(trial.at('reply'))).status).toBe(403);
    const asked = await b.get(`${trial.at('reply')}?way=paper`);
    expect(asked.text).toContain('name="way" value="paper"');
    const missing = await b.post(trial.at('reply'), { way: 'paper', text: 'Qəbul edirik.' });
    expect([missing.status, problems(missing.text)]).toEqual([422, ['paper_ref', 'paper_day']]);
    const sent = await b.post(trial.at('reply'), {
      ...{ way: 'paper', text: 'Qəbul edirik.', paper_ref: '9', paper_day: '02.03.2026' },
      scan: new File(['skan'], 'məktub.txt', { type: 'text/plain' }),
    });
    expect((await come(on).get(sent.to!)).text).toContain(
      langs.az.t('ui.way.letter', { ref: '9', date: '2 mart 2026' }),
    );
    const { rows } = await sql`select public from core_files`.execute(scratch.db);
    expect(rows).toEqual([{ public: false }]);
  });
});

both('a link for one reply', (scratch) => {
  it('shows the evaluation, keeps itself in the form, answers once and is spent', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    const make = command({
      name: 'trial.link',
      input: v.object({}),
      access: () => YES,
      run: async (ctx) => {
        const described = (await describeReply(ctx.db, ctx.forum, trial.evaluation))!;
        const asked = { ...described, command: REPLY_DEED, object: trial.evaluation, person: null };
        return done({ ...(await makeDeedLink(ctx, asked)), formPath: described.formPath }, null);
      },
    });
    const made = await on.as(SYSTEM)(make, {});
    if (!made.ok) throw new Error('no link');
    const { token, formPath } = made.value;
    const byDeed: VisitorAsked['byDeed'] = (knock) => deedActor(scratch.db, on.now, knock.forum.id, knock.deed!);
    const b = come(on, undefined, { house: { ...on.house, spendDeed }, byDeed });
    const seen = await b.get(`${formPath}?deed=${token}`);
    expect([seen.status, seen.kept]).toEqual([200, false]);
    expect(seen.text).toContain('Heç nə &lt;i>tapılmadı');
    const action = /<form[^>]* action="([^"]+)"/.exec(seen.text)?.[1];
    expect(action).toBe(`/az/stage${trial.at('reply')}?deed=${token}`);
    expect((await b.get(`${trial.at('extension')}?deed=${token}`)).status).toBe(403);
    const sent = await b.post(action!, { text: 'Düzəldirik.' });
    expect([sent.status, sent.to?.includes(token)]).toEqual([303, false]);
    const page = await come(on).get(sent.to!);
    expect(page.text).toContain('Düzəldirik.');
    expect(page.text).toContain(langs.az.t('ui.way.link'));
    expect((await b.get(`${formPath}?deed=${token}`)).status).toBe(410);
    expect((await b.post(action!, { text: 'Yenə.' })).status).toBe(410);
    expect(await describeReply(scratch.db, on.forum, trial.evaluation)).toBeNull();
  });
});

both('the page of an extension', (scratch) => {
  it('is for the executor and staff, needs a reason, and is closed when it cannot be', async () => {
    const on = await stage(scratch);
    const trial = await judged(on);
    const at = trial.at('extension');
    expect((await come(on).get(at)).status).toBe(401);
    expect((await come(on, holder(on, 'evaluator', trial.body('ngo'))).get(at)).status).toBe(403);
    expect((await come(on, person(on.forum.id, 'secretary')).get(at)).status).toBe(200);
    const b = come(on, executor(on, trial));
    const asked = await b.get(at);
    expect(asked.text).toContain(langs.az.t('plans.evaluations.extension_about', { n: 5, date: '8 aprel 2026' }));
    const empty = await b.post(at, { reason: '' });
    expect([empty.status, problems(empty.text)]).toEqual([422, ['reason']]);
    const sent = await b.post(at, { reason: 'Rəis\nezamiyyətdədir' });
    expect(sent).toMatchObject({ status: 303 });
    expect(sent.to).toContain('?done=extension&executor=plan-road#evaluation-');
    expect((await b.get(sent.to!)).text).toContain(langs.az.t('plans.dossier.waits_until', { date: '15 aprel 2026' }));
    for (const closed of [await b.get(at), await come(on, person(on.forum.id, 'secretary')).get(at)])
      expect([closed.status, closed.text]).toEqual([409, langs.az.t('plans.evaluations.no_extension')]);
    const second = await b.post(at, { reason: 'Yenə' });
    expect([second.status, second.text.includes(langs.az.t('plans.evaluations.no_extension'))]).toEqual([422, true]);
  });
});
