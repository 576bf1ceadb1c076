import { availableParallelism } from 'node:os';
import { Hasher } from './hashing.ts';

/**
 * Keeps passwords as Argon2id (RFC 9106). Slow on purpose and done aside, a few at once: never call it inside a
 * transaction. null: too many wait already; whoever asked tries again in a moment.
 */
export interface PasswordKeeper {
  hash(password: string): Promise<string | null>;
  /** `phc` null: nobody to compare with; the same work is done, so that time tells nothing, and the answer is no. */
  matches(phc: string | null, password: string): Promise<boolean | null>;
}

export interface KeeperSettings {
  /** KiB of memory that one hash takes. */
  readonly memory: number;
  /** Passes over that memory. */
  readonly passes: number;
  /** How many are worked on at the same moment, and how many may wait behind them. */
  readonly atOnce: number;
  readonly waiting: number;
}

/**
 * What OWASP's cheat sheet on password storage asks of memory (19 MiB) and seven times its passes, 50 ms or more
 * of one core of a small machine. More memory with fewer passes cost the same and made every page wait: it empties the
 * caches that all cores share. At most two at once, one core always left to the pages, on threads that step back before
 * them. Whoever comes when 40 wait would wait three seconds.
 */
export const USUAL_KEEPER: KeeperSettings = {
  memory: 19_456,
  passes: 15,
  atOnce: Math.max(1, Math.min(2, availableParallelism() - 1)),
  waiting: 40,
};

export function passwordKeeper(settings: KeeperSettings = USUAL_KEEPER): PasswordKeeper {
  const { memory, passes, atOnce, waiting } = settings;
  const idle: Hasher[] = Array.from({ length: atOnce }, () => new Hasher());
  const inTurn = turns(atOnce, waiting);
  const work = async (password: string, phc: string | null): Promise<string | boolean> => {
    // As many hashers as may work at once: there is always one.
    const hasher = idle.pop() ?? new Hasher();
    try {
      return await hasher.do({ password: password.normalize('NFKC'), phc, memory, passes });
    } finally {
      idle.push(hasher);
    }
  };
  const hash = async (password: string): Promise<string> => String(await work(password, null));
  let nobody: Promise<string> | null = null;
  return {
    hash: (password) => inTurn(() => hash(password)),
    matches: (phc, password) =>
      inTurn(async () => {
        nobody ??= hash('the password of nobody').catch((problem: unknown) => {
          nobody = null;
          throw problem;
        });
        const none = await nobody;
        const same = await work(password, phc ?? none);
        return phc !== null && same === true;
      }),
  };
}

/** Lets so many work at once and so many wait; null for who comes after those. */
function turns(atOnce: number, most: number) {
  const queue: (() => void)[] = [];
  let working = 0;
  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (working >= atOnce) {
      if (queue.length >= most) return null;
      await new Promise<void>((resolve) => queue.push(resolve));
    } else working += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else working -= 1;
    }
  };
}
