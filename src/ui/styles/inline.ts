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

const CLASS = ' class="';

/** All class names worn in rendered markup. Text of people cannot add one: rendering escapes its quotes. */
function worn(html: string): ReadonlySet<string> {
  const lists = new Set<string>();
  for (let at = html.indexOf(CLASS); at >= 0; ) {
    const from = at + CLASS.length;
    const to = html.indexOf('"', from);
    lists.add(html.slice(from, to));
    at = html.indexOf(CLASS, to);
  }
  const names = new Set<string>();
  for (const list of lists) for (const name of list.split(' ')) names.add(name);
  return names;
}

/** The styles of exactly the blocks that this markup uses, each its own tag, so that hashes are computed once at start. */
export function stylesFor(html: string): Styles {
  const names = worn(html);
  const used = READY.filter((block) => block.markers.length === 0 || block.markers.some((marker) => names.has(marker)));
  return {
    tags: used.map((block) => block.tag).join(''),
    defs: used.map((block) => block.defs).join(''),
    hashes: used.map((block) => block.hash),
  };
}
