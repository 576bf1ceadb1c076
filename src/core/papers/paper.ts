import type { LanguageCode } from '#core/i18n/texts.ts';

/** One sheet of an office as data: the same words become a PDF to print or a document to write in. */
export interface Paper {
  readonly language: LanguageCode;
  readonly title: string;
  /** Under the title: number, place, day. */
  readonly about: string | null;
  readonly head: Letterhead;
  /** At the foot of every page: where the living page is. */
  readonly foot: string;
  /** "Page {page} of {pages}", with the two words in braces kept as they are. */
  readonly paging: string;
  readonly body: Body;
}

export interface Letterhead {
  readonly name: string;
  readonly motto: string;
  /** "#0b5563" */
  readonly accent: string;
  /** One repeat of the woven strip as SVG, and its share of width to height. */
  readonly ribbon: string;
  /** What must stand on every sheet ("demonstration"); null: nothing. */
  readonly notice: string | null;
}

export type Body =
  | { readonly layout: 'letter'; readonly blocks: readonly Block[] }
  | { readonly layout: 'tents'; readonly tents: readonly Tent[]; readonly fold: string }
  | { readonly layout: 'cards'; readonly card: Card; readonly count: number };

/** A name plate: a sheet folded once, with the same words on both sides. */
export interface Tent {
  /** Small line above: "Seat 7 · public associations". */
  readonly above: string;
  readonly name: string;
}

/** One of many equal cards that are cut apart. */
export interface Card {
  readonly above: string;
  readonly title: string;
  readonly words: string;
  readonly how: string;
  /** Each gets a square to mark; `rank`: a field for a figure. */
  readonly options: readonly string[];
  readonly mark: 'cross' | 'rank';
  readonly below: string;
  readonly stamp: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'quiet' | 'strong' }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | TableBlock
  /** Ruled lines to write on, under a word that stays with them. */
  | { readonly kind: 'lines'; readonly label: string; readonly count: number }
  /** Who signs, each with a line and a place for the stamp. */
  | { readonly kind: 'signs'; readonly signers: readonly Signer[]; readonly words: SignWords }
  /** What follows begins on a new page. */
  | { readonly kind: 'break' };

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** A line across the whole table, or one text per column. */
  readonly rows: readonly (readonly string[] | { readonly across: string })[];
  /** Millimetres that a row is high at least, where somebody writes into it by hand. */
  readonly high?: number;
}

export interface Column {
  readonly label: string;
  /** Share of the width. */
  readonly share: number;
  readonly align?: 'end' | 'centre';
}

export interface Signer {
  readonly role: string;
  readonly name: string;
}

export interface SignWords {
  readonly signature: string;
  readonly day: string;
  /** "M.Y.": place of the stamp; null: none. */
  readonly stamp: string | null;
}

/** A paper of running text: the only kind that is also a document to write in. */
export type Letter = Paper & { readonly body: Extract<Body, { readonly layout: 'letter' }> };

export const isLetter = (paper: Paper): paper is Letter => paper.body.layout === 'letter';
