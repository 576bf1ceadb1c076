import { OLD_TYPES, SECTIONS, SELECTS, TYPES } from './schema.ts';

/** What the cell "type" says. */
export type TypeWords =
  | { readonly is: 'begin'; readonly section: 'group' | 'repeat' | 'loop'; readonly list: string }
  | { readonly is: 'end'; readonly section: 'group' | 'repeat' | 'loop' }
  | {
      readonly is: 'select';
      readonly command: string;
      readonly type: string;
      readonly from: 'choices' | 'file' | 'external' | 'repeat';
      readonly list: string;
      readonly other: boolean;
    }
  | { readonly is: 'osm'; readonly list: string }
  | { readonly is: 'plain'; readonly type: string }
  | { readonly is: 'unknown' };

const words = (names: readonly string[]): string => [...names].sort((a, b) => b.length - a.length).join('|');
const BEGIN = new RegExp(`^begin[\\s_](${words(Object.keys(SECTIONS))})(?: (?:over )?(\\S+))?$`, 'i');
const END = new RegExp(`^end[\\s_](${words(Object.keys(SECTIONS))})$`, 'i');
const SELECT = new RegExp(`^(${words(Object.keys(SELECTS))}) (\\S+)( (?:or specify other|or_other|or other))?$`, 'i');

/** Reads the cell "type"; letters in capitals and doubled blanks do not matter. */
export function readType(text: string): TypeWords {
  const begin = BEGIN.exec(text);
  if (begin) return { is: 'begin', section: SECTIONS[begin[1]!.toLowerCase()]!, list: begin[2] ?? '' };
  const end = END.exec(text);
  if (end) return { is: 'end', section: SECTIONS[end[1]!.toLowerCase()]! };
  const select = SELECT.exec(text);
  if (select) {
    const command = select[1]!.toLowerCase();
    const [type, from] = SELECTS[command]!;
    const list = select[2]!;
    const source = from === 'choices' && /\$\{[^}]+\}/.test(list) ? 'repeat' : from;
    const isFile = source === 'choices' && /\.(csv|xml|geojson)$/i.test(list);
    return { is: 'select', command, type, from: isFile ? 'file' : source, list, other: select[3] !== undefined };
  }
  const osm = /^osm(?: (\S+))?$/.exec(text);
  if (osm) return { is: 'osm', list: osm[1] ?? '' };
  const type = plainType(text);
  return type ? { is: 'plain', type } : { is: 'unknown' };
}

const SELECT_TYPES = ['select_one', 'select_multiple', 'select_one_external', 'rank', 'osm'];
const BY_SMALL_LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(OLD_TYPES).map(([old, type]) => [old.toLowerCase(), type] as const),
  ...Object.keys(TYPES).map((type) => [type.toLowerCase(), type] as const),
]);

function plainType(text: string): string | null {
  const type = BY_SMALL_LETTERS.get(text.toLowerCase().replace(/\s+/g, ' '));
  return type && !SELECT_TYPES.includes(type) ? type : null;
}

/** Every word that may begin the cell "type", for near spellings. */
export const TYPE_NAMES: readonly string[] = [
  ...Object.keys(TYPES),
  'begin_group',
  'end_group',
  'begin_repeat',
  'end_repeat',
  'select_one_from_file',
  'select_multiple_from_file',
];
