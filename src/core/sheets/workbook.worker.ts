import { parentPort } from 'node:worker_threads';
import { message } from '#core/i18n/message.ts';
import { readFile } from './read-tables.ts';
import { Refused, refusing, type Table } from './table.ts';

/** One file in, its tables out, then the thread ends: nothing of one person's file is left for the next. */
parentPort?.once('message', async ({ bytes, name }: { bytes: Uint8Array; name: string }) => {
  parentPort?.postMessage(await refusing(() => readOrRefuse(bytes, name)));
});

/** A file over which our own or a library's code stumbles is a broken file to its sender, and a bug to the operator. */
async function readOrRefuse(bytes: Uint8Array, name: string): Promise<Table[]> {
  try {
    return await readFile(bytes, name);
  } catch (error) {
    if (error instanceof Refused) throw error;
    console.error('a file could not be read', error);
    throw new Refused(message('core.sheets.broken', { name, kind: 'Word, Excel' }));
  }
}
