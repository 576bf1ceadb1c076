import type { Check } from './check.ts';
import { isTest, sources, walk } from './source.ts';

const MEDIAN = 80;
const P90 = 200;

/** Sizes to hold: small files on the whole (single caps are in rooms.ts, functions in biome.json), and no `any`. */
export const sizes: Check = {
  name: 'sizes',
  of: 'files',
  run: (root) => {
    const files = sources(root).filter((file) => !isTest(file.path));
    const lines = files.map((file) => file.text.trimEnd().split('\n').length).sort((a, b) => a - b);
    const at = (share: number): number => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0;
    const sins = files.flatMap((file) => {
      const found: string[] = [];
      walk(file.tree, (node) => {
        if (node.type === 'TSAnyKeyword')
          found.push(`${file.path}:${file.lineOf(node.start)}: any; say what it is, or unknown`);
        return undefined;
      });
      return found;
    });
    if (at(0.5) > MEDIAN)
      sins.push(`half of the files have more than ${at(0.5)} lines; the median must not pass ${MEDIAN}`);
    if (at(0.9) > P90) sins.push(`a tenth of the files have more than ${at(0.9)} lines; p90 must not pass ${P90}`);
    return {
      looked: files.length,
      sins,
      note: `median ${at(0.5)} lines, p90 ${at(0.9)}, longest ${lines.at(-1) ?? 0}`,
    };
  },
};
