import { spawnSync } from 'node:child_process';

/** Makes src/texts.gen.ts and src/enhance.gen.ts before the tests that import it. What is wrong with a sentence is said by `npm run check`. */
export function setup(): void {
  spawnSync(process.execPath, ['tools/texts.ts'], { stdio: 'ignore' });
  spawnSync(process.execPath, ['tools/enhance.ts'], { stdio: 'inherit' });
}
