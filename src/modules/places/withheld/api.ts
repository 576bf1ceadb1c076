import type { Thing } from '#core/withholding/thing.ts';
import { findBody, findFigure, findPlace } from './queries.ts';
import { BODY_TEXT_NAMES, BODY_TEXTS, FIGURE_SOURCE, PLACE_TEXT_NAMES, PLACE_TEXTS, wordOf } from './rules.ts';

/** What of places and bodies can be withheld: each text by itself. A name cannot: the address would say nothing. */
export const PLACES_THINGS: readonly Thing[] = [
  ...BODY_TEXT_NAMES.map((text) => ({
    ...{ type: BODY_TEXTS[text], name: wordOf(BODY_TEXTS[text]), find: findBody },
  })),
  ...PLACE_TEXT_NAMES.map((text) => ({
    ...{ type: PLACE_TEXTS[text], name: wordOf(PLACE_TEXTS[text]), find: findPlace },
  })),
  { type: FIGURE_SOURCE, name: 'places.withheld.figure', find: findFigure },
];
