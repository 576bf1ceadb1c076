import { askedCss, paperqCss } from './asked.css.ts';
import { baseCss } from './base.css.ts';
import { chartCss, ivalsCss, mapCss, peopleBarCss, peopleCss, timeCss } from './charts.css.ts';
import { compact } from './compact.ts';
import { formCss } from './form.css.ts';
import { frameCss } from './frame.css.ts';
import {
  answersCss,
  bannerCss,
  cardCss,
  changeCss,
  emptyCss,
  factsCss,
  figuresCss,
  filtersCss,
  howCss,
  noticeCss,
  pagerCss,
  quoteCss,
  receiptCss,
  sheetCss,
  sideCss,
  sourceCss,
  stepsCss,
  tabsCss,
} from './parts.css.ts';
import { phoneCss } from './phone.css.ts';
import { stateCss, stateDefs } from './state.css.ts';
import { tableCss } from './table.css.ts';
import { titleCss } from './title.css.ts';
import { differCss, hatchDefs, legendCss, pointsCss, sayCss, voicesCss } from './voices.css.ts';
import { wallCss } from './wall.css.ts';

/** The styles of one block. They are sent only with a page whose markup wears a marker class. */
export interface Block {
  readonly name: string;
  /** Class names, one of which calls for the block; none: always sent. */
  readonly markers: readonly string[];
  readonly css: string;
  /** Drawings that the block uses by reference (`<use href="#...">`), put once into the page. */
  readonly defs?: string;
}

const block = (name: string, markers: string, css: string, defs?: string): Block => ({
  name,
  markers: markers.split(' ').filter(Boolean),
  css: compact(css),
  ...(defs ? { defs } : {}),
});

export const BLOCKS: readonly Block[] = [
  block('base', '', baseCss),
  block('frame', 'top', frameCss),
  block('title', 'title', titleCss),
  block('state', 'state', stateCss, stateDefs),
  block('form', 'form field pick', formCss),
  block('asked', 'asked', askedCss),
  block('phone', 'phone', phoneCss),
  block('paperq', 'paperq', paperqCss),
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
  block('voices', 'bar', voicesCss, hatchDefs),
  block('legend', 'legend', legendCss),
  block('differ', 'differ', differCss),
  block('points', 'points', pointsCss),
  block('say', 'say', sayCss),
  block('people', 'people', peopleCss),
  block('people-bar', 'people-bar', peopleBarCss),
  block('intervals', 'ivals', ivalsCss),
  block('timeline', 'time', timeCss),
  block('chart', 'chart', chartCss),
  block('map', 'map', mapCss),
  block('how', 'how', howCss),
  block('change', 'change', changeCss),
  block('quote', 'quote', quoteCss),
  block('source', 'source', sourceCss),
  block('receipt', 'receipt', receiptCss),
  block('steps', 'steps', stepsCss),
  block('sheet', 'sheet', sheetCss),
  block('wall', 'wall', wallCss),
];
