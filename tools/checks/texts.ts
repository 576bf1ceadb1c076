import { judge } from '../texts/judge.ts';
import { readRooms } from '../texts/read.ts';
import { unusedKeys } from '../texts/usage.ts';
import type { Check } from './check.ts';

/** Every sentence in az, en and ru, fitting and used: a missing or misfitting text must not reach a reader. */
export const texts: Check = {
  name: 'texts',
  of: 'sentences',
  run: (root) => {
    const { rooms, problems } = readRooms(root);
    const { keys, problems: wrong } = judge(rooms);
    const unused = unusedKeys(root, keys.keys()).map((key) => `"${key}" is named by no source file: delete it`);
    return { looked: keys.size, sins: [...problems, ...wrong, ...unused] };
  },
};
