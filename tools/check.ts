/**
 * `npm run check`: every law of the house, one line each; exit 1 when any is red.
 *   node tools/check.ts              all
 *   node tools/check.ts words tsc    only these
 */
import { spawnSync } from 'node:child_process';
import { type Check, describe, type Found, isGreen } from './checks/check.ts';
import { clock } from './checks/clock.ts';
import { commands } from './checks/commands.ts';
import { cruise } from './checks/cruise.ts';
import { documents } from './checks/documents.ts';
import { entries } from './checks/entries.ts';
import { ladder } from './checks/ladder.ts';
import { markup } from './checks/markup.ts';
import { packages } from './checks/packages.ts';
import { biome, knip, tsc } from './checks/programs.ts';
import { rooms } from './checks/rooms.ts';
import { sizes } from './checks/sizes.ts';
import { sqlBorders } from './checks/sql-borders.ts';
import { tables } from './checks/tables.ts';
import { texts } from './checks/texts.ts';
import { words } from './checks/words.ts';

/** Those that run as programs of their own come first, so that they run beside the others. */
const PROGRAMS: readonly Check[] = [tsc, biome, knip];
const OWN: readonly Check[] = [
  cruise,
  rooms,
  ladder,
  sqlBorders,
  tables,
  clock,
  texts,
  words,
  markup,
  entries,
  commands,
  sizes,
  documents,
  packages,
];

/** Runs the checks of these names (all when none), prints each as it ends, returns how many were green and red. */
export async function runChecks(root: string, names: readonly string[] = []): Promise<{ green: number; red: number }> {
  const known = [...PROGRAMS, ...OWN];
  const strange = names.filter((name) => !known.some((check) => check.name === name));
  if (strange.length > 0)
    throw new RangeError(`There is no check ${strange.join(', ')}. There are: ${known.map((c) => c.name).join(', ')}.`);
  const wanted = (check: Check) => names.length === 0 || names.includes(check.name);
  spawnSync(process.execPath, ['tools/texts.ts'], { cwd: root, stdio: 'ignore' });
  spawnSync(process.execPath, ['tools/enhance.ts'], { cwd: root, stdio: 'ignore' });
  const count = { green: 0, red: 0 };
  const judge = async (check: Check) => {
    const found = await guarded(check, root);
    count[isGreen(found) ? 'green' : 'red']++;
    console.log(describe(check, found));
  };
  const programs = PROGRAMS.filter(wanted).map(judge);
  for (const check of OWN.filter(wanted)) await judge(check);
  await Promise.all(programs);
  return count;
}

/** A check that breaks is red, and the others go on. */
async function guarded(check: Check, root: string): Promise<Found> {
  try {
    return await check.run(root);
  } catch (error) {
    return { looked: 1, sins: [`the check itself broke: ${(error as Error).message}`] };
  }
}

if (import.meta.main) {
  const { green, red } = await runChecks(process.cwd(), process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message);
    process.exit(2);
  });
  console.log(`${green} checks green, ${red} red`);
  if (red > 0 || green === 0) process.exitCode = 1;
}
