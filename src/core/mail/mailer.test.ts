import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAddress } from './letter.ts';
import { mailer } from './mailer.ts';

const now = new Date('2026-03-19T09:30:00Z');
const from = { name: 'Dialoq platforması', address: 'no-reply@forum.example' };
const letter = {
  to: 'katib@example.az',
  subject: 'Son tarix: 8 aprel — 1.1 tədbiri',
  text: 'Hörmətli katib,\n\nicra barədə məlumatı gözləyirik.\nhttps://forum.example/az/d/abc\n',
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-mail-'));
});
afterAll(() => rm(folder, { recursive: true }));

const decoded = (eml: string): string =>
  eml
    .replace(/=\r\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString());

describe('without a mail server', () => {
  const box = () => mailer({ smtpUrl: null, folder, from });

  test('a letter is a whole .eml file with its plain text', async () => {
    const result = await box().send({ ...letter, html: '<p>Hörmətli katib</p>' }, now);
    if (!result.ok || !result.value.file) throw new Error('not posted');
    expect(path.basename(result.value.file)).toMatch(/^2026-03-19T09-30-00-000Z-katib@example\.az-[0-9a-f]{6}\.eml$/);
    const eml = await readFile(result.value.file, 'utf8');
    expect(eml).toMatch(/^Date: Thu, 19 Mar 2026 09:30:00 \+0000\r\n/m);
    expect(eml).toContain('To: katib@example.az\r\n');
    expect(eml).toContain('Auto-Submitted: auto-generated\r\n');
    expect(eml).toContain(`Message-ID: ${result.value.id}`);
    expect(result.value.id).toMatch(/^<[0-9a-f]{32}@forum\.example>$/);
    expect(eml).toContain('multipart/alternative');
    expect(decoded(eml)).toContain('icra barədə məlumatı gözləyirik.\r\nhttps://forum.example/az/d/abc');
  });

  test.each([
    ['to', { to: 'a@example.az, b@example.az' }, 'core.mail.bad_address'],
    ['to', { to: 'a@example.az\r\nBcc: b@example.az' }, 'core.mail.bad_address'],
    ['to', { to: '"x" <a@example.az>' }, 'core.mail.bad_address'],
    ['reply', { replyTo: 'nobody' }, 'core.mail.bad_address'],
    ['subject', { subject: 'Salam\r\nBcc: b@example.az' }, 'core.mail.bad_header'],
    ['subject', { subject: 'Salam\nBcc: b@example.az' }, 'core.mail.bad_header'],
    ['header', { headers: { 'X-A': 'b\r\nBcc: c@example.az' } }, 'core.mail.bad_header'],
    ['header name', { headers: { 'X-A: b\r\nBcc': 'c@example.az' } }, 'core.mail.bad_header'],
    ['text', { text: ' \n', html: '<p>all is here</p>' }, 'core.mail.no_text'],
  ])('a letter with a wrong %s goes nowhere: %j', async (_, wrong, key) => {
    const before = await readdir(folder);
    const result = await box().send({ ...letter, ...wrong }, now);
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'bad_input', message: { key } } });
    expect(await readdir(folder)).toEqual(before);
  });
});

test.each([
  ['a@b.az', true],
  ['first.last+tag@sub.example.org', true],
  ['ad@nümunə.az', true],
  ['a@b', false],
  ['a@@b.az', false],
  ['a b@c.az', false],
  ['a@-b.az', false],
  ['.a@b.az', false],
  [`${'a'.repeat(65)}@b.az`, false],
  ['', false],
])('%j is an address: %s', (text, is) => {
  expect(isAddress(text)).toBe(is);
});

/** A mail server that answers RCPT and DATA as told, and remembers what it was given. */
async function fakeServer(answers: { readonly rcpt?: string; readonly data?: string }) {
  const got: string[] = [];
  const server: Server = createServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      got.push(String(chunk));
      for (const line of String(chunk).split('\r\n')) {
        if (inData && line === '.') {
          inData = false;
          socket.write(`${answers.data ?? '250 kept'}\r\n`);
        } else if (inData) continue;
        else if (/^(EHLO|HELO|MAIL|RSET)/.test(line)) socket.write('250 ok\r\n');
        else if (line.startsWith('RCPT')) socket.write(`${answers.rcpt ?? '250 ok'}\r\n`);
        else if (line === 'DATA') {
          inData = true;
          socket.write('354 go\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, got, close: () => server.close() };
}

describe('with a mail server', () => {
  test.each([
    ['takes it', {}, null, null],
    ['knows no such person', { rcpt: '550 no such user' }, 'bad_input', 'core.mail.refused'],
    ['is busy', { rcpt: '451 later' }, 'not_available', 'core.mail.not_sent'],
    ['does not like the text', { data: '554 spam' }, 'not_available', 'core.mail.not_sent'],
  ])('that %s', async (_, answers, kind, key) => {
    const server = await fakeServer(answers);
    const troubles: unknown[] = [];
    const box = mailer({ smtpUrl: server.url, folder, from, onTrouble: (error) => troubles.push(error) });
    const result = await box.send(letter, now);
    server.close();
    expect(result.ok ? null : [result.refusal.kind, result.refusal.message.key]).toEqual(kind ? [kind, key] : null);
    expect(troubles).toHaveLength(kind ? 1 : 0);
    expect(server.got.join('')).toContain('RCPT TO:<katib@example.az>');
  });

  test('that is not there', async () => {
    const box = mailer({ smtpUrl: 'smtp://127.0.0.1:1', folder, from });
    expect(await box.send(letter, now)).toMatchObject({ refusal: { kind: 'not_available' } });
  });
});
