import type { FieldError } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { fold, type Match, namesIn } from '#core/i18n/names.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { lookup, nameErrors, SOURCE_MAX, tooLong } from '../rules.ts';
import type { Place, PlaceId } from '../schema.ts';
import {
  type Body,
  type BodyId,
  type BodyKind,
  type BodyLink,
  bodyStandsOn,
  isBodyKind,
  type Relation,
  SIDE_NAMES,
  type Side,
  sideOf,
} from './schema.ts';

const SHORT_MAX = 60;
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

/** A search over bodies by id, address word, or name or short name in any language. */
export const searchBodies = (bodies: readonly Body[]): ((text: string) => Match<Body>) =>
  lookup(
    bodies.toSorted((a, b) => Number(a.forum === REFERENCE) - Number(b.forum === REFERENCE)),
    (body) => [body.id, body.slug],
    (body) => [...namesIn(body.name), ...namesIn(body.short), body.slug],
  );

/** What the address of the list asks for. */
export interface BodiesAsked {
  readonly side: Side | null;
  readonly kind: BodyKind | null;
  readonly words: string;
  /** Ended ones too. */
  readonly ended: boolean;
  /** Parts of other bodies too (the 15 representations of an ExCom), each on its own row. */
  readonly parts: boolean;
}

/** Anything unknown in the address asks for nothing. */
export function bodiesAsked(query: URLSearchParams): BodiesAsked {
  const [side, kind] = [query.get('side') ?? '', query.get('kind') ?? ''];
  return {
    side: SIDE_NAMES.find((name) => name === side) ?? null,
    kind: isBodyKind(kind) ? kind : null,
    words: (query.get('q') ?? '').trim().slice(0, 100),
    ended: query.get('ended') === 'yes',
    parts: query.get('parts') === 'yes',
  };
}

/**
 * The bodies that the address asks for. Words match any language's name or short name. Parts of a body stand with it,
 * unless they are asked for by kind, by words or all.
 */
export function chosenBodies(
  bodies: readonly Body[],
  isPart: (body: BodyId) => boolean,
  asked: BodiesAsked,
  today: PlainDate,
): readonly Body[] {
  const words = fold(asked.words);
  const withParts = asked.parts || asked.kind !== null || words !== '';
  return bodies.filter((body) => {
    if (!asked.ended && !bodyStandsOn(body, today)) return false;
    if (!withParts && isPart(body.id)) return false;
    if (asked.side && sideOf(body.kind) !== asked.side) return false;
    if (asked.kind && body.kind !== asked.kind) return false;
    return words === '' || [...namesIn(body.name), ...namesIn(body.short)].some((name) => fold(name).includes(words));
  });
}

/** How many stand on each side. */
export function sidesOf(bodies: readonly Body[], today: PlainDate): ReadonlyMap<Side, number> {
  const counts = new Map<Side, number>();
  for (const body of bodies) {
    if (bodyStandsOn(body, today)) counts.set(sideOf(body.kind), (counts.get(sideOf(body.kind)) ?? 0) + 1);
  }
  return counts;
}

/** Everything the page of one body shows. */
export interface BodySeen {
  readonly body: Body;
  readonly today: PlainDate;
  readonly place: Place | null;
  readonly whole: Body | null;
  readonly parts: readonly Body[];
  readonly classes: readonly Body[];
  /** Of a class: its bodies. */
  readonly members: readonly Body[];
  readonly heir: Body | null;
  readonly predecessors: readonly Body[];
}
