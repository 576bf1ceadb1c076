import { Worker } from 'node:worker_threads';
import { type Result, refuse } from '#core/errors/result.ts';
import { displayName } from '#core/files/name.ts';
import { message } from '#core/i18n/message.ts';
import { LIMITS, type Table } from './table.ts';

/** A file must be read within this time and memory, whatever it pretends to be. */
const READING_SECONDS = 10;
const HEAP_MB = 256;

/** Threads at work at once: each may take its whole memory. */
const TOGETHER = 2;
let working = 0;
const waiting: (() => void)[] = [];

/**
 * The tables of an uploaded file: CSV, Excel, OpenDocument or Word, told by its content; `claimedName` is only shown.
 * Nothing in it is run or computed. Reading happens in a thread of its own with a limit on memory and time, so that
 * no file can stop the program; what is too large, too deep or not understood is refused with its place and reason.
 */
export async function readTables(bytes: Uint8Array, claimedName: string): Promise<Result<Table[]>> {
  const name = displayName(claimedName);
  if (bytes.length === 0) return refuse('bad_input', message('core.sheets.empty', { name }));
  if (bytes.length > LIMITS.file) {
    const sizes = { mb: (bytes.length / 2 ** 20).toFixed(1), max: LIMITS.file / 2 ** 20 };
    return refuse('too_large', message('core.sheets.too_big', { name, ...sizes }));
  }
  await turn();
  try {
    return await readApart(bytes, name);
  } finally {
    working--;
    waiting.shift()?.();
  }
}

async function turn(): Promise<void> {
  while (working >= TOGETHER) await new Promise<void>((resolve) => waiting.push(resolve));
  working++;
}

function readApart(bytes: Uint8Array, name: string): Promise<Result<Table[]>> {
  const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), {
    name: 'workbook',
    // Flags of the main program (V8 heap) mean nothing in a thread and are refused there.
    execArgv: [],
    env: { TZ: 'UTC' },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  return new Promise<Result<Table[]>>((resolve, reject) => {
    const late = setTimeout(() => {
      resolve(refuse('too_large', message('core.sheets.too_slow', { name, seconds: READING_SECONDS })));
    }, READING_SECONDS * 1000);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve(refuse('too_large', message('core.sheets.too_heavy', { name, max: HEAP_MB })));
      else reject(error);
    });
    worker.once('exit', () => reject(new Error('the thread that reads workbooks ended without an answer')));
    // A copy: the caller keeps its bytes.
    const copy = new Uint8Array(bytes);
    worker.postMessage({ bytes: copy, name }, [copy.buffer]);
    const end = () => clearTimeout(late);
    worker.once('exit', end);
  }).finally(() => {
    void worker.terminate();
  });
}
