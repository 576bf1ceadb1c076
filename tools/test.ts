/**
 * `npm test`: every law of the house, every test beside the code, every journey in a real browser. All run, also
 * after one was red. The last line is `N passed, N failed`, over all of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBelenios } from './belenios.ts';
import { ensureBrowser } from './browser.ts';
import { runChecks } from './check.ts';
import { add, type Count, countOf, NOTHING } from './count.ts';

const root = process.cwd();

/** One project of vitest.config.ts, with its own words on the screen and its figures in a file. */
function vitest(project: string): Count {
  const folder = mkdtempSync(join(tmpdir(), 'ortaq-test-'));
  const file = join(folder, 'result.json');
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = spawnSync(join(root, 'node_modules/.bin/vitest'), args, { cwd: root, stdio: 'inherit' });
  let said: string | null = null;
  try {
    said = readFileSync(file, 'utf8');
  } catch {
    console.error(`The tests of "${project}" ended without a result.`);
  }
  rmSync(folder, { recursive: true, force: true });
  return countOf(said, ended.status === 0);
}

console.log('Laws of the house');
const laws = await runChecks(root);
console.log('\nTests beside the code');
ensureBelenios();
const unit = vitest('unit');
console.log('\nJourneys in a browser');
const journeys = ensureBrowser() ? vitest('e2e') : { ...NOTHING, failed: 1 };

const all = [{ passed: laws.green, failed: laws.red, skipped: 0 }, unit, journeys].reduce(add);
if (all.skipped > 0) console.log(`${all.skipped} skipped`);
console.log(`\n${all.passed} passed, ${all.failed} failed`);
process.exitCode = all.failed > 0 ? 1 : 0;
