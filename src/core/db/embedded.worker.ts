import fs from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import v8 from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What the main thread asks for when it starts this worker. */
export interface EmbeddedStart {
  /** The data directory on disk, made beforehand; null keeps everything in memory (tests). */
  readonly directory: string | null;
  /** A tar archive of a data directory to begin with; only in memory. */
  readonly archive: Uint8Array<ArrayBuffer> | null;
}

/** Besides wire protocol messages (Uint8Array), both ways. */
export type ToWorker = { readonly ask: 'close' } | { readonly ask: 'archive' };
export type FromWorker =
  | { readonly told: 'ready' }
  | { readonly told: 'failed'; readonly why: string }
  | { readonly told: 'closed' }
  | { readonly told: 'archive'; readonly archive: Uint8Array<ArrayBuffer> };

const port = parentPort!;
const start = workerData as EmbeddedStart & { readonly syncs: Int32Array };

// The optimizing compiler takes 600 MB to compile one function of the engine (of 100 KB, hot after some hundred
// queries) and keeps 80 MB more in use. Without it single queries are as fast, large aggregates half as fast. No flag
// switches it off once V8 runs, but it may be told to optimize only one function, here one that is never hot.
v8.setFlagsFromString('--wasm-tier-up-filter=0');

/** The parts of the WebAssembly module's file system that are touched here. */
interface Mounted {
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: { readonly nfd?: number; readonly node: object }) => number };
    realPath(node: object): string;
    tryFSOperation(work: () => void): void;
  };
}

/**
 * The data directory with real syncs. As shipped, the file system ignores fsync, so a row that was acknowledged
 * could be lost with the power. `syncs` counts them, so that a test can prove that they happen.
 */
class SyncedFolder extends NodeFS {
  override async init(...[database, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const makeSyncsReal = (module: unknown): void => {
      const { NODEFS } = module as Mounted;
      NODEFS.stream_ops.fsync = (stream) => {
        NODEFS.tryFSOperation(() =>
          stream.nfd === undefined ? syncFolder(NODEFS.realPath(stream.node)) : fs.fdatasyncSync(stream.nfd),
        );
        Atomics.add(start.syncs, 0, 1);
        return 0;
      };
    };
    return super.init(database, { ...options, preRun: [...(options.preRun ?? []), makeSyncsReal] });
  }
}

function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

const settings = [
  'wal_sync_method=fsync',
  'shared_buffers=16MB',
  'maintenance_work_mem=32MB',
  'TimeZone=UTC',
  'log_timezone=UTC',
].flatMap((setting) => ['-c', setting]);

async function open(): Promise<PGlite> {
  const onDisk = start.directory !== null;
  return PGlite.create({
    ...(onDisk ? { fs: new SyncedFolder(path.resolve(start.directory)) } : {}),
    ...(start.archive ? { loadDataDir: new Blob([start.archive]) } : {}),
    extensions: { unaccent, pg_trgm, btree_gist },
    initDbStartParams: ['--wal-segsize=1'],
    // '-F' switches syncs off: right in memory, wrong on disk.
    startParams: [...PGlite.defaultStartParams.filter((param) => !(onDisk && param === '-F')), ...settings],
  });
}

function tell(news: FromWorker, transfer: ArrayBuffer[] = []): void {
  port.postMessage(news, transfer);
}

/** Passes wire messages through: the main thread's client speaks to the engine as to any server. */
function answer(database: PGlite, message: Uint8Array): void {
  const chunks: Uint8Array[] = [];
  void database.execProtocolRawStream(message, { syncToFs: false, onRawData: (chunk) => chunks.push(chunk.slice()) });
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  port.postMessage(bytes, bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer as ArrayBuffer] : []);
}

async function obey(database: PGlite, asked: ToWorker): Promise<void> {
  if (asked.ask === 'archive') {
    const archive = new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
    tell({ told: 'archive', archive }, [archive.buffer]);
    return;
  }
  await database.close();
  tell({ told: 'closed' });
  port.close();
}

try {
  const database = await open();
  port.on('message', (message: Uint8Array | ToWorker) => {
    if (message instanceof Uint8Array) answer(database, message);
    else void obey(database, message);
  });
  tell({ told: 'ready' });
} catch (problem) {
  tell({ told: 'failed', why: inspect(problem) });
  port.close();
}
