import { CompiledQuery, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';

/** Stands in a statement where the value of this name goes. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

type Values = Readonly<Record<string, unknown>>;

/**
 * A large statement whose text never changes: it is put together at its first use, later only the values go along.
 * `write` gets the values by their names and may only set them as parameters (`${forum}`), never decide by them.
 */
export function fixed<Row, Asked extends Values>(
  write: (values: Asked) => RawBuilder<Row>,
): (db: Db, values: Asked) => Promise<readonly Row[]> {
  let text: string | null = null;
  let places: readonly unknown[] = [];
  return async (db, values) => {
    if (text === null) {
      const marks = Object.fromEntries(Object.keys(values).map((name) => [name, new Place(name)]));
      const compiled = write(marks as unknown as Asked).compile(db);
      text = compiled.sql;
      places = compiled.parameters;
    }
    const parameters = places.map((place) => (place instanceof Place ? values[place.name] : place));
    return (await db.executeQuery<Row>(CompiledQuery.raw(text, parameters))).rows;
  };
}
