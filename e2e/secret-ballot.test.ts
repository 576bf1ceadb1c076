import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import { sealOf } from '#core/blind-signatures/seal.ts';
import { isSigned } from '#core/blind-signatures/signer.ts';
import { contextOf, perform } from '#core/house.ts';
import { closeBallot } from '#modules/ballots/closing/commands.ts';
import { openBallot } from '#modules/ballots/opening/commands.ts';
import { ballotById, rollOf } from '#modules/ballots/queries.ts';
import { motion } from '#modules/ballots/samples.ts';
import type { BallotId, BallotNeeds } from '#modules/ballots/schema.ts';
import { urnVotes } from '#modules/ballots/secret/queries.ts';
import { ALL, PAPER_DEED, paperObject } from '#modules/ballots/secret/rules.ts';
import { prepareUrns } from '#modules/ballots/secret/urns/commands.ts';
import { newUrns } from '#modules/ballots/secret/urns/routes.ts';
import { verifyBallot } from '#modules/ballots/verifying/rules.ts';
import { writeBallot } from '#modules/ballots/writing/commands.ts';
import { derivedRoles } from '#modules/identity/contract.ts';
import { makeDeedLink } from '#modules/identity/deeds/commands.ts';
import { NODE } from '../src/core/audit/primitives.ts';
import { servedHouse } from '../src/main/testing/whole-house.ts';
import { LAW } from '../src/main/verifier/law.ts';
import { axe, openBrowser, sideways, visit } from './parts/browser.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** Five members vote in secret with their own browsers, one of them on a second device; afterwards each finds the own vote. */
const house = servedHouse({ example: true });
const en = wordsOf('en');
const needs: BallotNeeds = {
  ...{ session: async () => null, closed: async () => {} },
  get roles() {
    return derivedRoles(house.assembly.identity);
  },
  lang: (code) => house.assembly.langs[code],
};
const VOTES = ['for', 'against', 'for', 'abstain', 'for'] as const;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const asked = () => {
  const forum = house.assembly.forums.bySlug(LIVING)!;
  return { actor: SYSTEM, forum, lang: 'en' as const, requestId: 'journey' };
};
async function must<T>(made: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const done = await made;
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

/** A ballot that is open until somebody closes it, and five links, each for the paper of one seat. */
async function opened(): Promise<{ ballot: BallotId; number: number; links: readonly string[] }> {
  const { house: inside, materials } = house.assembly;
  const written = motion({
    ...{ title: { en: 'Budget' }, words: { en: 'The budget is adopted.' }, secrecy: 'secret', mode: 'online' },
    ...{
      secrecyReason: { en: 'It is about people' },
      closesAt: new Date(inside.clock.now().getTime() + 5 * 86_400_000),
    },
  });
  const { id, number } = await must(perform(inside, asked(), writeBallot(needs), written));
  const urns = await newUrns(sealOf(materials.logKey.derived('ballots')), id, [ALL]);
  await must(perform(inside, asked(), prepareUrns, { ballot: id, urns }));
  await must(perform(inside, asked(), openBallot(needs), { ballot: id }));
  const rows = (await rollOf(inside.database.db, asked().forum.id, id)).filter((row) => row.filled && row.body);
  const links = await inside.database.transaction(async (trx) => {
    const made: string[] = [];
    for (const row of rows.filter(({ recused }) => recused === 'nobody').slice(0, VOTES.length)) {
      const link = await makeDeedLink(contextOf(inside, asked(), trx), {
        ...{
          command: PAPER_DEED,
          object: paperObject(id, row.key),
          body: row.body,
          person: null,
          formPath: `/ballots/${number}/secret`,
        },
        purpose: { key: 'ballots.secret.deed', params: { number, seat: row.number } },
      });
      made.push(`/en/${LIVING}/ballots/${number}/secret?deed=${link.token}`);
    }
    return made;
  });
  return { ballot: id, number, links };
}

const button = (name: 'ask' | 'check' | 'cast' | 'change') => ({ name: en.t(`ballots.secret.${name}`), exact: true });

test('five members vote from afar, the box is opened, and each finds the own vote', async () => {
  const { ballot, number, links } = await opened();
  const page = `/en/${LIVING}/ballots/${number}/secret`;
  const codes: string[] = [];
  for (const [i, link] of links.entries()) {
    const member = await visit(browser, { language: 'en' });
    const { tab } = member;
    await tab.goto(`${house.origin}${link}`);
    await tab.getByRole('button', button('ask')).click();
    await tab.getByRole('button', button('check')).waitFor();
    if (i === 0) {
      expect(await axe(tab)).toEqual([]);
      expect(await sideways(tab)).toBe(0);
    }
    let urn = member;
    if (i === 1) {
      // The way out: the address of the paper, opened elsewhere by somebody who is nobody.
      const address = await tab.locator('textarea[data-address]').inputValue();
      expect(address).toContain(`${page}#`);
      urn = await visit(browser, { language: 'en' });
      await urn.tab.goto(address);
      await urn.tab.getByRole('button', button('check')).waitFor();
      expect(urn.tab.url()).not.toContain('#');
    }
    if (i === 2) {
      // Closed and opened again: the paper is still there.
      await tab.goto('about:blank');
      await tab.goto(`${house.origin}${link}`);
    }
    const sent = urn.tab.waitForRequest((request) => request.url().endsWith('/secret/votes'));
    await urn.tab.locator(`input[name=say][value=${VOTES[i]}]`).check();
    await urn.tab.getByRole('button', button('check')).click();
    await urn.tab.getByRole('button', button('cast')).click();
    await urn.tab.locator('[data-tracker]:not(:empty)').waitFor();
    const { cookie, referer } = await (await sent).allHeaders();
    expect([cookie, referer]).toEqual([undefined, undefined]);
    codes.push((await urn.tab.locator('[data-tracker]').textContent()) ?? '');
    expect(await urn.tab.evaluate(() => JSON.stringify(localStorage))).toBe('{}');
    expect(urn.complaints()).toEqual([]);
    // Nothing of the result is to be seen before the closing.
    const before = await house.stranger(`/en/${LIVING}/ballots/${number}`);
    for (const code of codes) expect(before.text).not.toContain(code);
    if (urn !== member) await urn.leave();
    await member.leave();
  }
  expect(new Set(codes).size).toBe(VOTES.length);
  const { house: inside } = house.assembly;
  await must(perform(inside, asked(), closeBallot(needs), { ballot, chair: null, settled: [] }));
  const anybody = await visit(browser, { language: 'en' });
  await anybody.tab.goto(`${house.origin}${page}`);
  for (const [i, code] of codes.entries()) {
    const row = anybody.tab.locator('tr', { hasText: code });
    expect(await row.textContent()).toContain(en.t(`ballots.say.${VOTES[i]!}`));
  }
  expect([await sideways(anybody.tab), await axe(anybody.tab)]).toEqual([0, []]);
  await anybody.leave();
  const closed = await ballotById(inside.database.db, asked().forum.id, ballot);
  expect(closed?.closure?.result.counts.marks.voted).toBe(VOTES.length);
  // And everybody counts again from the file, with every signature.
  const file = await house.stranger(`/en/${LIVING}/ballots/${number}/export.json`);
  const { fits, lines } = verifyBallot({ sha256: NODE.sha256, law: LAW, isSigned }, Buffer.from(file.text));
  expect([file.status, lines.filter((line) => !line.fits).map(({ message }) => message)]).toEqual([200, []]);
  expect(fits).toBe(true);
  expect(lines.map(({ message }) => message.key)).toContain('ballots.verifying.papers.fits');
  expect(await urnVotes(inside.database.db, asked().forum.id, ballot)).toHaveLength(VOTES.length);
}, 180_000);

test('without script the page says how else to vote, and offers nothing half secret', async () => {
  const { number, links } = await opened();
  const member = await visit(browser, { language: 'en', script: false });
  await member.tab.goto(`${house.origin}${links[0]}`);
  expect(await member.tab.getByText(en.t('ballots.secret.noscript')).isVisible()).toBe(true);
  expect(await member.tab.locator('form[data-choice]').isVisible()).toBe(false);
  expect(await sideways(member.tab)).toBe(0);
  await member.leave();
  const reader = await visit(browser, { dark: true });
  for (const code of ['az', 'en', 'ru'] as const) {
    await reader.tab.goto(`${house.origin}/${code}/${LIVING}/ballots/secrecy`);
    expect(await reader.tab.locator('h1').textContent()).toBe(wordsOf(code).t('ballots.secret.promises.title'));
    expect([await sideways(reader.tab), await axe(reader.tab)]).toEqual([0, []]);
  }
  await reader.leave();
  // Who has a cookie is turned away from the urn.
  const fields = { prepared: 'AAAA', signature: 'AAAA', say: 'for' };
  const known = await house.send(`/en/${LIVING}/ballots/${number}/secret/votes`, fields, 'ortaq=x');
  expect(known.status).toBe(403);
  const nobody = await fetch(`${house.origin}/en/${LIVING}/ballots/${number}/secret/votes`, {
    ...{
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: house.origin, accept: 'application/json' },
    },
  });
  expect([nobody.status, ((await nobody.json()) as { detail: string }).detail]).toEqual([
    409,
    en.t('ballots.secret.refused.forged'),
  ]);
});

test('a seat reaches its paper from the desk of its member, or by a link that the secretary makes', async () => {
  const { number } = await opened();
  const member = await visit(browser, { language: 'en' });
  await lookAs(member, house, 'member', 'en');
  await member.tab.goto(`${house.origin}/en/${LIVING}/desk`);
  await member.tab.locator(`#ballots a[href$="/ballots/${number}/secret"]`).click();
  await member.tab.getByRole('button', button('ask')).click();
  await member.tab.getByRole('button', button('check')).waitFor();
  const own = (await member.tab.locator('[data-secret-ballot] > p').first().textContent()) ?? '';
  await member.leave();

  const keeper = await visit(browser, { language: 'en' });
  await lookAs(keeper, house, 'coordinator', 'en');
  await keeper.tab.goto(`${house.origin}/en/${LIVING}/ballots/${number}`);
  await keeper.tab.getByRole('link', { name: en.t('ballots.voting.link') }).click();
  expect([await sideways(keeper.tab), await axe(keeper.tab)]).toEqual([0, []]);
  const seats = keeper.tab.locator('#links a');
  const seat = (await seats.allTextContents()).find((words) => words !== own) ?? '';
  await seats.getByText(seat, { exact: true }).click();
  await keeper.tab.locator('select[name=language]').selectOption('en');
  await keeper.tab
    .locator('main')
    .getByRole('button', { name: en.t('identity.deeds.make_deed') })
    .click();
  const message = await keeper.tab.locator('main textarea').first().inputValue();
  const link = /https?:\S+\/deeds\/\S+/.exec(message)?.[0] ?? '';
  await keeper.leave();

  const sent = await visit(browser, { language: 'en' });
  await sent.tab.goto(`${house.origin}${new URL(link).pathname}`);
  await sent.tab.getByRole('link', { name: en.t('identity.deed.open') }).click();
  expect(await sent.tab.locator('[data-secret-ballot] > p').first().textContent()).toBe(seat);
  await sent.tab.getByRole('button', button('ask')).click();
  await sent.tab.getByRole('button', button('check')).waitFor();
  expect(sent.complaints()).toEqual([]);
  await sent.leave();
}, 120_000);
