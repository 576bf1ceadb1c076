import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { field, press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A questionnaire with skip logic: questions come and go while one answers, and the server counts the same. */
let house: House;
let browser: Browser;
let keeper: Visitor;
let resident: Visitor;
let base = '';
const az = wordsOf('az');

/** As XLSForm writes it. */
const SURVEY = [
  'type,name,label::Azərbaycan (az),relevant,constraint,constraint_message::Azərbaycan (az),choice_filter,required',
  'select_one yesno,heard,İclas barədə eşitmisinizmi?,,,,,yes',
  "text,where,Haradan eşitmisiniz?,${heard} = 'yes',,,,",
  'integer,age,Yaşınız,,. >= 18,On səkkizdən yuxarı yazın,,',
  'select_one district,district,Hansı ərazidə?,,,,,',
  'select_one village,village,Hansı kənddə?,,,,district = ${district},',
  "note,said,Yaşınız: ${age},${age} != '',,,,",
];
const CHOICES = [
  'list_name,name,label::Azərbaycan (az),district',
  'yesno,yes,Bəli,',
  'yesno,no,Xeyr,',
  'district,north,Şimal,',
  'district,south,Cənub,',
  'village,a,Aşağı kənd,north',
  'village,b,Yuxarı kənd,south',
];
const SETTINGS = ['form_title,form_id', 'Kəndin suyu,instant'];

beforeAll(async () => {
  house = await startHouse();
  base = `${house.origin}/az/${LIVING}`;
  browser = await openBrowser();
  [keeper, resident] = await Promise.all([visit(browser, { width: 1000 }), visit(browser, { width: 320, dark: true })]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const shown = (tab: Tab, path: string) => tab.locator(`[data-path="${path}"]`);

test('a coordinator takes an XLSForm in, freezes it and declares a round', async () => {
  const { tab } = keeper;
  await lookAs(keeper, house, 'coordinator');
  await tab.goto(`${base}/questionnaires/import`);
  await tab.locator('input[type=file]').setInputFiles({
    ...{ name: 'instant.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(
      [
        ['survey', SURVEY],
        ['choices', CHOICES],
        ['settings', SETTINGS],
      ]
        .map(([name, rows]) => `${name}\n${(rows as readonly string[]).map((row) => `,${row}`).join('\n')}`)
        .join('\n'),
    ),
  });
  await tab.locator('form button[type=submit].btn').first().click();
  await tab.waitForLoadState();
  console.log(tab.url(), (await tab.textContent('main'))?.slice(0, 1500));
  console.log(
    await tab
      .locator('main form')
      .evaluateAll((all) => all.map((one) => (one as HTMLFormElement).outerHTML.slice(0, 400))),
  );
}, 90_000);
