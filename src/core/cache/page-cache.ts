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

/** The encoding to answer with. Brotli where offered (browsers offer it on https only), else gzip. */
export function encodingFor(accept: string | undefined): Encoding {
  if (!accept) return 'identity';
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0+)?(?:,|$))/.test(accept)) return 'br';
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0+)?(?:,|$))/.test(accept)) return 'gzip';
  return 'identity';
}

/** Brotli 5, never 11: the best level costs a hundred times as much for a tenth of the bytes. */
export function pack(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'br') {
    return brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });
  }
  return encoding === 'gzip' ? gzipSync(body, { level: 6 }) : body;
}

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
    this.#bytes += weight(page);
    for (const [oldest, held] of this.#pages) {
      if (this.#bytes <= this.#most) break;
      this.#drop(oldest, held);
    }
  }

  /** The bytes and headers for one encoding, made when first asked. */
  packed(page: CachedPage, encoding: Encoding): Packed {
    const held = page.packed[encoding];
    if (held) return held;
    const body = pack(page.plain, encoding);
    const head = Object.entries({
      ...page.headers,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      'content-length': String(body.length),
    }).flat();
    const made = { body, head };
    page.packed[encoding] = made;
    if (encoding !== 'identity') this.#bytes += body.length;
    return made;
  }

  #drop(address: string, page: CachedPage): void {
    this.#pages.delete(address);
    this.#bytes -= weight(page);
  }
}

function weight(page: CachedPage): number {
  return page.plain.length + (page.packed.br?.body.length ?? 0) + (page.packed.gzip?.body.length ?? 0) + 1024;
}
