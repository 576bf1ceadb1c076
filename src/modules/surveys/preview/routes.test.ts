// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how expressions name questions
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { question, questionnaire } from '../keeping/samples.ts';
import { writeQuestionnaire } from '../questionnaires/drafts/commands.ts';
import type { Item, Questionnaire } from '../questionnaires/schema.ts';
import { previewRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const HERE = '/surveys/questionnaires/1/preview';
const yesno = { choices: { list: 'yesno', filter: null, randomize: null, other: false } } as Partial<Item>;

async function shown(scratch: Parameters<typeof stage>[0], content: Questionnaire) {
  const on = await stage(scratch);
  const actor = person(on.forum.id, 'analyst');
  const made = await on.as(actor)(writeQuestionnaire, { questionnaire: null, from: null, origin: 'pages', content });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return {
    on,
    staff: visitor(on, { routes: previewRoutes, langs, actor }),
    reader: visitor(on, { routes: previewRoutes, langs }),
  };
}

/** What the form of the page carries along, as a browser would send it. */
function carriedIn(text: string): Record<string, string> {
  const fields = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const plain = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  return Object.fromEntries(fields.map(([, name, value]) => [name!, plain(value!)]));
}

both('the form of a draft on a phone', (scratch) => {
  const asked = questionnaire([
    question('heard', 'select_one', yesno as never),
    question('where', 'text', { relevant: "${heard} = 'yes'" }),
    question('age', 'integer', { constraint: '. >= 18' }),
  ]);

  it('asks, brings questions up, judges and ends, and keeps nothing', async () => {
    const { on, staff } = await shown(scratch, asked);
    const first = await staff.get(HERE);
    expect(first.text).toContain('heard?');
    expect(first.text).not.toContain('where?');
    const second = await staff.post(HERE, { ...carriedIn(first.text), 'q:heard': 'yes', 'q:age': '20' });
    expect(second.text).toContain('where?');
    const wrong = await staff.post(HERE, { ...carriedIn(second.text), 'q:heard': 'yes', 'q:where': 'x', 'q:age': '9' });
    expect(wrong.text).toContain(langs.az.t('surveys.capture.problem.constraint'));
    expect(wrong.text).toContain('value="9"');
    const end = await staff.post(HERE, { ...carriedIn(wrong.text), 'q:heard': 'no', 'q:age': '30' });
    expect(end.text).toContain(langs.az.t('surveys.preview.end'));
    const { rows } = await sql<{ n: number }>`select (select count(*)::int from surveys_fillings)
      + (select count(*)::int from surveys_interviews) as n`.execute(on.house.database.db);
    expect(rows[0]!.n).toBe(0);
  });

  it('begins anew when what it carries was tampered with, and is shown to its keepers alone', async () => {
    const { staff, reader } = await shown(scratch, asked);
    for (const carried of ['', '{', '{"answers":{"heard":5},"declined":{"heard":"never"}}', '[]'])
      expect((await staff.post(HERE, { part: '0', language: 'az', carried, 'q:heard': 'yes' })).text).toContain(
        'heard?',
      );
    expect((await reader.get(HERE)).status).toBe(401);
    expect((await reader.post(HERE, { part: '0' })).status).toBe(401);
  });

  it('leads to what must be mended first', async () => {
    const { staff } = await shown(scratch, questionnaire([question('a', 'calculate', { calculation: '${a} + 1' })]));
    expect((await staff.get(HERE)).text).toContain(langs.az.t('surveys.preview.not_yet'));
  });
});
