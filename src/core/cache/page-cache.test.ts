import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type CachedPage, encodingFor, PageCache, pack } from './page-cache.ts';

describe('the encoding of an answer', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['identity', 'identity'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0', 'identity'],
    ['br;q=0.0 , gzip;q=0.000', 'identity'],
    ['br ; q=0 , gzip', 'gzip'],
    ['br;q=0.001', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0, *;q=0.5', 'br'],
    ['x-br, x-gzip, brotli', 'identity'],
    ['br;q=much, gzip', 'gzip'],
    [',;,=;q', 'identity'],
  ] as const)('%j is answered with %s', (accept, encoding) => {
    expect(encodingFor(accept)).toBe(encoding);
  });

  test('what is packed can be unpacked', () => {
    const body = Buffer.from('kənd '.repeat(1000));
    for (const readers of ['one', 'many'] as const) {
      expect(brotliDecompressSync(pack(body, 'br', readers)).equals(body)).toBe(true);
      expect(gunzipSync(pack(body, 'gzip', readers)).equals(body)).toBe(true);
      expect(pack(body, 'identity', readers)).toBe(body);
    }
  });
});

const pageOf = (bytes: number, given: Partial<CachedPage> = {}): CachedPage => ({
  freshness: 1,
  freshnessNow: () => 1,
  until: 1000,
  etag: 'W/"x"',
  status: 200,
  headers: { 'content-type': 'text/html' },
  // Bytes that cannot be packed, so that packed ones count.
  plain: Buffer.from(Array.from({ length: bytes }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 255)),
  packed: {},
  ...given,
});

describe('kept pages', () => {
  test('are given while nothing was written and their time is not over', () => {
    const cache = new PageCache(100_000);
    let revision = 1;
    const page = pageOf(100, { freshnessNow: () => revision });
    cache.keep('a', page);
    expect(cache.fresh('a', 999)).toBe(page);
    expect(cache.fresh('b', 999)).toBeNull();
    revision = 2;
    expect(cache.fresh('a', 999)).toBeNull();
    revision = 1;
    expect(cache.fresh('a', 999)).toBeNull();
    expect(cache.bytes).toBe(0);
    cache.keep('a', page);
    expect(cache.fresh('a', 1000)).toBeNull();
  });

  test('never take more than their room, packed ones and addresses counted', () => {
    const cache = new PageCache(40_000);
    for (let n = 0; n < 100; n += 1) {
      const address = `/${n}${'y'.repeat(n * 50)}`;
      cache.keep(address, pageOf(3_000));
      const page = cache.fresh(address, 0);
      if (page) for (const encoding of ['br', 'gzip', 'identity'] as const) cache.packed(page, encoding);
      expect(cache.bytes).toBeLessThanOrEqual(40_000);
    }
    expect(cache.bytes).toBeGreaterThan(0);
  });

  test('that go give all their room back', () => {
    const cache = new PageCache(1_000_000);
    for (let n = 0; n < 50; n += 1) {
      cache.keep('/same', pageOf(1_000 + n));
      const page = cache.fresh('/same', 0);
      if (page) cache.packed(page, 'gzip');
    }
    const one = cache.bytes;
    expect(one).toBeLessThan(5_000);
    expect(cache.fresh('/same', 2_000)).toBeNull();
    expect(cache.bytes).toBe(0);
  });

  test('go oldest first, and one that fills a quarter of the room is not kept at all', () => {
    const cache = new PageCache(20_000);
    cache.keep('/large', pageOf(5_001));
    expect(cache.fresh('/large', 0)).toBeNull();
    for (const address of ['/1', '/2', '/3', '/4', '/5', '/6']) cache.keep(address, pageOf(3_000));
    const held = ['/1', '/2', '/3', '/4', '/5', '/6'].map((address) => cache.fresh(address, 0) !== null);
    expect(held).toEqual([false, false, true, true, true, true]);
  });

  test('are packed once for each encoding', () => {
    const cache = new PageCache(100_000);
    cache.keep('/a', pageOf(2_000));
    const page = cache.fresh('/a', 0)!;
    const first = cache.packed(page, 'gzip');
    expect(cache.packed(page, 'gzip')).toBe(first);
    expect(first.head).toEqual([
      'content-type',
      'text/html',
      'content-encoding',
      'gzip',
      'content-length',
      String(first.body.length),
    ]);
    expect(cache.packed(page, 'identity').head).toEqual(['content-type', 'text/html', 'content-length', '2000']);
  });

  test('no room keeps nothing', () => {
    const cache = new PageCache(0);
    cache.keep('/a', pageOf(1));
    expect([cache.fresh('/a', 0), cache.bytes]).toEqual([null, 0]);
  });
});
