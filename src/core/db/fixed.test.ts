import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { fixed } from './fixed.ts';
import { both } from './testing/scratch.ts';

both('a statement of fixed text', (scratch) => {
  it('takes the values of each time, wherever they stand and however often', async () => {
    let written = 0;
    const ask = fixed(({ a, b }: { readonly a: string; readonly b: readonly string[] | null }) => {
      written++;
      const part = sql`${b}::text[]`;
      return sql<{ said: readonly unknown[] }>`
        select json_build_array(${a}::text, ${part}, ${'own'}::text, ${a}::text, ${part}) as said`;
    });
    const said = async (a: string, b: readonly string[] | null) => (await ask(scratch.db, { a, b }))[0]?.said;
    expect(await said('x', ['1', '2'])).toEqual(['x', ['1', '2'], 'own', 'x', ['1', '2']]);
    expect(await said("y'", null)).toEqual(["y'", null, 'own', "y'", null]);
    expect(await scratch.database.transaction(async (trx) => (await ask(trx, { a: 'z', b: [] }))[0]?.said)).toEqual([
      'z',
      [],
      'own',
      'z',
      [],
    ]);
    expect(written).toBe(1);
  });
});
