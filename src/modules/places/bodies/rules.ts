import type { FieldError } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { fold, type Match, namesIn } from '#core/i18n/names.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { lookup, nameErrors, SOURCE_MAX, tooLong } from '../rules.ts';
import type { PlaceId } from '../schema.ts';
import type { Body, BodyId, BodyKind, BodyLink, Relation } from './schema.ts';

export const SHORT_MAX = 60;
const LINE_MAX = 300;

/** What a person says of a body, whatever way it came in. */
export interface BodyFacts {
  readonly kind: BodyKind;
  readonly name: Texts;
  readonly short: Texts | null;
  readonly place: PlaceId | null;
  readonly site: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly from: PlainDate | null;
  readonly source: string | null;
}

/** Everything wrong with what was said of a body, by field. */
export function bodyErrors(facts: BodyFacts): readonly FieldError[] {
  const errors = [...nameErrors(facts.name)];
  const wrong = (field: string, key: 'site' | 'email' | 'phone', found: string) =>
    errors.push({ field, message: message(`places.refused.not_${key}`, { found }) });
  for (const language of LANGUAGES) {
    const short = facts.short?.[language];
    if (short && short.length > SHORT_MAX) errors.push(tooLong(`short_${language}`, short, SHORT_MAX));
  }
  if (facts.site && !isSite(facts.site)) wrong('site', 'site', facts.site);
  if (facts.email && !/^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(facts.email)) {
    wrong('email', 'email', facts.email);
  }
  if (facts.phone && !/^\+?[\d\s()/,;-]{3,60}$/.test(facts.phone)) wrong('phone', 'phone', facts.phone);
  for (const field of ['site', 'email', 'address'] as const) {
    const text = facts[field];
    if (text && text.length > LINE_MAX) errors.push(tooLong(field, text, LINE_MAX));
  }
  if (facts.source && facts.source.length > SOURCE_MAX) errors.push(tooLong('source', facts.source, SOURCE_MAX));
  return errors;
}

/** An address of the web with a host that has a dot; nothing that a browser would run. */
function isSite(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text)) return false;
  try {
    return new URL(text).hostname.includes('.');
  } catch {
    return false;
  }
}

/** Another standing body of the same name in the same place: the same body entered twice, or a name nobody could tell apart. */
export function namesake(
  facts: Pick<BodyFacts, 'name' | 'place'>,
  self: BodyId | null,
  bodies: readonly Body[],
): Body | null {
  const wanted = new Set(namesIn(facts.name).map(fold));
  const same = (body: Body) => namesIn(body.name).some((name) => wanted.has(fold(name)));
  return bodies.find((b) => b.id !== self && b.to === null && b.place === facts.place && same(b)) ?? null;
}

/** Does a chain of this relation lead from one body to another? */
export function leadsTo(
  from: BodyId,
  to: BodyId,
  relation: Relation,
  links: readonly BodyLink[],
  seen: ReadonlySet<BodyId> = new Set(),
): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  const next = new Set([...seen, from]);
  return links.some((l) => l.relation === relation && l.body === from && leadsTo(l.other, to, relation, links, next));
}

/** Does it stand on that day? */
export const bodyStandsOn = (body: Pick<Body, 'from' | 'to'>, day: PlainDate): boolean =>
  (body.from === null || body.from <= day) && (body.to === null || day < body.to);

/** A search over bodies by id, address word, or name or short name in any language. */
export const searchBodies = (bodies: readonly Body[]): ((text: string) => Match<Body>) =>
  lookup(
    bodies.toSorted((a, b) => Number(a.forum === REFERENCE) - Number(b.forum === REFERENCE)),
    (body) => [body.id, body.slug],
    (body) => [...namesIn(body.name), ...namesIn(body.short)],
  );
