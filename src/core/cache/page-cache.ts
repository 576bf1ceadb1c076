import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A whole answer as it goes out, with the moment until which it may be served unchanged. */
export interface CachedPage {
  readonly freshness: number;
  readonly freshnessNow: () => number;
  /** Milliseconds: the end of the forum's day, or earlier when the page shows a moment within the day. */
  readonly until: number;
  readonly etag: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly plain: Buffer;
  readonly packed: Partial<Record<Encoding, Packed>>;
}

interface Packed {
  readonly body: Buffer;
  readonly head: readonly string[];
}

export type Encoding = 'br' | 'gzip' | 'identity';

/** The encoding to answer with (RFC 9110, 12.5.3). Brotli where offered (browsers offer it on https only), else gzip. */
export function encodingFor(accept: string | undefined): Encoding {
  if (!accept) return 'identity';
  const offers = new Map(accept.toLowerCase().split(',').map(offerOf));
  const takes = (coding: string): boolean => (offers.get(coding) ?? offers.get('*') ?? 0) > 0;
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

/** "gzip;q=0.5" is ["gzip", 0.5]; a quality that is no number is none. */
function offerOf(part: string): readonly [coding: string, quality: number] {
  const [coding = '', ...rest] = part.split(';');
  const said = rest.map((r) => r.trim()).find((r) => r.startsWith('q='));
  const quality = said === undefined ? 1 : Number(said.slice(2));
  return [coding.trim(), Number.isNaN(quality) ? 0 : quality];
}

/**
 * Brotli 5, never 11: the best level costs a hundred times as much for a tenth of the bytes. Gzip 6 for many readers;
 * what goes to one reader, once, is packed with 3: a third to a half of the time for a tenth more bytes.
 */
export function pack(body: Buffer, encoding: Encoding, readers: 'one' | 'many'): Buffer {
  const level = LEVELS[readers];
  if (encoding === 'br') {
    return brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: level.br, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });
  }
  return encoding === 'gzip' ? gzipSync(body, { level: level.gzip }) : body;
}
const LEVELS = { one: { br: 3, gzip: 3 }, many: { br: 5, gzip: 6 } } as const;

/** Anonymous pages by address, bounded by bytes; the oldest goes first. */
export class PageCache {
  readonly #pages = new Map<string, CachedPage>();
  readonly #most: number;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The page under this address if it is still what the database would say at `now` (milliseconds). */
  fresh(address: string, now: number): CachedPage | null {
    const page = this.#pages.get(address);
    if (!page) return null;
    if (page.freshness === page.freshnessNow() && now < page.until) return page;
    this.#drop(address, page);
    return null;
  }

  keep(address: string, page: CachedPage): void {
    const old = this.#pages.get(address);
    if (old) this.#drop(address, old);
    if (page.plain.length * 4 > this.#most) return;
    this.#pages.set(address, page);
    this.#bytes += weight(address, page);
    this.#makeRoom();
  }

  /** The bytes and headers for one encoding of a page that `fresh` gave, made when first asked. */
  packed(page: CachedPage, encoding: Encoding): Packed {
    const held = page.packed[encoding];
    if (held) return held;
    const body = pack(page.plain, encoding, 'many');
    const head = Object.entries({
      ...page.headers,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      'content-length': String(body.length),
    }).flat();
    const made = { body, head };
    page.packed[encoding] = made;
    if (encoding !== 'identity') this.#bytes += body.length;
    this.#makeRoom();
    return made;
  }

  #makeRoom(): void {
    for (const [oldest, held] of this.#pages) {
      if (this.#bytes <= this.#most) break;
      this.#drop(oldest, held);
    }
  }

  #drop(address: string, page: CachedPage): void {
    this.#pages.delete(address);
    this.#bytes -= weight(address, page);
  }
}

/** Headers and the map's own room are about a kilobyte; an address may be longer than its page. */
function weight(address: string, page: CachedPage): number {
  const packed = (page.packed.br?.body.length ?? 0) + (page.packed.gzip?.body.length ?? 0);
  return page.plain.length + packed + 2 * address.length + 1024;
}
