import type { Lang } from '#core/i18n/lang.ts';
import type { Answered } from './app.ts';
import { FILE_POLICY, PROGRAM_POLICY, pagePolicy } from './headers.ts';

type Headers = Readonly<Record<string, string>>;

/** What goes out, not yet packed. */
export interface Ready {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer<ArrayBuffer>;
}

/** Bytes and headers of a page or a file; `base` are the headers of every answer. */
export function readyOf(answer: Exclude<Answered['answer'], { kind: 'redirect' }>, base: Headers): Ready {
  if (answer.kind === 'html') {
    const headers = {
      ...base,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(answer.drawn),
    };
    return { status: answer.status, body: bytesOf(answer.drawn.html), headers };
  }
  const headers: Record<string, string> = {
    ...base,
    'content-type': answer.type,
    'content-security-policy': answer.program ? PROGRAM_POLICY : FILE_POLICY,
  };
  if (answer.name) headers['content-disposition'] = disposition(answer.name);
  return { status: answer.status ?? 200, body: Buffer.from(answer.body as Uint8Array), headers };
}

let paper = Buffer.allocUnsafeSlow(512 * 1024);

/** The parts in UTF-8, written one after the other: putting them together as a string first would cost as much again. */
function bytesOf(parts: string | readonly string[]): Buffer<ArrayBuffer> {
  if (typeof parts === 'string') return Buffer.from(parts);
  let end = 0;
  for (const part of parts) {
    // A letter of a string takes three bytes at most.
    const most = end + part.length * 3;
    if (most > paper.length) paper = Buffer.concat([paper.subarray(0, end)], 2 * most);
    end += paper.write(part, end);
  }
  return Buffer.from(paper.subarray(0, end));
}

/** "Save it as": a plain name for old programs and the true one (RFC 6266, RFC 8187). */
export function disposition(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** "Go there": within this site only, whatever a route was told. */
export function moved(answer: Extract<Answered['answer'], { kind: 'redirect' }>, base: Headers): Ready {
  const headers = {
    ...base,
    'content-security-policy': FILE_POLICY,
    'cache-control': 'no-store',
    location: locationOf(answer.to),
  };
  return { status: answer.permanent ? 301 : 303, headers, body: Buffer.alloc(0) };
}

const HERE = 'http://here.invalid';

/**
 * The address as a browser will understand it, letters outside ASCII written as bytes. Throws for one that leads away
 * from this site, also by dots or backslashes ("/..//elsewhere"): no route means to do that.
 */
export function locationOf(to: string): string {
  const url = to.startsWith('/') && URL.canParse(to, HERE) ? new URL(to, HERE) : null;
  if (url?.origin !== HERE || url.pathname.startsWith('//')) throw new Error(`a redirect would lead away: ${to}`);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The last word, when not even the page of a fault can be drawn: plain text with the reference number. */
export function lastWord(base: Headers, lang: Lang, reference: string): Ready {
  const words = [
    lang.t('errors.title.surprise'),
    lang.t('errors.surprise'),
    lang.t('errors.reference', { id: reference }),
  ];
  return { ...plainText(base, `${words.join('\n')}\n`), status: 500 };
}

/** An answer to what is not even a request of ours: no language, no page. */
export function plainText(base: Headers, text: string): Ready {
  const headers = {
    ...base,
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': FILE_POLICY,
    'cache-control': 'no-store',
  };
  return { status: 400, headers, body: Buffer.from(text) };
}
