import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Paper } from './paper.ts';

/** What comes out: a PDF holds all papers in their order, a document is one letter. */
export type Wanted = 'pdf' | 'docx';

export interface Order {
  readonly wanted: Wanted;
  readonly papers: readonly Paper[];
  /** Unix seconds: stands in the file as the moment of its making. */
  readonly at: number;
}

export type Delivered = { readonly bytes: Uint8Array } | { readonly problem: string };

export const TYPES: Readonly<Record<Wanted, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Milliseconds; a print set of 200 seats takes under two seconds. */
const LATEST = 30_000;

/** One press at a time: each takes some 90 MB while it runs, and a small office machine has little. */
let before: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** So many orders wait at most; each takes under a second, so whoever comes later is better told to come again. */
const MOST_WAITING = 16;
export const isPressFull = (): boolean => waiting >= MOST_WAITING;

/**
 * Prints papers in a program of its own that ends when it has answered, so that neither the compiler nor its fonts stay
 * in the memory of the server. Throws when they cannot be printed: what stands in a paper is data and never breaks one.
 */
export function press(wanted: Wanted, papers: readonly Paper[], at: Date): Promise<Uint8Array> {
  waiting += 1;
  const turn = before.then(() => pressed({ wanted, papers, at: Math.floor(at.getTime() / 1000) }));
  before = turn
    .catch(() => {})
    .then(() => {
      waiting -= 1;
    });
  return turn;
}

function pressed(order: Order): Promise<Uint8Array> {
  const child = fork(fileURLToPath(new URL('./press.worker.ts', import.meta.url)), {
    execArgv: ['--max-old-space-size=256'],
    env: { TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise<Uint8Array>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the press took longer than ${LATEST} ms`)), LATEST);
    child.once('message', (told: Delivered) => {
      if ('bytes' in told) resolve(told.bytes);
      else reject(new Error(`the press could not print: ${told.problem}`));
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the press ended without an answer'));
    });
    child.send(order);
  }).finally(() => child.kill());
}
