import { type Message, message } from '#core/i18n/message.ts';
import type { Declaration } from '../../rounds/schema.ts';
import { anonymityOf } from '../../statistics/anonymity/rules.ts';
import type { Anonymity, Row } from '../../statistics/anonymity/schema.ts';
import type { Alike } from '../../statistics/suppression/schema.ts';
import type { Reply } from '../../statistics/tables/schema.ts';
import type { Publication } from '../publishing/schema.ts';
import { GROUP, PLACE } from '../variables/rules.ts';
import type { Asked } from '../variables/schema.ts';
import type { Chosen, Line, Microdata } from './schema.ts';

/** Within each combination at least so many different answers to what nobody should learn. */
export const DIFFERENT = 2;

/**
 * What can be a column: coded answers of people and households. An answer about a community is the same for all of a
 * village, so it would be the village's name; numbers stand only as classes of age.
 */
export const columnsIn = (splits: readonly Asked[], asked: readonly Asked[]): readonly Asked[] => [
  ...new Map([...splits, ...asked].filter(isCoded).map((one) => [one.name, one])).values(),
];

const isCoded = ({ kind, unit }: Asked): boolean => kind !== 'number' && (unit === 'person' || unit === 'household');

/** What every neighbour knows of somebody: always part of the check where it is a column. */
export const isKnown = ({ name, about }: Asked): boolean => name.startsWith('@') || about === 'sex' || about === 'role';

/** The columns that were chosen, in the order of the questionnaire. */
export const chosenOf = (columns: readonly Asked[], chosen: Chosen): readonly Asked[] =>
  columns.filter(({ name }) => chosen.columns.includes(name));

/** Two questions whose hidden count the file would tell; `columns` null: a hidden count among all. */
export interface GivenBack {
  readonly rows: string;
  readonly columns: string | null;
}

/** What is out already stays hidden: tables of these columns that hide a count, or that were held back to hide one. */
export function givenBack({ printed, results }: Publication, columns: readonly Asked[]): readonly GivenBack[] {
  const names = new Set(columns.map(({ name }) => name));
  const hiding = [
    ...printed.filter(({ hidden }) => hidden.length > 0).map(({ table }) => table),
    ...results.notShown,
  ].map(({ rows, columns: by }): GivenBack => ({ rows, columns: by }));
  const found = hiding.filter(({ rows, columns: by }) => names.has(rows) && (by === null || names.has(by)));
  return [...new Map(found.map((one) => [`${one.rows} × ${one.columns}`, one])).values()];
}

/** Why these columns cannot stand beside each other, whoever answered; null: they can. */
export function columnsFault(columns: readonly Asked[], { officeHolders }: Declaration): Message | null {
  if (officeHolders) return message('surveys.statistics.anonymity.office');
  if (columns.length === 0) return message('surveys.analysis.microdata.wrong.none');
  const byPlace = columns.some(({ name }) => name === PLACE);
  const byRole = columns.some(({ name, about }) => name === GROUP || about === 'role');
  return byPlace && byRole ? message('surveys.analysis.microdata.wrong.name') : null;
}

/** The check of these people by these columns: k is the round's smallest count. */
export function checkedOf(
  people: readonly Alike[],
  columns: readonly Asked[],
  chosen: Chosen,
  { smallest, officeHolders }: Declaration,
): Anonymity {
  const rows = people.flatMap(({ replies, units }) => {
    const row: Row = Object.fromEntries(columns.map(({ name }) => [name, writtenOf(replies[name])]));
    return Array.from({ length: units }, () => row);
  });
  const sensitive = columns.map(({ name }) => name).filter((name) => chosen.sensitive.includes(name));
  return anonymityOf(rows, {
    ...{ quasi: knownOf(columns, chosen), sensitive, k: smallest, l: DIFFERENT },
    officeHolders,
  });
}

export const knownOf = (columns: readonly Asked[], { known }: Chosen): readonly string[] =>
  columns.filter((one) => isKnown(one) || known.includes(one.name)).map(({ name }) => name);

/** The rows as they go out, sorted by what they say: the order in which people answered is gone. */
export function microdataOf(people: readonly Alike[], columns: readonly Asked[]): Microdata {
  const lines = people.flatMap(({ replies, units }) => {
    const line: Line = columns.map(({ name }) => writtenOf(replies[name]));
    return Array.from({ length: units }, () => line);
  });
  return {
    variables: columns.map(({ name, words, unit, codes, kind }) => ({
      ...{ name, words, unit, codes, kind: kind === 'many' ? 'many' : 'one' },
    })),
    lines: lines
      .map((line) => ({ line, key: JSON.stringify(line) }))
      .sort(byKey)
      .map(({ line }) => line),
  };
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : Number(a.key > b.key);

/** Ticks in one order, whatever the order in which somebody made them. */
const writtenOf = (reply: Reply | undefined): string =>
  typeof reply === 'object' ? [...reply].sort().join(' ') : `!${reply ?? 'missing'}`;
