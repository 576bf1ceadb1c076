/** What a check found. A check that looked at nothing is red: it would stay green for ever. */
export interface Found {
  /** How many things were judged: files, statements, tables. */
  readonly looked: number;
  /** One line each: where, what is wrong, where it should go. */
  readonly sins: readonly string[];
  /** A figure worth reading although nothing is wrong. */
  readonly note?: string;
}

/** One law, one check. */
export interface Check {
  readonly name: string;
  /** What "looked at" counts: "files", "tables". */
  readonly of: string;
  readonly run: (root: string) => Found | Promise<Found>;
}

/** Green only when something was looked at and nothing was found. */
export const isGreen = (found: Found): boolean => found.looked > 0 && found.sins.length === 0;

/** One line for a green check; for a red one also its sins. */
export function describe(check: Check, found: Found, most = 60): string {
  const head = `${isGreen(found) ? 'ok ' : 'RED'}  ${check.name.padEnd(13)} ${found.looked} ${check.of}`;
  const note = found.note ? `; ${found.note}` : '';
  if (isGreen(found)) return head + note;
  const sins = found.looked === 0 ? ['looked at nothing, so it proves nothing', ...found.sins] : found.sins;
  const more = sins.length > most ? [`... and ${sins.length - most} more`] : [];
  return [`${head}, ${sins.length} wrong${note}`, ...sins.slice(0, most), ...more].join('\n       ');
}
