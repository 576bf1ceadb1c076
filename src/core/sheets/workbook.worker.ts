import { parentPort } from 'node:worker_threads';
import { readFile } from './read-tables.ts';
import { refusing } from './table.ts';

/** One file in, its tables out, then the thread ends: nothing of one person's file is left for the next. */
parentPort?.once('message', async ({ bytes, name }: { bytes: Uint8Array; name: string }) => {
  parentPort?.postMessage(await refusing(() => readFile(bytes, name)));
});
