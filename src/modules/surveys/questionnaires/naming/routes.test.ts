import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { question, questionnaire } from '../../keeping/samples.ts';
import { writeQuestionnaire } from '../drafts/commands.ts';
import { questionnaireByNumber } from '../queries.ts';
import { namingRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const HERE = '/surveys/questionnaires/1/name';

both('the name of a questionnaire in files', (scratch) => {
  it('is changed by its keepers, refused where no file could bear it, and kept as typed', async () => {
    const on = await stage(scratch);
    const actor = person(on.forum.id, 'analyst');
    const content = questionnaire([question('a', 'text')]);
    await on.as(actor)(writeQuestionnaire, { questionnaire: null, from: null, origin: 'pages', content });
    const staff = visitor(on, { routes: namingRoutes, langs, actor });
    const reader = visitor(on, { routes: namingRoutes, langs });
    const nameNow = async () => (await questionnaireByNumber(scratch.db, on.forum.id, '1'))!.draft.content.name;
    expect((await staff.get(HERE)).text).toContain('value="sample"');
    for (const wrong of ['', '1st', 'two words', 'a/b', 'x'.repeat(65)]) {
      const refused = await staff.post(HERE, { name: wrong });
      expect([wrong, refused.status]).toEqual([wrong, 422]);
      expect(refused.text).toContain(langs.az.t('surveys.questionnaires.naming.wrong'));
    }
    expect(await nameNow()).toBe('sample');
    expect((await staff.post(HERE, { name: ' kənd_2026 ' })).to).toMatch(/questionnaires\/1\?done=kept$/);
    expect(await nameNow()).toBe('kənd_2026');
    expect([(await reader.get(HERE)).status, (await reader.post(HERE, { name: 'x' })).status]).toEqual([401, 401]);
    expect(await nameNow()).toBe('kənd_2026');
  });
});
