import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';

const UNITS = { min: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const TEN_YEARS = 3_653 * UNITS.d;

/** A step forward in time as typed for `ortaq clock`: "+30min", "+6h", "+12d", "+2w"; in milliseconds, at most ten years. */
export function stepOf(text: string): Result<number> {
  const parts = /^\+(\d{1,6})(min|h|d|w)$/.exec(text.trim());
  const ms = parts ? Number(parts[1]) * UNITS[parts[2] as keyof typeof UNITS] : 0;
  if (ms === 0 || ms > TEN_YEARS) return refuse('bad_input', message('core.clock.bad_span', { found: text }));
  return { ok: true, value: ms };
}
