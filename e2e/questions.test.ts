import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { field, press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A resident asks, a moderator publishes, the body answers by a link for this one answer, the code finds it all. */
let house: House;
let browser: Browser;
let [resident, keeper, officer]: Visitor[] = [];
let base = '';

const az = wordsOf('az');
const CODE = /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/;

beforeAll(async () => {
  house = await startHouse();
  base = `${house.origin}/az/${LIVING}`;
  browser = await openBrowser();
  [resident, keeper, officer] = await Promise.all([
    visit(browser, { width: 320, script: false }),
    visit(browser, { width: 412 }),
    visit(browser, { width: 320, dark: true }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const wellMade = async ({ tab }: Visitor): Promise<void> => {
  expect(await axe(tab)).toEqual([]);
  expect(await sideways(tab)).toBe(0);
};

/** Both steps of asking, from the list on. */
async function ask({ tab }: Visitor, text: string, look: () => Promise<void>): Promise<void> {
  await tab.goto(`${base}/questions`);
  await look();
  await tab.getByRole('link', { name: az.t('participation.questions.ask'), exact: true }).click();
  await look();
  await tab.getByLabel(az.t('participation.asking.body')).selectOption({ label: 'Pambıqarx bələdiyyəsi' });
  await field(tab, az.t('participation.asking.text')).fill(text);
  await press(tab, az.t('participation.asking.check'));
  await look();
  await press(tab, az.t('participation.checking.send'));
  await tab.getByText(az.t('participation.receipt.slip')).first().waitFor();
  await look();
}

test('asked without script on a small phone, read by a moderator, answered by a link, found by its code', async () => {
  const own = resident!.tab;
  await own.goto(base);
  await own.getByRole('link', { name: az.t('participation.menu'), exact: true }).click();
  await ask(resident!, 'Parkda işıq nə vaxt yanacaq? Mənə 050 123 45 67 nömrəsinə yazın.', async () => {
    expect(await sideways(own)).toBe(0);
  });
  const code = CODE.exec((await own.textContent('main')) ?? '')![0];
  expect(own.url()).not.toContain(code);
  const address = (await own.getByRole('link', { name: az.t('participation.receipt.page') }).getAttribute('href'))!;
  await own.goto(house.origin + address);
  expect(await own.textContent('main')).not.toContain('işıq');

  const { tab } = keeper!;
  await lookAs(keeper!, house, 'coordinator');
  await tab.goto(`${base}/desk`);
  await tab.locator(`#questions a[href="${address}/moderation"]`).click();
  await wellMade(keeper!);
  await field(tab, az.t('participation.moderation.text')).fill(
    'Parkda işıq nə vaxt yanacaq? Mənə [..] nömrəsinə yazın.',
  );
  await press(tab, az.t('participation.moderation.publish'));
  await tab.getByText(az.t('participation.moderation.published')).waitFor();
  await wellMade(keeper!);
  await tab.getByRole('link', { name: az.t('participation.answers.link') }).click();
  await press(tab, az.t('identity.deeds.make_deed'));
  const message = await tab.getByLabel(az.t('ui.message.copy')).inputValue();
  expect(message.length).toBeLessThan(600);
  const link = /https?:\S+$/.exec(message)![0];

  const office = officer!.tab;
  await office.goto(link);
  await wellMade(officer!);
  await office.getByRole('link', { name: az.t('identity.deed.open') }).click();
  await wellMade(officer!);
  await field(office, az.t('participation.answers.text')).fill('Lampalar gələn həftə quraşdırılacaq.');
  await press(office, az.t('participation.answers.publish'));
  await office.getByText(az.t('participation.answers.published')).waitFor();
  await wellMade(officer!);

  await own.goto(`${base}/questions/receipts`);
  await own.getByLabel(az.t('identity.assisted.receipt.code')).fill(code.toLowerCase().replaceAll('-', ' '));
  await press(own, az.t('participation.receipt.show'));
  const found = await own.textContent('main');
  expect(found).toContain('Lampalar gələn həftə quraşdırılacaq.');
  expect(found).toContain('Mənə [..] nömrəsinə yazın.');
  expect(await sideways(own)).toBe(0);
}, 120_000);

test('asked through a helper, found by the receipt of the session', async () => {
  const { tab } = keeper!;
  await lookAs(keeper!, house, 'secretary');
  await tab.goto(`${base}/assisted/new`);
  await tab.getByLabel(az.t('identity.assisted.person')).selectOption({ value: 'none' });
  await tab.getByLabel(az.t('identity.assisted.reason')).fill('Öz telefonu yoxdur');
  await press(tab, az.t('identity.assisted.begin'));
  await tab.getByRole('complementary', { name: az.t('ui.banner.assisted_name') }).waitFor();
  await ask(keeper!, 'Kitabxana şənbə günü açıqdırmı?', () => wellMade(keeper!));
  await press(tab, az.t('ui.banner.assisted_end'));
  const slip = tab.getByRole('article');
  await slip.getByText(az.t('identity.assisted.slip.entered', { n: 1 })).waitFor();
  const code = CODE.exec((await slip.textContent()) ?? '')![0];

  const own = resident!.tab;
  const receipt = async (): Promise<void> => {
    await own.goto(`${base}/receipts`);
    await own.getByLabel(az.t('identity.assisted.receipt.code')).fill(code);
    await press(own, az.t('identity.assisted.receipt.show'));
  };
  await receipt();
  await own.getByRole('link', { name: az.t('identity.assisted.receipt.entry') }).click();
  expect(await own.textContent('main')).toContain(az.t('identity.role.resident'));
  await receipt();
  await own.getByRole('link', { name: az.t('identity.assisted.receipt.look') }).click();
  expect(await own.textContent('main')).toContain(az.t('participation.state.waiting'));
}, 120_000);
