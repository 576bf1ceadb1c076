/**
 * `npm run bench`: measures what the product promises and writes docs/performance.md.
 *   npm run bench -- --only cpu,cached   only these, to the screen alone
 *   npm run bench -- --json              one JSON object as the last line
 */
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../tools/browser.ts';
import { answers } from './answers.ts';
import { ballots } from './ballots.ts';
import { Bench } from './bench.ts';
import { cached } from './cached.ts';
import { type Figure, holds } from './figure.ts';
import { growth } from './growth.ts';
import { instant } from './instant.ts';
import { log } from './log.ts';
import { describeMachine } from './machine.ts';
import { memory } from './memory.ts';
import { overview } from './overview.ts';
import { owed } from './owed.ts';
import { asJson, asLine, type Run, writePaper } from './report.ts';
import { signin } from './signin.ts';
import { slow } from './slow.ts';
import { start } from './start.ts';
import { surveys } from './surveys.ts';
import { weight } from './weight.ts';

const MEASUREMENTS: Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>> = {
  weight,
  slow,
  cpu: answers,
  cached,
  signin,
  overview,
  owed,
  growth,
  log,
  ballots,
  surveys,
  instant,
  memory,
  start,
};

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string', multiple: true } } });
const only = (values.only ?? []).flatMap((names) => names.split(','));
const strange = only.filter((name) => !(name in MEASUREMENTS));
if (strange.length > 0) {
  console.error(`There is no measurement ${strange.join(', ')}. There are: ${Object.keys(MEASUREMENTS).join(', ')}.`);
  process.exit(2);
}

const browser = ensureBrowser();
const machine = describeMachine(browser);
const bench = new Bench(browser);
const figures: Figure[] = [];
const broken: string[] = [];
try {
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    console.log(`\n${name}`);
    try {
      for (const figure of await measure(bench)) {
        figures.push(figure);
        console.log(`  ${asLine(figure)}`);
      }
    } catch (problem) {
      broken.push(name);
      console.error(`  ${name} broke: ${(problem as Error).stack}`);
    }
  }
} finally {
  await bench.close();
}

const run: Run = { date: new Date().toISOString().split('T')[0]!, machine, figures };
const missed = figures.filter((figure) => !holds(figure));
console.log(
  `\n${figures.length} figures, ${missed.length} missed their target${broken.length > 0 ? `, broken: ${broken.join(', ')}` : ''}`,
);
if (only.length === 0 && broken.length === 0) writePaper('docs/performance.md', run);
if (values.json) console.log(asJson(run));
process.exitCode = broken.length > 0 ? 1 : 0;
