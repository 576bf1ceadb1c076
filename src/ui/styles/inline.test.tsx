import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { render } from '../render.ts';
import { BLOCKS } from './blocks.ts';
import { stylesFor } from './inline.ts';

const sheets = (tags: string): readonly string[] =>
  [...tags.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1]!);

describe('stylesFor', () => {
  test('sends the base alone to a page without blocks', () => {
    expect(sheets(stylesFor([]).tags)).toEqual([BLOCKS[0]!.css]);
  });

  test('sends a block exactly when its marker class is worn', () => {
    for (const block of BLOCKS.slice(1)) {
      for (const marker of block.markers) {
        expect(stylesFor([`x ${marker} y`]).tags, block.name).toContain(block.css);
        const near = stylesFor([`x-${marker} ${marker}-y`]);
        expect(near.tags, block.name).not.toContain(`<style>${block.css}</style>`);
      }
    }
  });

  test('words of people cannot call for styles', () => {
    expect(sheets(stylesFor(render('<div class="card"> class=card').worn).tags)).toHaveLength(1);
  });

  test('hashes are those of the tags, in the form a policy takes', () => {
    const all = stylesFor([BLOCKS.flatMap((block) => block.markers).join(' ')]);
    const expected = sheets(all.tags).map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    expect(all.hashes).toEqual(expected);
    expect(all.hashes).toHaveLength(BLOCKS.length);
  });

  test('drawings come once, with the blocks that refer to them', () => {
    expect(stylesFor(['state', 'state']).defs.match(/id="s-late"/g)).toHaveLength(1);
    expect(stylesFor([]).defs).toBe('');
  });
});

test('no style sheet can end its own tag, markers differ', () => {
  for (const block of BLOCKS) expect(block.css).not.toContain('</');
  const markers = BLOCKS.flatMap((block) => block.markers);
  expect(BLOCKS.filter((block) => block.markers.length === 0)).toHaveLength(1);
  expect(new Set(markers).size).toBe(markers.length);
});

test('the whole kit stays under 9 KB compressed, a usual page under 5', () => {
  const weight = (blocks: typeof BLOCKS): number =>
    gzipSync(blocks.map((block) => block.css).join(''), { level: 6 }).length;
  expect(weight(BLOCKS)).toBeLessThan(9 * 1024);
  const usual = new Set([
    'base',
    'frame',
    'title',
    'state',
    'table',
    'filters',
    'figures',
    'voices',
    'points',
    'banner',
  ]);
  expect(weight(BLOCKS.filter((block) => usual.has(block.name)))).toBeLessThan(5 * 1024);
});
