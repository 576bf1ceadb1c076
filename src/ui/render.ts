import { type ComponentChildren, Fragment, isValidElement, type VNode } from 'preact';

/** What was drawn: the markup, and every list of class names in it (`worn`), from which its styles are found. */
export interface Rendered {
  readonly html: string;
  readonly worn: ReadonlySet<string>;
}

/** What surrounds the drawing. */
export interface Surroundings {
  /** What `Consumer` of each context is told; a component that asks for any other is a fault. */
  readonly told?: ReadonlyMap<unknown, unknown>;
}

/**
 * Draws to markup, letter for letter as preact-render-to-string does (a test holds them against each other), in half of
 * its time: our pages are functions from values to elements, so that nothing of a component's life is looked after.
 * There are no classes, no hooks, no ready markup, no style attributes (the law of markup forbids these).
 */
export function render(node: ComponentChildren, surroundings: Surroundings = {}): Rendered {
  const pen: Pen = { html: '', worn: new Set(), told: surroundings.told ?? NOTHING_TOLD };
  draw(pen, node, false, undefined);
  return pen;
}

const NOTHING_TOLD: ReadonlyMap<unknown, unknown> = new Map();

interface Pen {
  html: string;
  worn: Set<string>;
  told: ReadonlyMap<unknown, unknown>;
}

type Props = Readonly<Record<string, unknown>>;
type Component = ((props: Props, told?: unknown) => ComponentChildren) & { readonly contextType?: unknown };

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
  const asks = type.contextType;
  if (asks && !pen.told.has(asks)) throw new Error(`${type.name || 'a component'} asks what it is not told here`);
  draw(pen, asks ? type(props, pen.told.get(asks)) : type(props), svg, chosen);
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
