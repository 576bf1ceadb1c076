import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Actor, NOBODY } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { docx, paragraph } from '#core/sheets/testing/books.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { articlesOf, documentsOf } from './queries.ts';
import { documentRoutes } from './routes.ts';
import { DOCUMENT_THINGS } from './withheld/api.ts';
import { VERSION_OBJECT } from './withheld/rules.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const routes = documentRoutes({ lang: (code) => langs[code], onVersion: async () => null });
const come = (on: Stage, actor: Actor = person(on.forum.id, 'secretary')) =>
  visitor(on, { routes, langs, language: 'en', actor });
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!.replaceAll('&#10;', '\n').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );
const HERE = '/documents/rules/versions/1';
const head = { kind: 'rules', title_en: 'Rules', language: 'az' };
const TEXT = 'Başlıq\nMaddə 1. Ad\n1.1. Forum.\n1.2. Məqsəd.\nMaddə 2. Yetərsay\n2.1. Yarıdan çox.';
const numbers = async (on: Stage): Promise<readonly string[]> => {
  const [document] = await documentsOf(on.house.database.db, on.forum.id);
  const articles = await articlesOf(on.house.database.db, on.forum.id, document!.versions[0]!.id);
  return articles.map((one) => one.number);
};

both('the pages of founding documents', (scratch) => {
  it('bring a Word file in: articles are shown before anything is saved, and saved as shown', async () => {
    const on = await stage(scratch);
    const body = TEXT.split('\n').map(paragraph).join('');
    const file = new File([new Uint8Array(docx(body))], 'reqlament.docx');
    const shown = await come(on).post('/documents', { ...head, file });
    expect(shown.status).toBe(200);
    for (const words of ['Yetərsay', 'Yarıdan çox.', 'Preamble']) expect(shown.text).toContain(words);
    expect(await documentsOf(scratch.db, on.forum.id)).toEqual([]);
    const saved = await come(on).post('/documents', hiddenIn(shown.text));
    expect(saved.to).toContain(HERE);
    expect(await numbers(on)).toEqual(['0', '1', '1.1', '1.2', '2', '2.1']);
    const page = await come(on).get(HERE);
    expect(page.text).toContain('It is not said how many members must be present');
    expect((await come(on, NOBODY).get('/documents/new')).status).toBe(401);
  });

  it('say what is wrong at the field and keep what was typed', async () => {
    const on = await stage(scratch);
    const twice = await come(on).post('/documents', { ...head, title_en: '', text: 'Maddə 1. A\nMaddə 1. B' });
    expect(twice.status).toBe(422);
    for (const words of ['The number 1 stands twice', 'Write the title', 'Maddə 1. A'])
      expect(twice.text).toContain(words);
    const none = await come(on).post('/documents', { ...head, text: 'No numbers at all' });
    expect(none.text).toContain('No article was recognised');
    const pdf = await come(on).post('/documents', { ...head, file: new File(['%PDF-1.7 x'], 'a.pdf') });
    expect([pdf.status, pdf.text.includes('PDF')]).toEqual([422, true]);
    expect(await documentsOf(scratch.db, on.forum.id)).toEqual([]);
  });

  it('let one language be written without touching the others, and lose nothing of two who write at once', async () => {
    const on = await stage(scratch);
    await come(on).post('/documents', { ...head, text: TEXT, step: 'save' });
    const form = await come(on).get(`${HERE}/text?language=az`);
    const { seen } = hiddenIn(form.text);
    const english = { language: 'en', step: 'save', text: 'Article 1. Name\n1.1. The forum.' };
    expect((await come(on).post(`${HERE}/text`, english)).status).toBe(303);
    const page = (await come(on).get(HERE)).text;
    for (const words of ['The forum.', 'only in Azerbaijani']) expect(page).toContain(words);
    expect(await numbers(on)).toEqual(['0', '1', '1.1', '1.2', '2', '2.1']);
    const az = { language: 'az', step: 'save', seen: seen! };
    expect((await come(on).post(`${HERE}/text`, { ...az, text: TEXT.replace('Forum.', 'Platforma.') })).status).toBe(
      303,
    );
    const late = await come(on).post(`${HERE}/text`, { ...az, text: TEXT.replace('Məqsəd.', 'Vəzifə.') });
    expect(late.status).toBe(422);
    expect(late.text).toContain('Somebody else saved this form while you were writing');
    expect(await numbers(on)).toEqual(['0', '1', '1.1', '1.2', '2', '2.1']);
  });

  it('bind rules: what cannot be is refused at its field with the article, and kept', async () => {
    const on = await stage(scratch);
    await come(on).post('/documents', { ...head, text: TEXT, step: 'save' });
    const { seen, of } = hiddenIn((await come(on).get(`${HERE}/rules`)).text);
    const quorum = {
      ...{
        seen: seen!,
        of: of!,
        quorum_article: '2.1',
        quorum_than: 'at_least',
        quorum_share: '120 %',
        quorum_of: 'filled',
      },
      ...{ quorum_recused: 'yes', tie_article: '9', tie_how: 'chair' },
    };
    const wrong = await come(on).post(`${HERE}/rules`, quorum);
    expect(wrong.status).toBe(422);
    for (const words of ['Article 2.1 asks for 120/100', 'no article 9', '120 %']) expect(wrong.text).toContain(words);
    expect((await come(on).post(`${HERE}/rules`, { ...quorum, quorum_share: 'two thirds' })).text).toContain(
      'Write a share such as 1/2',
    );
    const right = { ...quorum, quorum_share: '1/2', quorum_than: 'more_than', tie_article: '' };
    expect((await come(on).post(`${HERE}/rules`, right)).status).toBe(303);
    expect((await come(on).get(HERE)).text).toContain('more than half of the seats that are held');
    const again = await come(on).get(`${HERE}/rules`);
    expect(again.text).toContain('value="1/2"');
    expect((await come(on).post(`${HERE}/rules`, { ...right, quorum_share: '2/3' })).status).toBe(422);
    expect((await come(on, person(on.forum.id, 'member')).get(`${HERE}/rules`)).status).toBe(403);
  });

  it('set two versions side by side, article by article', async () => {
    const on = await stage(scratch);
    await come(on).post('/documents', { ...head, text: TEXT, step: 'save' });
    await come(on).post(`${HERE}/proposal`, {});
    expect((await come(on).post(`${HERE}/next`, {})).to).toContain('/versions/2');
    const changed = `${TEXT.replace('Yarıdan çox.', 'Üçdə ikisi.').replace('1.2. Məqsəd.\n', '')}\nMaddə 3. Son`;
    await come(on).post('/documents/rules/versions/2/text', { language: 'az', step: 'save', text: changed });
    const address = '/documents/rules/changes?from=1&to=2';
    const page = await come(on).get(address);
    for (const words of ['3 of 7 articles', 'removed', 'new', 'Üçdə ikisi']) expect(page.text).toContain(words);
    expect((await come(on).get('/documents/rules/changes')).text).toContain('3 of 7 articles');
    expect(page.text).toMatch(/<del>[\s\S]*?Yarıdan çox/);
    // The second version is a draft: others know nothing of it.
    expect((await come(on, NOBODY).get(address)).status).toBe(404);
    expect((await come(on, NOBODY).get('/documents')).text).toContain('Sent to the members');
  });

  it('show in the place of a text that was taken down since when and why, on page, print and comparison', async () => {
    const on = await stage(scratch);
    await come(on).post('/documents', { ...head, text: TEXT, step: 'save' });
    await come(on).post(`${HERE}/proposal`, {});
    const [document] = await documentsOf(scratch.db, on.forum.id);
    const { id } = document!.versions[0]!;
    await sql`insert into core_withholdings (forum_id, id, object_type, object_id, object_path, why, case_id, demander,
      ground, demanded_on, withheld_at) values (${on.forum.id}, ${id}, ${VERSION_OBJECT}, ${id}, ${HERE}, 'demand', ${id},
      'court', 'decision 5', '2026-11-20', ${on.now})`.execute(scratch.db);
    const [page, print] = [await come(on, NOBODY).get(HERE), await come(on, NOBODY).get(`${HERE}/print`)];
    for (const seen of [page, print]) {
      expect(seen.text).toContain('decision 5');
      expect(seen.text).not.toContain('Yarıdan çox');
    }
    await come(on).post(`${HERE}/next`, {});
    expect((await come(on).get('/documents/rules/changes?from=1&to=2')).status).toBe(404);
    const [thing] = DOCUMENT_THINGS;
    expect(await thing!.find(scratch.db, on.forum, id)).toEqual({ path: HERE, title: { en: 'Rules' } });
    expect(await thing!.find(scratch.db, on.forum, on.forum.id)).toBeNull();
  });
});
