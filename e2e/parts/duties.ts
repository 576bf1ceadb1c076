import type { Page as Tab } from 'playwright-core';
import { press } from './forms.ts';
import type { wordsOf } from './words.ts';

/** The operator answers every legal duty of the country, so that names and telephones may be stored. */
export async function answerDuties(tab: Tab, origin: string, lang: ReturnType<typeof wordsOf>): Promise<void> {
  await tab.goto(`${origin}/az/duties`);
  for (const group of await tab.getByRole('radio', { name: lang.t('home.duties.is_done') }).all()) await group.check();
  for (const why of await tab.locator('textarea').all()) await why.fill('Hüquqşünasın 1 nömrəli rəyi');
  await press(tab, lang.t('home.duties.save'));
  await tab.getByText(lang.t('home.duties.saved_all')).first().waitFor();
}
