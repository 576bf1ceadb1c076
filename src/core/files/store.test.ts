import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from './admitted.ts';
import { fileAnswer } from './serve.ts';
import { fileStore } from './store.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ortaq-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('evidence');
const hash = sha256(bytes);
const admitted = { sha256: hash, mediaType: 'image/jpeg', bytes, name: 'a.jpg', thumb: new Uint8Array([1, 2]) };
const row = { id: 'x', sha256: hash, media_type: 'image/jpeg', bytes: bytes.length, name: 'a.jpg', public: true };

test('a file is kept once under its hash, closed to others, with nothing left beside it', async () => {
  const store = fileStore(path.join(folder, 'files'));
  await Promise.all([store.keep(admitted), store.keep(admitted)]);
  await store.keep(admitted);
  const shelf = path.join(folder, 'files', hash.slice(0, 2));
  expect((await readdir(shelf)).sort()).toEqual([hash, `${hash}.thumb`]);
  expect((await stat(path.join(shelf, hash))).mode & 0o777).toBe(0o600);
  expect((await stat(shelf)).mode & 0o777).toBe(0o700);
  expect(new Uint8Array((await store.read(hash)) ?? [])).toEqual(bytes);
  expect(await store.read(sha256(new Uint8Array()))).toBeNull();
});

test('no name leads out of the folder', async () => {
  const store = fileStore(folder);
  for (const name of ['../../etc/passwd', '', `${hash}/..`, hash.toUpperCase()]) {
    await expect(async () => store.read(name)).rejects.toThrow(RangeError);
  }
});

test('a damaged file is a surprise, not an answer', async () => {
  const store = fileStore(path.join(folder, 'damaged'));
  await store.keep(admitted);
  const file = path.join(folder, 'damaged', hash.slice(0, 2), hash);
  await writeFile(file, 'evidencE');
  expect(await readFile(file, 'utf8')).toBe('evidencE');
  await expect(store.read(hash)).rejects.toThrow(/damaged/);
});

test('pictures are shown, documents are saved; only public ones are kept by browsers', async () => {
  const store = fileStore(path.join(folder, 'files'));
  expect(await fileAnswer(store, row)).toMatchObject({ kind: 'file', type: 'image/jpeg', immutable: true });
  expect(await fileAnswer(store, row)).not.toHaveProperty('name');
  expect(await fileAnswer(store, row, 'thumb')).toMatchObject({ type: 'image/webp' });
  const letter = { ...row, media_type: 'application/pdf', name: 'letter.pdf', public: false };
  const answer = await fileAnswer(store, letter);
  expect(answer).toMatchObject({ kind: 'file', type: 'application/pdf', name: 'letter.pdf' });
  expect(answer).not.toHaveProperty('immutable');
  expect(await fileAnswer(store, { ...row, sha256: sha256(new Uint8Array()) })).toMatchObject({ kind: 'refused' });
});
