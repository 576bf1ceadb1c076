import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plant } from '../checks/plant.ts';
import { declarations, sentences, write } from './generate.ts';
import { judge } from './judge.ts';
import { readRooms } from './read.ts';

const house = () =>
  plant({
    'src/ui/text/en.json': '{"ui.close": "Close", "ui.page": "Page {0} of {n, plural, one {#} other {#}}"}',
    'src/ui/text/az.json': '{"ui.close": "Bağlayın", "ui.page": "{0} / {n}"}',
    'src/ui/text/ru.json': '{"ui.close": "Закройте", "ui.page": "{0} / {n}"}',
  });

test('each key gets the parameters of its sentence; one plural anywhere makes a number', () => {
  const { rooms } = readRooms(house());
  const text = declarations(judge(rooms).keys);
  expect(text).toContain("'ui.close': Record<never, never>;");
  expect(text).toContain("'ui.page': { '0': string | number; n: number };");
});

test('the table imports every language of every room', () => {
  const text = sentences(readRooms(house()).rooms);
  expect(text.match(/^import /gm)).toHaveLength(3);
  expect(text).toContain("from './ui/text/az.json' with { type: 'json' }");
});

test('writes once, and not again while nothing changed', () => {
  const root = house();
  const { rooms } = readRooms(root);
  const { keys } = judge(rooms);
  expect([write(root, rooms, keys), write(root, rooms, keys)]).toEqual([true, false]);
  expect(existsSync(join(root, 'src/texts.gen.ts'))).toBe(true);
  expect(readFileSync(join(root, 'src/texts.gen.ts'), 'utf8')).toContain('export const SENTENCES');
});
