import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort, NOW } from '../e2e/parts/house.ts';
import { type Bench, startBare } from './bench.ts';
import { type Figure, median } from './figure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const TIMES = 3;

/** `npm start` on a fresh data folder, and again on the same. */
export async function start(bench: Bench): Promise<readonly Figure[]> {
  const folder = bench.folder();
  const first = await npmStart(folder);
  const again: number[] = [];
  for (let i = 0; i < TIMES; i++) again.push(await npmStart(folder));
  const bare = await startBare(null, folder);
  await bare.stop();
  const baseline = { what: 'an empty node:http server', value: bare.readyAfter / 1000 };
  return [
    {
      name: 'start.first',
      what: '`npm start` on an empty folder until ready, demonstration world loaded (packages installed, built)',
      value: first / 1000,
      unit: 's',
      baseline,
    },
    {
      name: 'start.again',
      what: 'second `npm start` until ready',
      value: median(again) / 1000,
      unit: 's',
      baseline,
      target: { most: 3 },
      note: `median of ${TIMES}`,
    },
  ];
}

/** Milliseconds from the command to the line that says it is ready. */
async function npmStart(folder: string): Promise<number> {
  const env = { ...process.env, PORT: String(await freePort()), ORTAQ_DATA: folder, ORTAQ_NOW: NOW };
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  child.stdout.setEncoding('utf8');
  const ended = once(child, 'close');
  const took = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      said += text;
      if (said.includes('Ortaq is ready at ')) resolve(performance.now() - began);
    });
    child.once('close', () => reject(new Error(`npm start ended before it was ready\n${said}\n${told}`)));
  });
  child.kill('SIGTERM');
  await ended;
  return took;
}
