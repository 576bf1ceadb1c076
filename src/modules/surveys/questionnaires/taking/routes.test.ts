import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { xlsx } from '#core/sheets/excel.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { xlsFormOf } from '../../exchange/writing/rules.ts';
import { editionRoutes } from '../editions/routes.ts';
import { givingRoutes } from '../giving/routes.ts';
import { printingRoutes } from '../printing/routes.ts';
import { questionnaireByNumber } from '../queries.ts';
import { questionnaireRoutes } from '../routes.ts';
import { baselineQuestionnaire } from '../templates/rules.ts';
import { takingRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const Q = '/surveys/questionnaires';
const routes = [...takingRoutes, ...givingRoutes, ...printingRoutes, ...questionnaireRoutes, ...editionRoutes];
const come = (on: Stage, role: string | null) =>
  visitor(on, { routes, langs, language: 'en', ...(role ? { actor: person(on.forum.id, role) } : {}) });
const keptOf = async (on: Stage) => (await questionnaireByNumber(on.house.database.db, on.forum.id, '1'))!;
const csv = (...rows: readonly string[]) => new File([`${rows.join('\n')}\n`], 'needs.csv');
/** The unseen fields of the page that was shown. */
const hiddenIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((found) => [found[1]!, found[2]!]),
  );

both('a questionnaire from a file and into one', (scratch) => {
  it('refuses what is no form, and says every fault with its cell and the near spelling', async () => {
    const on = await stage(scratch);
    const staff = come(on, 'analyst');
    expect((await come(on, null).get(`${Q}/import`)).status).toBe(401);
    const none = await staff.post(`${Q}/import`, { into: '' });
    expect([none.status, none.text.includes('Choose the file')]).toEqual([422, true]);
    const stray = await staff.post(`${Q}/import`, { file: csv('plan,due', 'Road,2026') });
    expect(stray.status).toBe(422);
    const bad = await staff.post(`${Q}/import`, {
      file: csv('type,name,label', 'integr,age,How old are you?', 'text,why,Why at ${aeg}?', 'integer,age2,Age'),
    });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Perhaps “integer” was meant.');
    expect(bad.text).toContain('The file has');
    expect((await staff.post(`${Q}/imports`, { content_0: 'AAAA' })).status).toBe(422);
    expect(await questionnaireByNumber(on.house.database.db, on.forum.id, '1')).toBeNull();
  });

  it('keeps what was looked at, and gives the same back as a workbook, an XForm and data', async () => {
    const on = await stage(scratch);
    const staff = come(on, 'analyst');
    const before = baselineQuestionnaire((code) => langs[code]);
    const file = new File([Buffer.from(await xlsx(xlsFormOf(before)))], 'needs.xlsx');
    const looked = await staff.post(`${Q}/import`, { file });
    expect(looked.status).toBe(200);
    expect(await questionnaireByNumber(on.house.database.db, on.forum.id, '1')).toBeNull();
    const made = await staff.post(`${Q}/imports`, hiddenIn(looked.text));
    expect(made.to).toContain(`${Q}/1?done=taken`);
    expect((await keptOf(on)).draft.content).toEqual(before);
    const stranger = come(on, null);
    expect((await stranger.get(`${Q}/1/draft.json`)).status).toBe(401);
    expect((await stranger.get(`${Q}/1/editions/1/form.json`)).status).toBe(404);
    await staff.post(`${Q}/1/editions`, { draft: (await keptOf(on)).draft.id });
    const data = await stranger.get(`${Q}/1/editions/1/form.json`);
    const mark = createHash('sha256').update(data.text).digest('hex');
    expect((await keptOf(on)).editions[0]!.hash).toBe(mark);
    expect(JSON.parse(data.text)).toEqual(before);
    expect((await stranger.get(`${Q}/1/editions/1/form.xml`)).text).toContain('<instanceID/>');
    expect((await stranger.get(`${Q}/1/editions/1/form.xlsx`)).type).toContain('spreadsheetml');
    const paper = await stranger.get(`${Q}/1/editions/1/print?language=az`);
    expect([paper.status, paper.text.includes('class="tick"')]).toEqual([200, true]);
    expect(paper.text).toMatch(/→\s*go to \d+/);
    expect((await stranger.get(`${Q}/1/print`)).status).toBe(401);
  });

  it('becomes the next draft of a known questionnaire, unless somebody wrote on meanwhile', async () => {
    const on = await stage(scratch);
    const staff = come(on, 'analyst');
    await staff.post(Q, { title: 'Needs', languages: ['en'] });
    const look = () =>
      staff.post(`${Q}/import`, { file: csv('type,name,label', 'integer,age,How old are you?'), into: '1' });
    const [first, second] = [hiddenIn((await look()).text), hiddenIn((await look()).text)];
    expect((await staff.post(`${Q}/imports`, first)).to).toContain(`${Q}/1?done=taken`);
    const { draft } = await keptOf(on);
    expect([draft.origin, draft.content.items.map(({ name }) => name)]).toEqual(['xlsform', ['age']]);
    expect((await staff.post(`${Q}/imports`, second)).status).toBe(422);
    expect((await keptOf(on)).draft.id).toBe(draft.id);
  });
});
