/**
 * The words of the product: checks every text/{az,en,ru}.json and makes the types and the table of all sentences.
 *   node tools/texts.ts           writes src/texts.gen.ts (even when something is wrong)
 *   node tools/texts.ts --check   writes nothing; sentences that no source file names are then wrong too
 * Exit 1 when anything is wrong, with one line for each thing.
 */
import { write } from './texts/generate.ts';
import { judge } from './texts/judge.ts';
import { readRooms } from './texts/read.ts';
import { unusedKeys } from './texts/usage.ts';

const root = process.cwd();
const check = process.argv.includes('--check');
const { rooms, problems: unread } = readRooms(root);
const { keys, problems: wrong } = judge(rooms);
const problems = [...unread, ...wrong];
if (check)
  for (const key of unusedKeys(root, keys.keys())) problems.push(`"${key}" is named by no source file: delete it`);
else if (write(root, rooms, keys)) console.log('wrote src/texts.gen.ts');
for (const problem of problems) console.error(problem);
console.log(`${keys.size} sentences in ${rooms.length} rooms, ${problems.length} problems`);
if (problems.length > 0 || (check && keys.size === 0)) process.exitCode = 1;
