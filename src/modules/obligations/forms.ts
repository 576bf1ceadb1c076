import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { idShape, isId } from '#core/ids.ts';
import { FieldReading } from '#core/reading.ts';
import { dayShape, isWebAddress, lineShape, textsShape as textsUpTo, urlShape } from '#core/shapes.ts';
import { momentOf } from '#core/time/local-hour.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import { paperGiven } from '#core/way.ts';
import type { SeenBy } from './answers/schema.ts';
import { MOST as MOST_OF } from './rules.ts';
import { ADDED_KINDS, type AddedKind, UNITS } from './schema.ts';

const MOST = { line: 500, title: 300, url: 2_000 } as const;

export const textsShape = textsUpTo(MOST.line);
const countShape = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const COUNTED_UNITS = UNITS.filter((unit) => unit !== 'on_day');
const spanShape = v.object({
  unit: v.picklist(COUNTED_UNITS),
  n: countShape(MOST_OF.days),
});

/** Reads the fields of a form one by one and remembers what was wrong with each. */
class Fields extends FieldReading {
  override line(field: string, most: number = MOST.line): string {
    return super.line(field, most);
  }

  needed(field: string, what: Message, most?: number): string {
    const text = this.line(field, most);
    if (text === '') this.wrong(field, what);
    return text;
  }

  /** 2026-03-19 or 19.03.2026; said to be wrong when it is missing or does not exist. */
  day(field: string): PlainDate {
    const text = this.line(field);
    const found = writtenDay(text);
    if (!found) this.wrong(field, message('obligations.wrong.day', { found: text.slice(0, 40) }));
    return found as PlainDate;
  }

  /** "14:30"; null when nothing stands there. */
  minutes(field: string): number | null {
    const text = this.line(field);
    if (text === '') return null;
    const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text);
    return found
      ? Number(found[1]) * 60 + Number(found[2])
      : this.wrong(field, message('obligations.wrong.hour', { found: text.slice(0, 20) }));
  }

  /** A whole number in bounds; `empty` when nothing stands there. */
  count(field: string, min: number, max: number, empty: number): number {
    const text = this.line(field);
    if (text === '') return empty;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.wrong(field, message('obligations.wrong.count', { found: text.slice(0, 20), min, max }));
    return empty;
  }

  choice<T extends string>(field: string, values: readonly T[]): T {
    const text = this.line(field);
    const found = values.find((value) => value === text);
    if (!found) this.wrong(field, message('obligations.wrong.choice'));
    return found as T;
  }

  url(field: string): string | null {
    const text = this.line(field, MOST.url);
    if (text === '' || isWebAddress(text)) return text === '' ? null : text;
    return this.wrong(field, message('obligations.wrong.url'));
  }

  /** `name_az`, `name_en`, `name_ru`: at least one is needed. */
  texts(prefix: string, what: Message): Texts {
    const found: { -readonly [L in LanguageCode]?: string } = {};
    for (const code of LANGUAGES) {
      const text = this.line(`${prefix}_${code}`, MOST.title);
      if (text) found[code] = text;
    }
    if (Object.keys(found).length === 0) this.wrong(`${prefix}_az`, what);
    return found;
  }
}

/** A case opened by hand; `at`: minutes after midnight of the moment of receipt, for terms of hours. */
export const openShape = v.object({
  rule: lineShape(80),
  body: idShape(),
  title: textsShape,
  on: dayShape,
  at: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))),
  reference: v.nullable(lineShape()),
});
export type OpenInput = v.InferOutput<typeof openShape>;

export function readOpening(posted: Posted, language: LanguageCode): Result<OpenInput> {
  const read = new Fields(posted);
  const body = read.line('body');
  if (!isId(body)) read.wrong('body', message('obligations.wrong.body'));
  return read.end({
    rule: read.needed('rule', message('obligations.wrong.rule'), 80),
    body,
    title: { [language]: read.needed('title', message('obligations.wrong.title'), MOST.title) },
    on: read.day('on'),
    at: read.minutes('at'),
    reference: read.line('reference') || null,
  });
}

/** The moment of receipt on the clocks of a zone. */
export const receivedAt = (zone: string, on: PlainDate, minutes: number): Date =>
  new Date(momentOf(zone, on, 0).getTime() + minutes * 60_000);

/** What the form of a fulfilment says; its files are judged outside of it. */
export interface FulfilmentGiven {
  readonly case: string;
  readonly on: PlainDate;
  readonly source: Texts;
  readonly url: string | null;
  readonly seenBy: SeenBy;
  /** Of the letter from which staff enters it. */
  readonly paper: { readonly ref: string; readonly day: PlainDate } | null;
}

export function readFulfilment(
  posted: Posted,
  asked: { readonly id: string; readonly language: LanguageCode; readonly today: PlainDate; readonly paper: boolean },
): Result<FulfilmentGiven> {
  const read = new Fields(posted);
  const letter = asked.paper ? paperGiven(posted, asked.today) : null;
  if (letter && !letter.ok)
    for (const { field, message: wrong } of letter.refusal.fields ?? []) read.wrong(field, wrong);
  const source = { [asked.language]: read.needed('source', message('obligations.wrong.source')) };
  return read.end({
    ...{ case: asked.id, on: read.day('on_day'), source, url: read.url('url') },
    seenBy: posted.text('everybody') === 'yes' ? ('everybody' as const) : ('concerned' as const),
    paper: letter?.ok ? letter.value : null,
  });
}

/** A waiver or an extension: a reason, nothing else. */
export const reasonShape = v.object({ case: idShape(), reason: textsShape });
export function readReason(
  posted: Posted,
  id: string,
  language: LanguageCode,
): Result<v.InferOutput<typeof reasonShape>> {
  const read = new Fields(posted);
  return read.end({ case: id, reason: { [language]: read.needed('reason', message('obligations.wrong.reason')) } });
}

/** A day for the calendar of a country. */
export const dayAddedShape = v.object({
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  day: dayShape,
  kind: v.picklist(ADDED_KINDS),
  name: textsShape,
  source: lineShape(),
  url: v.nullable(urlShape),
});
export function readDay(posted: Posted, country: string): Result<v.InferOutput<typeof dayAddedShape>> {
  const read = new Fields(posted);
  return read.end({
    country,
    day: read.day('day'),
    kind: read.choice<AddedKind>('kind', ADDED_KINDS),
    name: read.texts('name', message('obligations.wrong.name')),
    source: read.needed('source', message('obligations.wrong.decree')),
    url: read.url('url'),
  });
}
export function readWithdrawal(posted: Posted, day: string): Result<v.InferOutput<typeof dayGoneShape>> {
  const read = new Fields(posted);
  return read.end({ day, reason: read.needed('reason', message('obligations.wrong.reason')) });
}
export const dayGoneShape = v.object({ day: idShape(), reason: lineShape() });

/** A rule that the forum adopted; `extension` in the same unit, once. */
export const ruleShape = v.object({
  key: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/)),
  title: textsShape,
  basis: lineShape(),
  url: v.nullable(urlShape),
  owedTo: lineShape(MOST.title),
  span: spanShape,
  extension: v.nullable(spanShape),
  from: dayShape,
});
export type RuleInput = v.InferOutput<typeof ruleShape>;

export function readRule(posted: Posted): Result<RuleInput> {
  const read = new Fields(posted);
  const key = read.line('key', 60);
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(key)) read.wrong('key', message('obligations.wrong.key'));
  const unit = read.choice('unit', COUNTED_UNITS);
  const longer = read.count('extension', 1, MOST_OF.days, 0);
  return read.end({
    ...{ key, title: read.texts('title', message('obligations.wrong.what')) },
    ...{ basis: read.needed('basis', message('obligations.wrong.basis')), url: read.url('url') },
    owedTo: read.needed('owed_to', message('obligations.wrong.owed_to'), MOST.title),
    span: { unit, n: read.count('n', 1, MOST_OF.days, 0) || (read.wrong('n', NO_NUMBER) ?? 1) },
    extension: longer > 0 ? { unit, n: longer } : null,
    from: read.day('from'),
  });
}
const NO_NUMBER = message('obligations.wrong.count', { found: '', min: 1, max: MOST_OF.days });
