import { LEVELS, type Level } from '#core/caution/level.ts';
import { ok, type Result, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';

/** The day on which a forum opens; an empty field: not yet known. */
export function openingDay(posted: Pick<Posted, 'text'>): Result<PlainDate | null> {
  const found = posted.text('opens_on').trim();
  if (!found) return ok(null);
  const day = plainDate(found);
  return day ? ok(day) : refuseFields([{ field: 'opens_on', message: message('home.opening.no_day', { found }) }]);
}

/** The caution level; nothing chosen: the one given. */
export function cautionLevel(posted: Pick<Posted, 'text'>, otherwise: Level): Result<Level> {
  const found = posted.text('caution') || otherwise;
  const level = LEVELS.find((known) => known === found);
  return level ? ok(level) : refuseFields([{ field: 'caution', message: message('home.caution.unknown') }]);
}
