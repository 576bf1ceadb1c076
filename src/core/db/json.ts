import { type RawBuilder, sql } from 'kysely';

/**
 * A value for a jsonb column or parameter. Written as text with a cast, because a driver makes an array of a
 * JavaScript array and a quoted string of a string, neither of which is the json that was meant.
 */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
