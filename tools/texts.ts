/**
 * The words of the product: checks every text/{az,en,ru}.json and makes the types and the table of all sentences.
 *   node tools/texts.ts           writes src/texts.gen.ts (even when something is wrong)
 *   node tools/texts.ts --check   writes nothing; sentences that no source file names are then wrong too
 * Exit 1 when anything is wrong, with one line for each thing.
 */
import { describe, isGreen } from './checks/check.ts';
import { texts } from './checks/texts.ts';
import { write } from './texts/generate.ts';
import { judge } from './texts/judge.ts';
import { readRooms } from './texts/read.ts';

const root = process.cwd();
if (process.argv.includes('--check')) {
  const found = await texts.run(root);
  console.log(describe(texts, found, 1000));
  if (!isGreen(found)) process.exitCode = 1;
} else {
  const { rooms, problems } = readRooms(root);
  const { keys, problems: wrong } = judge(rooms);
  if (write(root, rooms, keys)) console.log('wrote src/texts.gen.ts');
  for (const problem of [...problems, ...wrong]) console.error(problem);
  console.log(`${keys.size} sentences in ${rooms.length} rooms, ${problems.length + wrong.length} problems`);
  if (problems.length + wrong.length > 0) process.exitCode = 1;
}
