import { type Message, message } from '#core/i18n/message.ts';
import { equalBytes, fromHex, type Primitives, textOf, toHex, utf8 } from '../tree/bytes.ts';
import { parseCheckpoint } from '../tree/checkpoint.ts';
import { GrowingTree, leafHash } from '../tree/merkle.ts';
import { formatKey, formatNote, isBy, isSigned, type NoteKey, parseKey, parseNote } from '../tree/note.ts';
import { grownTiles, placesOf, tileKey, tilePath } from '../tree/tiles.ts';
import { checkpointLine, contentLine, FILES, TILES } from './layout.ts';

/** Thrown at the first thing that does not fit. */
export class NotFitting extends Error {
  readonly why: Message;
  constructor(why: Message) {
    super(why.key);
    this.why = why;
  }
}

/** What one log of an export was found to hold. */
export interface LogFound {
  /** Its folder. */
  readonly name: string;
  readonly origin: string;
  /** The key that signed, as its line. */
  readonly key: string;
  readonly entries: number;
  /** Entries of which the content was erased. */
  readonly erased: number;
  readonly checkpoints: number;
  /** Heads that somebody else signed too. */
  readonly cosigned: number;
  /** Its own heads with the log's signature only, smallest tree first. */
  readonly ownNotes: readonly string[];
  /** Heads of other logs that stand in it as leaves. */
  readonly heads: readonly string[];
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Recomputes one log from its files (names below its folder). Throws NotFitting. */
export function verifyLog(given: Primitives, name: string, files: Files): LogFound {
  const no = (what: LogProblem): NotFitting => new NotFitting(message(`core.log.${what}`, { log: name }));
  const lines = (file: string): readonly string[] => {
    const text = textOf(files.get(file) ?? new Uint8Array([0xff]));
    if (text === null || (text !== '' && !text.endsWith('\n')))
      throw new NotFitting(message('core.log.file', { log: name, file }));
    return text.split('\n').slice(0, -1);
  };
  const keys = [...lines(FILES.key), ...lines(FILES.cosigners)].map((line) => parseKey(given.sha256, line));
  const [key, ...cosigners] = keys.filter((one) => one !== null);
  if (!key || cosigners.length + 1 !== keys.length || lines(FILES.key).length !== 1) throw no('key');
  const leaves = lines(FILES.entries);
  const heads = verifyHeads(given, { key, cosigners, leaves, lines: lines(FILES.checkpoints) }, no);
  const last = files.get(FILES.head);
  if (!last || !equalBytes(last, utf8(heads.last))) throw no('head');
  const contents = verifyContents(given, leaves, lines(FILES.contents), no);
  verifyTiles(given, leaves, files, no);
  return {
    name,
    origin: key.name,
    key: formatKey(key),
    entries: leaves.length,
    erased: contents.erased,
    checkpoints: heads.notes.length,
    cosigned: heads.cosigned,
    ownNotes: heads.notes,
    heads: contents.heads,
  };
}

type LogProblem = 'key' | 'head' | 'checkpoint' | 'signature' | 'root' | 'uncovered' | 'content' | 'tiles';
type No = (what: LogProblem) => NotFitting;

interface HeadsGiven {
  readonly key: NoteKey;
  readonly cosigners: readonly NoteKey[];
  readonly leaves: readonly string[];
  readonly lines: readonly string[];
}

/** Every head is signed by the log, is the root of the leaves before it, and all leaves are under the last one. */
function verifyHeads(given: Primitives, { key, cosigners, leaves, lines }: HeadsGiven, no: No) {
  const tree = new GrowingTree(given.sha256);
  const notes: string[] = [];
  let cosigned = 0;
  let last = '';
  for (const line of lines) {
    const { size, note } = fieldsOf(line);
    if (typeof size !== 'number' || typeof note !== 'string' || checkpointLine(size, note) !== line)
      throw no('checkpoint');
    const read = parseNote(utf8(note));
    const head = read && parseCheckpoint(read.text);
    if (!head || head.origin !== key.name || head.size !== size || size <= tree.size || size > leaves.length)
      throw no('checkpoint');
    const [own, ...others] = read.signatures;
    if (!own || !isSigned(given, read.text, own, key)) throw no('signature');
    for (const other of others) {
      const by = cosigners.find((one) => isBy(other, one));
      if (!by || !isSigned(given, read.text, other, by)) throw no('signature');
    }
    while (tree.size < size) tree.add(leafHash(given.sha256, utf8(leaves[tree.size]!)));
    if (!equalBytes(tree.root(), head.root)) throw no('root');
    notes.push(formatNote({ text: read.text, signatures: [own] }));
    if (others.length > 0) cosigned += 1;
    last = note;
  }
  if (tree.size !== leaves.length) throw no('uncovered');
  return { notes, cosigned, last };
}

/** Each content fits the salted hash in its leaf; the heads of other logs that stand between the entries. */
function verifyContents(given: Primitives, leaves: readonly string[], lines: readonly string[], no: No) {
  const facts = leaves.map(fieldsOf);
  const heads = facts.flatMap(({ checkpoint }) => (typeof checkpoint === 'string' ? [checkpoint] : []));
  let before = -1;
  for (const line of lines) {
    const { place, salt, content } = fieldsOf(line);
    if (typeof place !== 'number' || typeof salt !== 'string' || typeof content !== 'string') throw no('content');
    const bytes = fromHex(salt);
    const isInOrder = Number.isSafeInteger(place) && place > before && contentLine(place, salt, content) === line;
    if (!isInOrder || bytes?.length !== 32 || facts[place]?.content !== toHex(given.hmacSha256(bytes, utf8(content))))
      throw no('content');
    before = place;
  }
  return { heads, erased: leaves.length - heads.length - lines.length };
}

/** The tiles are those of the leaves: all of them and nothing else. */
function verifyTiles(given: Primitives, leaves: readonly string[], files: Files, no: No): void {
  const hashes = leaves.map((leaf) => leafHash(given.sha256, utf8(leaf)));
  const tiles = new Map(grownTiles(given.sha256, 0, new Map(), hashes).map((tile) => [tileKey(tile), tile.hashes]));
  const expected = [...placesOf(leaves.length)].map(
    (place) => [`${TILES}${tilePath(place, place.width)}`, tiles.get(tileKey(place))!] as const,
  );
  const fits = expected.every(([path, bytes]) => equalBytes(files.get(path) ?? new Uint8Array(), bytes));
  if (!fits || files.size !== expected.length + Object.keys(FILES).length) throw no('tiles');
}

/** Fields of a line of JSON; none when it is no object. */
function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
