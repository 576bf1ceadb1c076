import { type ComponentChildren, Fragment, isValidElement, type VNode } from 'preact';
import type { Pieces } from '#core/cache/pieces.ts';
import type { NameOf } from './piece.ts';

/** What was drawn: the markup, and every list of class names in it (`worn`), from which its styles are found. */
export interface Rendered {
  /** In parts of some ten thousand letters: longer strings cost their length over and over. */
  readonly parts: readonly string[];
  readonly worn: ReadonlySet<string>;
}

/** What surrounds the drawing. */
export interface Surroundings {
  /** What `Consumer` of each context is told; a component that asks for any other is a fault. */
  readonly told?: ReadonlyMap<unknown, unknown>;
  /** Where pieces are kept; left out: every piece is drawn anew. */
  readonly pieces?: Pieces | undefined;
}

/**
 * Draws to markup, letter for letter as preact-render-to-string does (a test holds them against each other), in half of
 * its time: our pages are functions from values to elements, so that nothing of a component's life is looked after.
 * There are no classes, no hooks, no ready markup, no style attributes (the law of markup forbids these).
 */
export function render(node: ComponentChildren, surroundings: Surroundings = {}): Rendered {
  const pen: Pen = { ...blank(), told: surroundings.told ?? NOTHING_TOLD, pieces: surroundings.pieces };
  draw(pen, node, false, undefined);
  return { parts: [...pen.parts, pen.html], worn: pen.worn };
}

const NOTHING_TOLD: ReadonlyMap<unknown, unknown> = new Map();

const MOST = 8_192;

interface Pen {
  /** Full ones, and the one that is being written. */
  readonly parts: string[];
  html: string;
  worn: Set<string>;
  told: ReadonlyMap<unknown, unknown>;
  readonly pieces: Pieces | undefined;
}

const blank = () => ({ parts: [], html: '', worn: new Set<string>() });

function turnWhenFull(pen: Pen): void {
  if (pen.html.length < MOST) return;
  pen.parts.push(pen.html);
  pen.html = '';
}

type Props = Readonly<Record<string, unknown>>;
type Component = ((props: Props, told?: unknown) => ComponentChildren) & {
  readonly contextType?: unknown;
  /** Of pieces. */
  readonly nameOf?: NameOf;
};

/** `chosen` is the value of the `select` around. */
function draw(pen: Pen, node: unknown, svg: boolean, chosen: unknown): void {
  if (typeof node === 'string') pen.html += escaped(node);
  else if (typeof node === 'number' || typeof node === 'bigint') pen.html += node;
  else if (typeof node !== 'object' || node === null) return;
  else if (Array.isArray(node)) for (const child of node) draw(pen, child, svg, chosen);
  else if (isValidElement(node)) {
    const { type, props } = node as VNode<Props>;
    if (typeof type === 'string') element(pen, type, props, svg, chosen);
    else if (type === Fragment) draw(pen, props.children, svg, chosen);
    else component(pen, type as Component, props, svg, chosen);
  }
}

function component(pen: Pen, type: Component, props: Props, svg: boolean, chosen: unknown): void {
  const { contextType: asks, nameOf } = type;
  if (nameOf) piece(pen, type, props, nameOf);
  else if (!asks) draw(pen, type(props), svg, chosen);
  else if (pen.told.has(asks)) draw(pen, type(props, pen.told.get(asks)), svg, chosen);
  else throw new Error(`${type.name || 'a component'} asks what it is not told here`);
}

/** A piece is drawn from its props alone, kept or not: nothing around reaches into it. */
function piece(pen: Pen, type: Component, props: Props, nameOf: NameOf): void {
  const name = pen.pieces ? nameOf(props) : '';
  let kept = pen.pieces?.find(name, props);
  if (!kept) {
    const own: Pen = { ...blank(), told: NOTHING_TOLD, pieces: undefined };
    draw(own, type(props), false, undefined);
    kept = { html: own.parts.join('') + own.html, worn: [...own.worn] };
    pen.pieces?.keep(name, props, kept);
  }
  pen.html += kept.html;
  for (const list of kept.worn) pen.worn.add(list);
  turnWhenFull(pen);
}

function element(pen: Pen, type: string, props: Props, svg: boolean, chosen: unknown): void {
  const tag = tagOf(type);
  pen.html += tag.begin;
  let { children } = props;
  const attributes = svg ? SVG : HTML;
  for (const name in props) {
    const value = props[name];
    if (name === 'children' || typeof value === 'function') continue;
    if (name === 'class') wear(pen, value);
    else if (name !== 'value') attribute(pen, attributes.get(name) ?? learn(attributes, name, svg), value);
    else if (type === 'textarea') children = value;
    else if (type === 'select') chosen = value;
    else {
      // biome-ignore lint/suspicious/noDoubleEquals: 1 chooses the option "1", as in preact
      if (type === 'option' && chosen == value && !('selected' in props)) pen.html += ' selected';
      attribute(pen, VALUE, value);
    }
  }
  if (tag.end === '') {
    pen.html += '/>';
    return;
  }
  pen.html += '>';
  if (typeof children === 'string') pen.html += escaped(children);
  else draw(pen, children, type === 'svg' || (svg && type !== 'foreignObject'), chosen);
  pen.html += tag.end;
  turnWhenFull(pen);
}

function wear(pen: Pen, value: unknown): void {
  attribute(pen, CLASS, value);
  if (typeof value === 'string' && value !== '') pen.worn.add(value);
}

function attribute(pen: Pen, { name, words }: Attribute, value: unknown): void {
  if (value === null || value === undefined || name === '') return;
  if (value === false && !words) return;
  if (value === '' || (value === true && !words)) pen.html += ` ${name}`;
  else pen.html += ` ${name}="${escaped(String(value))}"`;
}

interface Attribute {
  /** As it is written; empty: it is not. */
  readonly name: string;
  /** "true" and "false" are words of it (`aria-*`). */
  readonly words: boolean;
}

const VALUE: Attribute = { name: 'value', words: false };
const CLASS: Attribute = { name: 'class', words: false };
const HTML = new Map<string, Attribute>();
const SVG = new Map<string, Attribute>();

/** Names that mean something to preact alone, or that the house writes otherwise. */
const STRANGE =
  /^(dangerouslySetInnerHTML|style|htmlFor|className|default(Value|Checked|Selected)|acceptCharset|httpEquiv)$/;
const UNSAFE = /[\s/='"<>\\]|\0/;
/** Spelt with capitals in JSX, without in a document. In drawings (SVG) every name is written as it stands there. */
const LOWER =
  /^(?:accessK|auto[A-Z]|cell|ch|col|cont|cross|dateT|encT|form[A-Z]|frame|hrefL|inputM|maxL|minL|noV|playsI|popoverT|readO|rowS|src[A-Z]|tabI|useM|item[A-Z])/;

/** What becomes of an attribute of this name; found once. Names come from our own markup, so they are few. */
function learn(known: Map<string, Attribute>, name: string, svg: boolean): Attribute {
  if (STRANGE.test(name)) throw new Error(`the attribute "${name}" is not written so here`);
  const skipped = name === 'key' || name === 'ref' || UNSAFE.test(name);
  const words = name[4] === '-' || name === 'draggable' || name === 'spellcheck';
  const written = !words && !svg && LOWER.test(name) ? name.toLowerCase() : name;
  const attribute = { name: skipped ? '' : written, words };
  known.set(name, attribute);
  return attribute;
}

interface Tag {
  readonly begin: string;
  /** Empty: the element has no inside. */
  readonly end: string;
}

const TAGS = new Map<string, Tag>();
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

function tagOf(type: string): Tag {
  const known = TAGS.get(type);
  if (known) return known;
  if (UNSAFE.test(type)) throw new Error(`"${type}" is no name of an element`);
  const tag = { begin: `<${type}`, end: VOID.test(type) ? '' : `</${type}>` };
  TAGS.set(type, tag);
  return tag;
}

const SPECIAL = /["&<]/;

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
