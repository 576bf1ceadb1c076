import type { PlainDate } from '#core/time/plain-date.ts';
import type { Entered, Jsonb, RoundId } from '../../schema.ts';
import type { Silence } from '../../statistics/tables/schema.ts';
import type { Asked } from '../variables/schema.ts';

/** How a silence is written in a cell of one answer; of several answers its columns are empty. */
export const SILENT: Readonly<Record<Silence, number>> = {
  ...{ missing: -1, refused: -2, unknown: -3, not_applicable: -4 },
};

/** A question or fact of the file. Codes are written by their place in `codes`, from 1. */
export type Variable = Pick<Asked, 'name' | 'words' | 'unit' | 'codes'> & { readonly kind: 'one' | 'many' };

/** Answers of one person by variables: codes with a space between, or "!" and the silence. */
export type Line = readonly string[];

/** What goes out: nothing of it says who, when, or in which order people were asked. */
export interface Microdata {
  readonly variables: readonly Variable[];
  /** Sorted by what they say. */
  readonly lines: readonly Line[];
}

/** What staff chooses: the columns; what a neighbour may know; what nobody should learn. All by names of variables. */
export interface Chosen {
  readonly columns: readonly string[];
  readonly known: readonly string[];
  readonly sensitive: readonly string[];
}

/** The check by which rows went out. */
export interface Checked {
  readonly known: readonly string[];
  readonly sensitive: readonly string[];
  readonly k: number;
  readonly l: number;
  /** People of the smallest combination. */
  readonly smallest: number;
}

export interface Release {
  readonly content: Microdata;
  readonly checked: Checked;
  readonly on: PlainDate;
}

export interface MicrodataTables {
  surveys_microdata: Entered & {
    round_id: RoundId;
    content: Jsonb<Microdata>;
    checked: Jsonb<Checked>;
    on_day: PlainDate;
  };
}

export const TABLES = { surveys_microdata: 'forum' } as const satisfies Record<keyof MicrodataTables, 'forum'>;
