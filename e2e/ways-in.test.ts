import { TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { answerDuties } from './parts/duties.ts';
import { field, press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { lastLetter } from './parts/letters.ts';
import { wordsOf } from './parts/words.ts';

/** All ways in, one after the other: the printed link, a passkey, an invitation by e-mail, a password with its code. */
let house: House;
let browser: Browser;
let coordinator: Visitor;
let member: Visitor;

const az = wordsOf('az');
const FORUM = 'sinaq-rayonu';
const PASSWORD = 'nar çiçəyi gecə açır';
/** Codes of an app go by the clock: the house gets the true one. */
const clock = () => new Date().toISOString();

beforeAll(async () => {
  house = await startHouse({ args: ['--empty'], env: { ORTAQ_NOW: clock() } });
  browser = await openBrowser();
  coordinator = await visit(browser, { width: 412 });
  member = await visit(browser, { script: false });
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const heading = (visitor: Visitor, name: string) =>
  visitor.tab.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const go = (visitor: Visitor, address: string) => visitor.tab.goto(`${house.origin}/az${address}`);

/** Nothing wider than the window, nothing that shuts anybody out, nothing that the browser refused. */
async function sound(visitor: Visitor): Promise<void> {
  expect(await sideways(visitor.tab)).toBe(0);
  expect(await axe(visitor.tab)).toEqual([]);
  expect(visitor.complaints()).toEqual([]);
}

/** A device with a finger reader, as Chromium plays it. */
async function withDevice({ context, tab }: Visitor): Promise<void> {
  const devices = await context.newCDPSession(tab);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe('a passkey', () => {
  test('is added by the first coordinator and lets in without anything else', async () => {
    const { tab } = coordinator;
    await withDevice(coordinator);
    await tab.goto(new RegExp(`${house.origin}/az/sign-in/\\S+`).exec(house.said())![0]);
    await press(tab, az.t('identity.press.deed', { name: az.t('core.first_coordinator') }));
    await go(coordinator, '/me/ways');
    await sound(coordinator);
    await press(tab, az.t('identity.ways.passkey_add'));
    await heading(coordinator, az.t('identity.passkey.new_title'));
    await sound(coordinator);
    await press(tab, az.t('identity.passkey.new_deed'));
    await tab.getByText(az.t('identity.ways.done.passkey_added')).waitFor();
    await go(coordinator, '/me');
    await press(tab, az.t('identity.me.sign_out'));
    await sound(coordinator);
    await press(tab, az.t('identity.passkey.use_title'));
    await heading(coordinator, az.t('identity.passkey.use_title'));
    await sound(coordinator);
    await press(tab, az.t('identity.passkey.use_deed'));
    // The device is asked first; the form goes afterwards.
    await tab.waitForURL(`${house.origin}/az`);
    await go(coordinator, '/me');
    await heading(coordinator, az.t('identity.me.title'));
  });

  test('answers one question once: the same answer again opens nothing', async () => {
    const { tab, context } = coordinator;
    await press(tab, az.t('identity.me.sign_out'));
    await press(tab, az.t('identity.passkey.use_title'));
    let sent = '';
    await context.route('**/sign-in/passkey/answer', (route) => {
      sent = route.request().postData() ?? '';
      return route.continue();
    });
    await press(tab, az.t('identity.passkey.use_deed'));
    await tab.waitForURL(`${house.origin}/az`);
    await context.unroute('**/sign-in/passkey/answer');
    expect(sent).toContain('clientDataJSON');
    const again = await fetch(`${house.origin}/az/sign-in/passkey/answer`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: house.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: sent,
    });
    expect([403, 410]).toContain(again.status);
    expect(again.headers.getSetCookie()).toEqual([]);
  });

  test('says what is missing where no script runs, and no other page carries one', async () => {
    await go(member, '/sign-in');
    expect(await member.tab.content()).not.toContain('<script');
    await press(member.tab, az.t('identity.passkey.use_title'));
    expect(await member.tab.getByRole('main').textContent()).toContain(az.t('identity.passkey.needs_script'));
    await press(member.tab, az.t('identity.passkey.use_deed'));
    expect(await member.tab.getByRole('main').textContent()).toContain(az.t('identity.passkey.no_answer'));
  });
});

describe('a member without script', () => {
  test('comes in by the invitation from the letter', async () => {
    const { tab } = coordinator;
    await answerDuties(tab, house.origin, az);
    await go(coordinator, '/forums/new');
    await field(tab, az.t('home.forum.name_az')).fill('Sınaq rayonu');
    await press(tab, az.t('home.forum.open'));
    await go(coordinator, `/${FORUM}/people/new`);
    await field(tab, az.t('identity.field.name')).fill('Rəna Quliyeva');
    await field(tab, az.t('core.language.az')).check();
    await field(tab, az.t('identity.field.email')).fill('rena@example.az');
    await field(tab, az.t('identity.invitation.at_once')).check();
    await field(tab, az.t('identity.role.secretary')).check();
    await press(tab, az.t('identity.people.add_deed'));
    await tab.getByText(az.t('identity.done.invited')).waitFor();
    await sound(coordinator);
    const link = /http:\S+\/az\/sign-in\/\S+/.exec(lastLetter(house))![0];
    await member.tab.goto(link);
    await press(member.tab, az.t('identity.press.deed', { name: 'Rəna Quliyeva' }));
    expect(new URL(member.tab.url()).pathname).toBe(`/az/${FORUM}`);
  });

  test('sets a password and an app, and comes back with both', async () => {
    const { tab } = member;
    await go(member, '/me/password');
    await field(tab, az.t('identity.password.new')).fill(PASSWORD);
    await field(tab, az.t('identity.password.again')).fill(PASSWORD);
    await press(tab, az.t('identity.password.deed'));
    await tab.getByText(az.t('identity.ways.done.password_set')).waitFor();
    await press(tab, az.t('identity.ways.authenticator_set'));
    const secret = (await tab.locator('b.num').textContent())!.replaceAll(' ', '');
    await tab.getByRole('img', { name: az.t('identity.authenticator.picture') }).waitFor();
    const app = new TOTP({ secret });
    await field(tab, az.t('identity.authenticator.code')).fill(app.generate());
    await press(tab, az.t('identity.authenticator.deed'));
    await heading(member, az.t('identity.recovery.title'));
    const papers = await tab.locator('ol li').allTextContents();
    expect(papers).toHaveLength(10);
    await go(member, '/me');
    await press(tab, az.t('identity.me.sign_out'));
    await field(tab, az.t('identity.password.who')).fill('rena@example.az');
    await field(tab, az.t('identity.password.password')).fill(PASSWORD);
    await press(tab, az.t('identity.sign_in.enter'));
    await heading(member, az.t('identity.threshold.title'));
    await field(tab, az.t('identity.authenticator.code')).fill(papers[0]!);
    await press(tab, az.t('identity.sign_in.enter'));
    await go(member, '/me');
    await heading(member, az.t('identity.me.title'));
  });

  test('gets a sign-in letter by typing the address', async () => {
    const other = await visit(browser, { script: false });
    await go(other, '/sign-in');
    const form = other.tab.locator('form', {
      has: other.tab.getByRole('button', { name: az.t('identity.letter.deed') }),
    });
    await field(form, az.t('identity.field.email')).fill('rena@example.az');
    await press(form, az.t('identity.letter.deed'));
    await other.tab.getByText(az.t('identity.letter.done')).waitFor();
    await expect.poll(() => lastLetter(house), { timeout: 10_000 }).toContain('istəmisiniz');
    await other.tab.goto(/http:\S+\/az\/sign-in\/\S+/.exec(lastLetter(house))![0]);
    await press(other.tab, az.t('identity.press.deed', { name: 'Rəna Quliyeva' }));
    // The app is asked for here too.
    await heading(other, az.t('identity.threshold.title'));
    await other.leave();
  });
});
