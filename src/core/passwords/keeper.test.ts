import { describe, expect, test } from 'vitest';
import { passwordKeeper, USUAL_KEEPER } from './keeper.ts';

const light = { memory: 256, passes: 1, atOnce: 2, waiting: 3 };

describe('a keeper of passwords', () => {
  test('knows a password again, and no other, whichever way its letters were typed', async () => {
    const keeper = passwordKeeper(light);
    const phc = (await keeper.hash('üç alma və bir nar'))!;
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=256,t=1,p=1\$/);
    expect(await keeper.matches(phc, 'üç alma və bir nar'.normalize('NFD'))).toBe(true);
    expect(await keeper.matches(phc, 'uc alma ve bir nar')).toBe(false);
    expect(await keeper.hash('üç alma və bir nar')).not.toBe(phc);
  });

  test('says no to the password of nobody, which stands for accounts that do not exist', async () => {
    const keeper = passwordKeeper(light);
    expect(await keeper.matches(null, 'the password of nobody')).toBe(false);
    expect(await keeper.matches(null, 'anything')).toBe(false);
  });

  test('works on so many at once, lets so many wait, and says so to the rest', async () => {
    const keeper = passwordKeeper(light);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => keeper.hash(`password number ${n}`)));
    expect(answers.map((answer) => answer !== null)).toEqual([true, true, true, true, true, false, false, false]);
    expect(await keeper.hash('afterwards there is room again')).not.toBeNull();
  });

  test('takes at least what OWASP asks for, and leaves a core to the pages', () => {
    expect(USUAL_KEEPER.memory).toBeGreaterThanOrEqual(19_456);
    expect(USUAL_KEEPER.passes).toBeGreaterThanOrEqual(2);
    expect(USUAL_KEEPER.atOnce).toBeGreaterThanOrEqual(1);
  });
});
