import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import path from 'node:path';
import { serverPrograms } from '#core/db/testing/test-server.ts';

export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryMB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly chromium: string;
  /** Processes that wanted a core in the minute before: above the number of cores, figures are too slow. */
  readonly loadBefore: number;
}

export function describeMachine(browser: string | null): Machine {
  const programs = serverPrograms();
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryMB: Math.round(totalmem() / 1024 / 1024),
    system: `${process.platform} ${release()}`,
    node: process.version.slice(1),
    postgres: programs ? versionOf(path.join(programs, 'postgres')) : 'none',
    chromium: browser ? versionOf(browser) : 'none',
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

function versionOf(program: string): string {
  try {
    const said = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /\d+(\.\d+)+/.exec(said)?.[0] ?? said.trim();
  } catch {
    return 'unknown';
  }
}
