import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY, SYSTEM } from '#core/actor.ts';
import { type Posted, post, refused } from './route.ts';
import { aForum, openSite, posting, type Site } from './testing/site.ts';

let site: Site;
let actor: Actor = SYSTEM;
let last: Posted | null = null;

const form = post('/form', async (web) => {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  last = posted.value;
  const again = await web.posted();
  return { kind: 'file', type: 'text/plain', body: again === posted ? 'read once' : 'read twice' };
});

beforeAll(async () => {
  site = await openSite({ routes: [form], forums: [aForum('guba')], whoIs: async () => actor });
});
afterAll(() => site.close());

const send = async (fields: Parameters<typeof posting>[1], type?: string) => {
  last = null;
  actor = SYSTEM;
  return site.ask('/en/guba/form', posting(site, fields, type ? { 'content-type': type } : {}));
};

const BOUNDARY = '----tried';
const multipart = (...parts: readonly string[]): string =>
  `${parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('')}--${BOUNDARY}--\r\n`;
const asMultipart = (body: string) => send(body, `multipart/form-data; boundary=${BOUNDARY}`);

describe('a posted form', () => {
  test('is read once, every value of a name kept, line breaks as one sign, no NUL', async () => {
    const { status, text } = await send('a=+one+&a=two&b=x%0D%0Ay%0Dz&c=a%00b&empty=');
    expect([status, text]).toEqual([200, 'read once']);
    expect(last?.all('a')).toEqual([' one ', 'two']);
    expect(last?.text('a')).toBe('one');
    expect(last?.text('b')).toBe('x\ny\nz');
    expect(last?.text('c')).toBe('ab');
    expect(last?.text('empty')).toBe('');
    expect(last?.text('absent')).toBe('');
    expect(last?.names).toEqual(['a', 'b', 'c', 'empty']);
  });

  test('has fields of any name, and none of them is a property of anything', async () => {
    await send('__proto__=x&constructor=y&a[b][c]=z&hasOwnProperty=1');
    expect(last?.text('__proto__')).toBe('x');
    expect(last?.text('constructor')).toBe('y');
    expect(last?.text('toString')).toBe('');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(last?.names).toEqual(['__proto__', 'constructor', 'a[b][c]', 'hasOwnProperty']);
  });

  test('brings files whose names and kinds are only claimed', async () => {
    const head = 'Content-Disposition: form-data; name="photo"; filename';
    const { status } = await asMultipart(
      multipart(
        `${head}="../../etc/passwd"\r\nContent-Type: text/html\r\n\r\n\u0000ÿbytes`,
        `${head}=""\r\nContent-Type: application/octet-stream\r\n\r\n`,
        'Content-Disposition: form-data; name="word"\r\n\r\nkənd',
      ),
    );
    expect(status).toBe(200);
    expect(last?.files('photo').map(({ claimedName, bytes }) => [claimedName, bytes.length])).toEqual([
      ['../../etc/passwd', 8],
    ]);
    expect(last?.text('photo')).toBe('');
    expect(last?.text('word')).toBe('kənd');
  });

  test.each([
    ['no end', `--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\nx`],
    ['no part', 'nothing that the type says'],
    ['no name', multipart('Content-Disposition: form-data\r\n\r\nx')],
    ['no disposition', multipart('Content-Type: text/plain\r\n\r\nx')],
    ['a head without end', `--${BOUNDARY}\r\n${'X: y\r\n'.repeat(1000)}`],
    ['nothing', ''],
  ])('that is broken (%s) is told so in words', async (_why, body) => {
    const { status, text } = await asMultipart(body);
    expect(status).toBe(422);
    expect(text).toContain('could not be read');
    expect(site.problems).toEqual([]);
  });

  test.each(['application/json', 'text/plain', '', 'multipart/form-data', 'multipart/mixed; boundary=x', 'x/y; a=b'])(
    'of another kind (%j) is refused',
    async (type) => {
      const { status } = await send('{"a":1}', type || 'a/b');
      expect(status).toBe(415);
    },
  );
});

describe('too much', () => {
  test('100,000 characters fit into a field, one more is told with both numbers', async () => {
    expect((await send({ a: 'ə'.repeat(100_000) })).status).toBe(200);
    const { status, text } = await send({ a: 'ə'.repeat(100_001) });
    expect(status).toBe(413);
    expect(text).toContain('At most 100000 characters fit here; 100001 were sent.');
  });

  test('2,000 fields fit, one more does not, and a million are not even taken apart', async () => {
    expect((await send(`${'a=1&'.repeat(1_999)}a=1`)).status).toBe(200);
    expect((await send(`${'a=1&'.repeat(2_000)}a=1`)).status).toBe(413);
    expect((await send('&'.repeat(4_000_000))).status).toBe(413);
    const part = 'Content-Disposition: form-data; name="a"\r\n\r\n1';
    expect((await asMultipart(multipart(...Array(2_000).fill(part)))).status).toBe(200);
    expect((await asMultipart(multipart(...Array(2_001).fill(part)))).status).toBe(413);
    expect((await asMultipart(`--${BOUNDARY}`.repeat(1_000_000))).status).toBe(413);
  });

  test('a form of words alone takes 4 MB', async () => {
    const { status, text } = await send(`a=${'x'.repeat(4 * 1024 * 1024)}`);
    expect(status).toBe(413);
    expect(text).toContain('At most 4 MB can be sent at once.');
  });

  const MB = 'x'.repeat(1024 * 1024);
  const HEAD = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n`;

  /** Sends a file piece by piece, with or without saying first how long it will be. */
  const streamed = (mb: number, told: boolean) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const end = `\r\n--${BOUNDARY}--\r\n`;
      const asked = request(
        {
          host: '127.0.0.1',
          port: site.port,
          path: '/en/guba/form',
          method: 'POST',
          headers: {
            host: site.host,
            origin: `http://${site.host}`,
            'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
            ...(told ? { 'content-length': HEAD.length + mb * MB.length + end.length } : {}),
          },
        },
        async (answer) => {
          let text = '';
          for await (const piece of answer.setEncoding('utf8')) text += piece;
          resolve({ status: answer.statusCode ?? 0, text });
        },
      );
      asked.on('error', reject);
      asked.write(HEAD);
      for (let n = 0; n < mb; n += 1) asked.write(MB);
      asked.end(end);
    });

  test.each([true, false])('39 MB are taken, 41 are told to be too many (length told: %s)', async (told) => {
    actor = SYSTEM;
    expect((await streamed(39, told)).status).toBe(200);
    expect(last?.files('f')[0]?.bytes.length).toBe(39 * MB.length);
    const { status, text } = await streamed(41, told);
    expect(status).toBe(413);
    expect(text).toContain('At most 40 MB can be sent at once.');
  });

  test('who has not signed in sends words, not files', async () => {
    actor = NOBODY;
    const few = await site.ask('/en/guba/form', posting(site, { a: 'x'.repeat(99_000) }));
    expect(few.status).toBe(200);
    const many = await streamed(1, false);
    expect(many.status).toBe(401);
    expect(many.text).toContain('Sign in to do this.');
  });

  test('an endless body is not waited for', async () => {
    actor = SYSTEM;
    const told = site.ask('/en/guba/form', {
      ...posting(site, ''),
      headers: { ...posting(site, '').headers, 'content-length': 10 ** 15 },
      body: 'a=1',
    });
    expect((await told).status).toBe(413);
  });

  test('a sender who goes away in the middle leaves no trace in the log', async () => {
    actor = SYSTEM;
    const asked = request({
      host: '127.0.0.1',
      port: site.port,
      path: '/en/guba/form',
      method: 'POST',
      headers: {
        host: site.host,
        origin: `http://${site.host}`,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': 100,
      },
    });
    asked.on('error', () => {});
    await new Promise<void>((resolve) => asked.write('a=1', () => resolve()));
    asked.destroy();
    // A whole other request has come and gone afterwards.
    expect((await send('a=1')).status).toBe(200);
    expect(site.problems).toEqual([]);
  });
});
