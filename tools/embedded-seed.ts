import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { EmbeddedEngine } from '../src/core/db/embedded-engine.ts';

/**
 * Makes db/embedded-seed.tar.br: an empty data directory of the embedded database, so that a new installation need
 * not run initdb (1 GB of memory for 2 s). To be made anew when PGlite comes with a new major version of PostgreSQL:
 *   node tools/embedded-seed.ts
 */
const folder = mkdtempSync(path.join(tmpdir(), 'ortaq-seed-'));
try {
  const directory = path.join(folder, 'database');
  const engine = await EmbeddedEngine.start({ directory, archive: null });
  for (const extension of ['unaccent', 'pg_trgm', 'btree_gist'])
    await engine.client.query(`create extension ${extension}`);
  // Nobody creates databases in it: without the two templates it is a third as large and made three times as fast.
  await engine.client.query("update pg_database set datistemplate = false where datname like 'template_'");
  for (const spare of ['template0', 'template1']) await engine.client.query(`drop database ${spare}`);
  await engine.client.query('vacuum freeze');
  await engine.client.query('checkpoint');
  await engine.close();
  // After an orderly end only the oldest segment of the write-ahead log is needed; the others are recycled ones.
  const log = path.join(directory, 'pg_wal');
  for (const spare of readdirSync(log)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .sort()
    .slice(1))
    rmSync(path.join(log, spare));
  const tar = execFileSync(
    'tar',
    ['--format=ustar', '--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0', '-cf', '-', '.'],
    { cwd: directory, maxBuffer: 2 ** 28 },
  );
  const packed = brotliCompressSync(tar, {
    params: {
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: tar.length,
    },
  });
  writeFileSync('db/embedded-seed.tar.br', packed);
  console.log(`db/embedded-seed.tar.br: ${packed.length} bytes, ${tar.length} unpacked`);
} finally {
  rmSync(folder, { recursive: true });
}
