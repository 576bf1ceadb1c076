import { createHash } from 'node:crypto';
import { BLOCKS } from './blocks.ts';

/** What a page needs in its head (`tags`), at the start of its body (`defs`) and in its security policy (`hashes`). */
export interface Styles {
  readonly tags: string;
  readonly defs: string;
  /** For `style-src`: `'sha256-...'` of each tag, with the quotes. */
  readonly hashes: readonly string[];
}

interface Ready {
  readonly markers: readonly string[];
  readonly tag: string;
  readonly defs: string;
  readonly hash: string;
}

const READY: readonly Ready[] = BLOCKS.map((block) => ({
  markers: block.markers,
  tag: `<style>${block.css}</style>`,
  defs: block.defs ?? '',
  hash: `'sha256-${createHash('sha256').update(block.css).digest('base64')}'`,
}));

/** Of the blocks that are used, by their places in the list: there are as many as there are kinds of pages. */
const made = new Map<string, Styles>();

/**
 * The styles of exactly the blocks that are worn, each its own tag, so that hashes are computed once at start. `worn` are
 * the lists of class names as elements carry them.
 */
export function stylesFor(worn: Iterable<string>): Styles {
  const names = new Set<string>();
  for (const list of worn) for (const name of list.split(' ')) names.add(name);
  const used = READY.filter((block) => block.markers.length === 0 || block.markers.some((marker) => names.has(marker)));
  const key = used.map((block) => READY.indexOf(block)).join(' ');
  const known = made.get(key);
  if (known) return known;
  const styles = {
    tags: used.map((block) => block.tag).join(''),
    defs: used.map((block) => block.defs).join(''),
    hashes: used.map((block) => block.hash),
  };
  made.set(key, styles);
  return styles;
}
