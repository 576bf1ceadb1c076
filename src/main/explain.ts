import { LogKeyRefused } from '#core/audit/log-key.ts';
import type { Config } from '#core/config.ts';
import { DatabaseFailure } from '#core/db/failures.ts';

/** What the operator reads when a program cannot go on: a sentence where the cause is known, else where it happened. */
export function explain(problem: unknown, config: Pick<Config, 'port' | 'host' | 'folder'>): string {
  if (problem instanceof DatabaseFailure || problem instanceof LogKeyRefused) return problem.message;
  const { code, syscall } = (problem ?? {}) as NodeJS.ErrnoException;
  const { port, host, folder } = config;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Choose another: PORT=3001 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is ${host}, and that is no address of this machine. 127.0.0.1 is for this machine alone, 0.0.0.0 for all networks.`;
  if (code === 'EACCES' && syscall === 'listen')
    return `This user may not listen on port ${port}; ports below 1024 are for the system. Choose another: PORT=3000 npm start`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `The data folder ${folder} may not be written to by this user. Give it to this user, or name another with ORTAQ_DATA.`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${folder} is no folder, or something on the way to it is none. Name another with ORTAQ_DATA.`;
  if (code === 'ENOSPC') return `The disk with the data folder ${folder} is full.`;
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}
