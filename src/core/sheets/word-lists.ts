import { attribute, tagsIn } from './word-tags.ts';

/** One level of a list. */
export interface Level {
  start: number;
  decimal: boolean;
  /** "%1.%2." as it is shown. */
  text: string;
  /** The style whose paragraphs stand on this level. */
  style: string | null;
  /** The list begins this level anew with it; null: it counts on. */
  restart: number | null;
}

/** A list as paragraphs name it, and the pattern with which it shares its counting. */
export interface List {
  readonly id: string;
  readonly pattern: string;
  readonly levels: readonly Level[];
}
export type Lists = ReadonlyMap<string, List>;

export interface NumberedBy {
  readonly list: string;
  readonly level: number | null;
}

const fresh = (): Level => ({ start: 1, decimal: false, text: '', style: null, restart: null });

const LIST_TAGS = [
  ...[
    'abstractNum',
    'num',
    'abstractNumId',
    'lvl',
    'lvlOverride',
    'startOverride',
    'start',
    'numFmt',
    'lvlText',
    'pStyle',
  ],
];

/** Every list of word/numbering.xml by its number; empty when there is no such part. */
export function readLists(xml: string): Lists {
  const patterns = new Map<string, Level[]>();
  const lists = new Map<string, { id: string; pattern: string; levels: Level[] }>();
  let levels: Level[] | null = null;
  let list: { id: string; pattern: string; levels: Level[] } | null = null;
  let level: Level | null = null;
  for (const { name, closes, attributes } of tagsIn(xml, LIST_TAGS)) {
    if (closes) {
      if (name === 'abstractNum' || name === 'num') [levels, list, level] = [null, null, null];
      continue;
    }
    const value = attribute(attributes, 'val') ?? '';
    const named = (what: string): string => attribute(attributes, what) ?? '';
    if (name === 'abstractNum') {
      levels = [];
      patterns.set(named('abstractNumId'), levels);
    } else if (name === 'num') {
      list = { id: named('numId'), pattern: '', levels: [] };
      lists.set(list.id, list);
    } else if (name === 'abstractNumId' && list) {
      list.pattern = value;
      list.levels = (patterns.get(value) ?? []).map((one) => ({ ...one }));
      levels = list.levels;
    } else if ((name === 'lvl' || name === 'lvlOverride') && levels) {
      const at = Math.min(8, Math.max(0, Number(named('ilvl')) || 0));
      while (levels.length <= at) levels.push(fresh());
      level = levels[at]!;
    } else if (level) {
      if (name === 'start') level.start = Number(value) || 0;
      if (name === 'startOverride') level.restart = Number(value) || 0;
      if (name === 'numFmt') level.decimal = value === 'decimal';
      if (name === 'lvlText') level.text = value;
      if (name === 'pStyle') level.style = value;
    }
  }
  return lists;
}

/** By which list a style numbers its paragraphs, its own or that of the style it is based on. */
export function readStyles(xml: string): ReadonlyMap<string, NumberedBy> {
  const styles = new Map<string, { based: string | null; list: string | null; level: number | null }>();
  let now: { based: string | null; list: string | null; level: number | null } | null = null;
  for (const { name, closes, attributes } of tagsIn(xml, ['style', 'basedOn', 'numId', 'ilvl'])) {
    const value = attribute(attributes, 'val');
    if (name === 'style') {
      now = closes ? null : { based: null, list: null, level: null };
      const id = attribute(attributes, 'styleId');
      if (now && id) styles.set(id, now);
    } else if (now && name === 'basedOn') now.based = value;
    else if (now && name === 'numId') now.list = value;
    else if (now && name === 'ilvl') now.level = Number(value);
  }
  const found = new Map<string, NumberedBy>();
  for (const [id, style] of styles) {
    let of = style;
    // A chain of styles that turns in a circle ends here too.
    for (let steps = 0; of.list === null && steps < 20; steps++) {
      const base = of.based === null ? undefined : styles.get(of.based);
      if (!base) break;
      of = base;
    }
    if (of.list !== null) found.set(id, { list: of.list, level: of.level });
  }
  return found;
}
