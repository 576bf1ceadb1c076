/** One answer of a walk: as a browser gets it on plain http. */
export interface Walked {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly html: string;
}

export interface WalkAsked {
  readonly origin: string;
  readonly from: readonly string[];
  readonly cookie?: string;
  /** No more pages of one kind than this (all forums and languages together). */
  readonly ofKind: number;
  /** Paths that are not entered. */
  readonly except?: RegExp;
}

/** Every page that links lead to, with at most some of each kind; other representations (.csv, .atom) are left out. */
export async function walk(asked: WalkAsked): Promise<readonly Walked[]> {
  const waiting = [...asked.from];
  const known = new Set(waiting);
  const kinds = new Map<string, number>();
  const walked: Walked[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const seen = kinds.get(kind) ?? 0;
    if (seen >= asked.ofKind) continue;
    kinds.set(kind, seen + 1);
    const response = await fetch(`${asked.origin}${path}`, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(asked.cookie ? { cookie: asked.cookie } : {}) },
    });
    const type = response.headers.get('content-type') ?? '';
    const html = type.startsWith('text/html') ? await response.text() : '';
    if (!html) await response.arrayBuffer();
    walked.push({ path, status: response.status, type, html });
    for (const link of linksOf(html)) {
      if (known.has(link) || asked.except?.test(link) || /\.[a-z]{2,7}$/.test(link)) continue;
      known.add(link);
      waiting.push(link);
    }
  }
  return walked;
}

/** Addresses of ours in a page, without the part behind "#". A form keeps its query, a list is taken without its filters. */
const linksOf = (html: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(/<a\s[^>]*href="(\/[^"#?]*)(\?[^"#]*)?[^"]*"/g)].map(
      ([, path = '', query = '']) => path + (FORM.test(path) ? query.replaceAll('&amp;', '&') : ''),
    ),
  ),
];
const FORM = /\/(new|reply|answer|entry)$/;

/** Nouns that stand in addresses; what follows one of them names a thing and is the same kind of page. */
const NOUNS =
  /^(plans|measures|executors|places|bodies|evaluations|imports|people|questions|requests|deeds|updates|amendments|indicators|milestones|items|texts|checklists|documents)$/;
const WORDS = /^(new|import|import-file|map|rules|receipts|moderation)$/;

/** "/az/durnasu/plans/local/measures/1.3" is a "/plans/*\/measures/*". */
export function kindOf(path: string): string {
  const parts = path.replace(/\?.*/, '').split('/').slice(1);
  const afterLanguage = /^(az|en|ru)$/.test(parts[0] ?? '') ? parts.slice(1) : parts;
  return `/${afterLanguage.map((part, i) => (i === 0 && afterLanguage.length > 1 ? '' : named(part, afterLanguage[i - 1]))).join('/')}`.replace(
    '//',
    '/',
  );
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Things are numbered where people cite them: a case, a seat, a version. */
const NUMBER = /^\d+$/;

const named = (part: string, before: string | undefined): string =>
  ID.test(part) ||
  NUMBER.test(part) ||
  (before !== undefined && NOUNS.test(before) && !WORDS.test(part) && !NOUNS.test(part))
    ? '*'
    : part;
