/**
 * What is counted: forms sent, ways in tried, what residents say (somebody must read each), bytes of files sent, answers
 * that cost much (tables, searches).
 */
export type Counted = 'form' | 'entry' | 'voice' | 'upload' | 'heavy';

/** By what somebody is told apart. A device is one that signed in before; a target is the account one tries to enter. */
export type Per = 'account' | 'address' | 'device' | 'target';

/** One line of the table of limits. */
export interface Limit {
  readonly name: string;
  readonly counts: Counted;
  readonly per: Per;
  /** Counted for each form apart, or for all of them together. */
  readonly each: 'form' | 'all';
  /** So much at once; afterwards it comes back evenly, all of it within the span. */
  readonly most: number;
  readonly unit: 'times' | 'MB';
  readonly minutes: number;
}

const times = (name: string, counts: Counted, per: Per, each: Limit['each'], most: number, minutes: number): Limit => ({
  ...{ name, counts, per, each, most, minutes },
  unit: 'times',
});
const megabytes = (name: string, per: Per, most: number, minutes: number): Limit => ({
  ...{ name, per, most, minutes },
  counts: 'upload',
  each: 'all',
  unit: 'MB',
});

/**
 * How much is too much. Who has signed in is counted by account wherever they are; all others by address, and generously:
 * a village may stand behind one. Only trying to enter an account is counted strictly, by that account, where a device
 * that entered it before is counted apart: strangers who fail slow down strangers.
 */
export const LIMITS: readonly Limit[] = [
  times('form_account', 'form', 'account', 'form', 200, 10),
  times('forms_account', 'form', 'account', 'all', 1000, 10),
  times('form_address', 'form', 'address', 'form', 300, 10),
  times('forms_address', 'form', 'address', 'all', 1000, 10),
  times('entry_address', 'entry', 'address', 'all', 200, 10),
  times('entry_device', 'entry', 'device', 'all', 30, 10),
  times('entry_target', 'entry', 'target', 'all', 10, 10),
  times('voice_account', 'voice', 'account', 'all', 20, 60),
  times('voice_address', 'voice', 'address', 'all', 60, 60),
  megabytes('upload_account', 'account', 500, 60),
  megabytes('upload_address', 'address', 100, 60),
  times('heavy_account', 'heavy', 'account', 'all', 1000, 10),
  times('heavy_address', 'heavy', 'address', 'all', 1000, 10),
];

export const limitNamed = (name: string): Limit => {
  const found = LIMITS.find((limit) => limit.name === name);
  if (!found) throw new Error(`no limit is named ${name}`);
  return found;
};

export const spanOf = (limit: Limit): number => limit.minutes * 60_000;

/** Milliseconds by which this much moves the moment at which the bucket is empty again (generic cell rate algorithm). */
export const stepOf = (limit: Limit, amount: number): number =>
  Math.min(spanOf(limit), Math.max(1, Math.round((spanOf(limit) * amount) / limit.most)));

/** Milliseconds until this much would be let through; at least one second, so that nobody is told "now" in vain. */
export const waitFor = (limit: Limit, amount: number, fullAt: Date, now: Date): number =>
  Math.max(1000, fullAt.getTime() + stepOf(limit, amount) - spanOf(limit) - now.getTime());
