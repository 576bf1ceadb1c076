import { baseCss } from './base.css.ts';
import { compact } from './compact.ts';
import { formCss } from './form.css.ts';
import { frameCss } from './frame.css.ts';
import {
  answersCss,
  bannerCss,
  cardCss,
  emptyCss,
  factsCss,
  figuresCss,
  filtersCss,
  noticeCss,
  pagerCss,
  sideCss,
  tabsCss,
} from './parts.css.ts';
import { stateCss, stateDefs } from './state.css.ts';
import { tableCss } from './table.css.ts';
import { titleCss } from './title.css.ts';

/** The styles of one block. They are sent only with a page whose markup wears the marker class. */
export interface Block {
  readonly name: string;
  /** One class name; null: always sent. */
  readonly marker: string | null;
  readonly css: string;
  /** Drawings that the block uses by reference (`<use href="#...">`), put once into the page. */
  readonly defs?: string;
}

const block = (name: string, marker: string | null, css: string, defs?: string): Block => ({
  name,
  marker,
  css: compact(css),
  ...(defs ? { defs } : {}),
});

export const BLOCKS: readonly Block[] = [
  block('base', null, baseCss),
  block('frame', 'top', frameCss),
  block('title', 'title', titleCss),
  block('state', 'state', stateCss, stateDefs),
  block('form', 'form', formCss),
  block('table', 'tbl', tableCss),
  block('banner', 'strip', bannerCss),
  block('figures', 'figures', figuresCss),
  block('card', 'card', cardCss),
  block('side', 'side', sideCss),
  block('filters', 'filters', filtersCss),
  block('tabs', 'tabs', tabsCss),
  block('pager', 'pager', pagerCss),
  block('notice', 'notice', noticeCss),
  block('empty', 'empty', emptyCss),
  block('facts', 'facts', factsCss),
  block('answers', 'answers', answersCss),
];
