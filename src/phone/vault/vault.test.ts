import { hexToBytes } from '@noble/hashes/utils.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_TRIES, openFrom, weaknessOf } from './rules.ts';
import { createVault, openVault, type VaultHeader, withNewPin } from './vault.ts';

const PIN = '402915';

describe('a vault on the device', () => {
  test('opens with its PIN what was sealed, and with no other PIN', async () => {
    const { header, vault } = await createVault(PIN);
    const sealed = vault.seal('a', { name: 'Aygün', n: 1 });
    const again = await openVault(PIN, header);
    expect(again!.open('a', sealed)).toEqual({ name: 'Aygün', n: 1 });
    expect(await openVault('402916', header)).toBeNull();
    expect(await openVault('', header)).toBeNull();
  });

  test('gives back every value, and never the same bytes twice', async () => {
    const { vault } = await createVault(PIN);
    await fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (id, value) => {
        const [one, two] = [vault.seal(id, value), vault.seal(id, value)];
        expect(vault.open(id, one)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(one).not.toEqual(two);
      }),
    );
  });

  test('opens nothing that was changed, cut off, moved to another record or to another vault', async () => {
    const [{ vault }, other] = [await createVault(PIN), await createVault(PIN)];
    const sealed = vault.seal('a', 'Aygün');
    expect(() => vault.open('b', sealed)).toThrow();
    expect(() => other.vault.open('a', sealed)).toThrow();
    for (const [i] of sealed.entries()) {
      const bent = sealed.with(i, sealed[i]! ^ 1);
      expect(() => vault.open('a', bent)).toThrow();
      expect(() => vault.open('a', sealed.subarray(0, i))).toThrow();
    }
  });

  test('shows neither the PIN nor the content in what lies on the disk', async () => {
    const { header, vault } = await createVault(PIN);
    const disk = `${JSON.stringify(header)} ${new TextDecoder('latin1').decode(vault.seal('a', 'Aygun Aygun'))}`;
    expect(disk).not.toContain('Aygun');
    expect(disk).not.toContain(PIN);
  });

  test('keeps its records when the PIN changes, and the old PIN opens no more', async () => {
    const { header, vault } = await createVault(PIN);
    const sealed = vault.seal('a', 1);
    expect(await withNewPin('000000', 'durna çayı', header)).toBeNull();
    const fresh = (await withNewPin(PIN, 'durna çayı', header))!;
    expect(fresh.salt).not.toBe(header.salt);
    expect(await openVault(PIN, fresh)).toBeNull();
    // The same letters, typed on a keyboard that writes them in two parts.
    expect((await openVault('durna çayı'.normalize('NFD'), fresh))!.open('a', sealed)).toBe(1);
  });

  test('opens what an earlier edition of the program kept', async () => {
    const vault = await openVault(PIN, KEPT);
    expect(vault!.open('one', hexToBytes(RECORD))).toEqual({ seat: 5 });
  });

  test('is not made to work for ever by a header that somebody wrote', async () => {
    const { header } = await createVault(PIN);
    await expect(openVault(PIN, { ...header, cost: 30 })).rejects.toThrow('cost');
    expect(await openVault(PIN, { ...header, cost: 10 })).toBeNull();
  });
});

describe('wrong PINs', () => {
  test('three cost nothing, then the wait doubles up to five minutes and never ends in a loss', () => {
    const waits = [0, 1, 2, 3, 4, 5, 9, 10, 500].map((wrong) => openFrom({ wrong, last: 1_000 }, 1_000) - 1_000);
    expect(waits).toEqual([-1_000, -1_000, -1_000, 5e3, 1e4, 2e4, 3e5, 3e5, 3e5]);
    expect(openFrom(NO_TRIES, 5)).toBe(0);
  });

  test('a clock set back by a year makes nobody wait a year', () => {
    expect(openFrom({ wrong: 3, last: 1e12 }, 5)).toBe(5_005);
  });
});

test('a new PIN is neither short nor the first that anybody tries', () => {
  const said = ['12345', '123456', '987654', '111111', 'abcdef', '402915', 'durna çayı'].map(weaknessOf);
  expect(said).toEqual(['short', 'simple', 'simple', 'simple', 'simple', null, null]);
});

const KEPT: VaultHeader = {
  edition: 1,
  salt: '4d86471f8cbbb21dccc6fa09a821eeab',
  cost: 15,
  wrapped:
    '2042a66ab2d9d73d9f0ac958f5efab219a366bde115dcdb334aaaeba178eaa616ad4d8b17675186e3f891618614fd2eb96b4d8ff5ff0bf688211c3c6f6cb2e672c14b6773a667412',
};
const RECORD = 'ff5ab2aa2d40927b1df580ffb84db31d40431b2fbad456fe9a8c816fc711bf7f33e3e16ff9eb492496083784adfdc6472406';
