import { spawnSync } from 'node:child_process';
import { installDebian, onPath } from './debian.ts';

const TOOL = 'belenios-tool';

/**
 * Debian's belenios-tool, by which the tests have ranked ballots counted a second time: one on the PATH, or the one that
 * root may install here and now. False, after saying what is left out, when there is none.
 */
export function ensureBelenios(): boolean {
  if (!onPath(TOOL)) installDebian(TOOL, 'the second counter of ranked ballots, Belenios');
  if (hasBelenios()) return true;
  console.error(
    `LEFT OUT: counting by Belenios as a check of our own. It needs ${TOOL} (Debian and Ubuntu: sudo apt-get install ${TOOL}).`,
  );
  return false;
}

export const hasBelenios = (): boolean => onPath(TOOL) !== undefined;

/** What it says of an election of one winner by Schulze's method; options by their place in a slip. */
export interface BySchulze {
  readonly blank: number;
  readonly raw: readonly (readonly number[])[];
  readonly beatpaths: readonly (readonly (readonly [number, number])[])[];
  readonly winners: readonly (readonly number[])[];
}
/** What it says of an election of one winner by the single transferable vote. */
export interface ByRounds {
  readonly invalid: readonly (readonly number[])[];
  readonly events: readonly (readonly [
    what: 'Win' | 'Lose' | 'TieLose' | 'TieWin',
    which: number | readonly number[],
  ])[];
  readonly winners: readonly number[];
}

/** Slips as whole numbers, one for each option: 1 the first, 0 not ranked. */
type Slips = readonly (readonly number[])[];
export const schulzeByBelenios = (options: number, slips: Slips): BySchulze =>
  run(['schulze', '--blank-allowed=true', `--nchoices=${options}`], slips) as BySchulze;
export const roundsByBelenios = (slips: Slips): ByRounds => run(['stv', '--nseats=1'], slips) as ByRounds;

function run(method: readonly string[], slips: Slips): unknown {
  const done = spawnSync(TOOL, ['method', ...method], { input: JSON.stringify(slips), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${TOOL} could not count ${JSON.stringify(slips)}: ${done.stderr}`);
  return JSON.parse(done.stdout);
}
