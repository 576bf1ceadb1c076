import type { Db } from '#core/db/database.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { placesById } from '#modules/places/contract.ts';
import { editionOf } from '../../questionnaires/queries.ts';
import type { Round } from '../../rounds/schema.ts';
import type { RoundId } from '../../schema.ts';
import { compose } from '../composing/rules.ts';
import type { Composed } from '../composing/schema.ts';
import { alikeIn, numbersIn, type Taken } from '../counting/queries.ts';
import { askedIn, columnsOf, factsOf } from '../variables/rules.ts';
import type { Asked } from '../variables/schema.ts';
import type { Publication, PublicationTables } from './schema.ts';

const tables = (db: Db) => db.withTables<PublicationTables>();

/** What is out of a round; null: nothing yet. */
export async function latestPublication(db: Db, forum: string, round: RoundId): Promise<Publication | null> {
  const row = await tables(db)
    .selectFrom('surveys_publications')
    .select(['id', 'results', 'printed', 'words', 'reason', 'on_day as on'])
    .where('forum_id', '=', forum)
    .where('round_id', '=', round)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Places are counted apart: what people say of a place is no secret of theirs. */
const isOfPeople = ({ kind, unit }: Asked): boolean => kind !== 'number' && unit !== 'community';

/** What a round's tables can count and be split by. */
export interface Countable {
  readonly asked: readonly Asked[];
  readonly splits: readonly Asked[];
  readonly notCounted: ReturnType<typeof askedIn>['notCounted'];
}

/** Null: the edition of the round is not there any more, which no deed does. */
export async function countableIn(db: Db, forum: string, { declaration }: Round): Promise<Countable | null> {
  const edition = await editionOf(db, forum, declaration.questionnaire, declaration.edition);
  if (!edition) return null;
  const { asked, notCounted } = askedIn(edition.content);
  const names = await placesById(
    db,
    forum,
    declaration.places.map(({ place }) => place),
  );
  const byId = new Map(names.map(({ id, name }): [string, Texts] => [id, name]));
  return { asked, notCounted, splits: [...factsOf(declaration, 'person', byId), ...columnsOf(asked)] };
}

/** By which columns, of which interviews, and beside what is out already. */
interface Composing {
  readonly by: readonly string[];
  readonly taken: Taken;
  readonly before: Publication | null;
}

/** What would go out of a round now. */
export async function composedNow(
  db: Db,
  forum: string,
  round: Round,
  countable: Countable,
  { by, taken, before }: Composing,
): Promise<Composed> {
  const { asked, notCounted } = countable;
  const splits = countable.splits.filter(({ name }) => by.includes(name));
  const { declaration } = round;
  const places = countable.splits.filter(({ name }) => name === '@place');
  const tabled = [...new Map([...asked, ...splits, ...places].map((one) => [one.name, one])).values()];
  const numbers = asked.filter(({ kind }) => kind === 'number');
  const communities = asked.filter(({ unit, kind }) => unit === 'community' && kind !== 'number');
  const told = await Promise.all(
    communities.map(async (one) => [one.name, await alikeIn(db, forum, round.id, [...places, one])] as const),
  );
  const values = await Promise.all(
    numbers.map(async (one) => [one.name, await numbersIn(db, forum, round.id, one)] as const),
  );
  return compose({
    ...{ sampling: declaration.sampling, smallest: declaration.smallest, population: declaration.population },
    ...{
      ...taken,
      asked,
      splits,
      notCounted,
      numbers: new Map(values),
      told: new Map(told),
      published: before?.printed ?? [],
    },
    people: await alikeIn(db, forum, round.id, tabled.filter(isOfPeople)),
  });
}
