import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { xlsx } from '#core/sheets/excel.ts';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { press } from './parts/forms.ts';
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
const of = (name: string): string => `\${${name}}`;
const SURVEY = [
  'type,name,label::Azərbaycan (az),relevant,constraint,constraint_message::Azərbaycan (az),choice_filter,required',
  'select_one yesno,heard,İclas barədə eşitmisinizmi?,,,,,yes',
  `text,where,Haradan eşitmisiniz?,${of('heard')} = 'yes',,,,`,
  'integer,age,Yaşınız,,. >= 18,On səkkizdən yuxarı yazın,,',
  'select_one district,district,Hansı ərazidə?,,,,,',
  `select_one village,village,Hansı kənddə?,,,,district = ${of('district')},`,
  `note,said,Yaşınız: ${of('age')},${of('age')} != '',,,,`,
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
const SHEETS = [
  ['survey', SURVEY],
  ['choices', CHOICES],
  ['settings', ['form_title,form_id', 'Kəndin suyu,instant']],
] as const;

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

const part = (tab: Tab, path: string) => tab.locator(`[data-path="${path}"]`);

function sheetOf(name: string, rows: readonly string[]) {
  const [header = [], ...others] = rows.map((row) => row.split(','));
  return { name, header, rows: others };
}

test('a coordinator takes an XLSForm in, freezes it and declares a round', async () => {
  const { tab } = keeper;
  await lookAs(keeper, house, 'coordinator');
  await tab.goto(`${base}/surveys/questionnaires/import`);
  await tab.locator('input[type=file]').setInputFiles({
    ...{ name: 'instant.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    buffer: Buffer.from(await xlsx(SHEETS.map(([name, rows]) => sheetOf(name, rows)))),
  });
  await press(tab, az.t('surveys.questionnaires.taking.look'));
  await tab.locator('form[action$="/imports"] button[type=submit]').click();
  await tab.waitForURL(/done=taken/);
  await tab.goto(`${tab.url().split('?')[0]}/editions`);
  await tab.locator('form[action$="/editions"] button[type=submit]').click();
  await tab.waitForURL(/done=frozen/);
  await tab.goto(`${base}/surveys/new`);
  const edition = tab.getByLabel(az.t('surveys.declaring.edition'), { exact: true });
  await edition.selectOption({ label: (await edition.locator('option', { hasText: 'Kəndin suyu' }).textContent())! });
  await tab.locator('[name=title_az]').fill('Kəndin suyu');
  await tab.getByRole('radio', { name: az.t('surveys.sampling.purposive') }).check();
  await tab.locator('[name=method_az]').fill('Üç nəfərdən soruşulur.');
  await tab.locator('[name=consent_az]').fill('İştirak könüllüdür.');
  await tab.locator('[name=modes][value=link]').check();
  await press(tab, az.t('surveys.declaring.deed'));
  await tab.getByRole('heading', { name: 'Kəndin suyu' }).waitFor();
}, 90_000);

async function begin({ tab }: Visitor): Promise<void> {
  await tab.goto(`${base}/surveys/4/answer`);
  await press(tab, az.t('surveys.capture.agree'));
}

/** The same person with and without script: what is asked and what counts is the same. */
async function checked({ tab }: Visitor): Promise<readonly string[]> {
  await tab.getByRole('heading', { name: az.t('surveys.capture.check') }).waitFor();
  return (await tab.locator('main dd').allTextContents()).map((text) => text.trim());
}

let counted: readonly string[] = [];

test('with script questions come and go at once, choices follow, and what does not fit is said at the field', async () => {
  const { tab } = resident;
  resident.complaints();
  await begin(resident);
  await tab.locator('form[data-ready]').waitFor();
  const asked = resident.asked();
  expect(asked.filter((url) => url.includes('/scripts/engine-'))).toHaveLength(1);
  expect(await part(tab, 'where').count()).toBe(0);
  await tab.locator('[name="q:heard"][value=yes]').check();
  await part(tab, 'where').locator('input[type=text]').fill('qonşudan');
  await tab.locator('[name="q:heard"][value=no]').check();
  expect(await part(tab, 'where').isVisible()).toBe(false);
  await tab.locator('[name="q:heard"][value=yes]').check();
  expect(await part(tab, 'where').locator('input[type=text]').inputValue()).toBe('qonşudan');
  await tab.locator('[name="q:age"]').fill('12');
  await tab.locator('[name="q:age"]').blur();
  await part(tab, 'age').getByText('On səkkizdən yuxarı yazın').waitFor();
  expect(await axe(tab)).toEqual([]);
  await tab.locator('[name="q:age"]').fill('41');
  await tab.locator('[name="q:age"]').blur();
  expect(await part(tab, 'age').locator('.wrong').count()).toBe(0);
  expect(await part(tab, 'said').textContent()).toContain('Yaşınız: 41');
  const village = part(tab, 'village').locator('.pick:visible');
  const before = await village.count();
  await tab.locator('[name="q:district"][value=north]').check();
  expect(await village.count()).toBe(before + 1);
  await tab.locator('[name="q:village"][value=a]').check();
  await tab.locator('[name="q:district"][value=south]').check();
  // The village of the other district is not chosen any more.
  expect(await tab.locator('[name="q:village"]:checked').count()).toBe(0);
  await tab.locator('[name="q:village"][value=b]').check();
  expect([await sideways(tab), await axe(tab)]).toEqual([0, []]);
  // One sending: nothing is asked once more.
  await press(tab, az.t('surveys.capture.go_on'));
  counted = await checked(resident);
  expect(counted).toEqual(expect.arrayContaining(['qonşudan', '41', 'Yuxarı kənd']));
  expect(resident.complaints()).toEqual([]);
}, 60_000);

test('without script the same answers are asked page by page, and count the same', async () => {
  const plain = await visit(browser, { width: 320, script: false });
  const { tab } = plain;
  await begin(plain);
  await tab.locator('[name="q:heard"][value=yes]').check();
  await tab.locator('[name="q:age"]').fill('41');
  await tab.locator('[name="q:district"][value=south]').check();
  await press(tab, az.t('surveys.capture.go_on'));
  await tab.getByText(az.t('surveys.capture.more')).waitFor();
  await part(tab, 'where').locator('input[type=text]').fill('qonşudan');
  await tab.locator('[name="q:village"][value=b]').check();
  await press(tab, az.t('surveys.capture.go_on'));
  expect(await checked(plain)).toEqual(counted);
  await plain.leave();
}, 60_000);
