import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { baseCss } from './base.css.ts';
import { BLOCKS } from './blocks.ts';
import { compact } from './compact.ts';

/** The minifier leaves blanks inside variables (fonts, clamp) alone; there a comma needs none. */
const minified = (css: string): string =>
  transformSync(css, { loader: 'css', minify: true })
    .code.replace(/, /g, ',')
    .replace(/(--[\w-]+): /g, '$1:');

test('compacting changes no meaning: a real minifier makes the same of both', () => {
  expect(minified(compact(baseCss))).toBe(minified(baseCss));
  const long = '/* a : b */ a :focus { color : red ; width: calc(1rem + 2px) }\n.b > c::after { content: "a ; b : c" }';
  expect(minified(compact(long))).toBe(minified(long));
});

test('strings and needed blanks stay', () => {
  expect(compact('a :focus { content: " ; " ; }')).toBe('a :focus{content:" ; "}');
  expect(compact('a { width: calc(1rem + 2vw) }')).toBe('a{width:calc(1rem + 2vw)}');
});

test.each(BLOCKS.map((block) => [block.name, block.css] as const))('%s is style a browser understands', (_, css) => {
  const { warnings } = transformSync(css, { loader: 'css', target: ['chrome109', 'firefox115', 'safari15.6'] });
  expect(warnings).toEqual([]);
});

test.each(BLOCKS.map((block) => [block.name, block.css] as const))(
  '%s needs nothing newer than our oldest browsers',
  (_, css) => {
    expect(css).not.toMatch(
      /light-dark\(|color-mix\(|@container|@scope|:has\(|@starting-style|&|subgrid|oklch\(|\d[dls]v[hw]\b/,
    );
    expect(css).not.toMatch(/\((?:width|height)\s*[<>]/);
  },
);
