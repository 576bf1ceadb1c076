import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { Fields } from '../../documents/forms.ts';
import type { VersionId } from '../../documents/schema.ts';
import { MOST } from '../rules.ts';
import {
  BASES,
  type Base,
  type BoundTopic,
  CONVENERS,
  DECISIONS,
  EMPTY_BOOK,
  type Majority,
  RULE_KEYS,
  type Rulebook,
  type RuleKey,
  type RuleValues,
  SECRECIES,
  type Share,
  TERM_UNITS,
  THANS,
  type Threshold,
  TIES,
  TOPICS,
  type Topic,
} from '../schema.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000));
const maybe = v.nullable(count);
const threshold = v.object({
  share: v.object({ than: v.picklist(THANS), part: count, whole: count }),
  of: v.picklist(BASES),
});
const majority = v.object({ all: threshold, each: v.nullable(threshold) });
const days = v.object({ days: count, unit: v.picklist(TERM_UNITS) });
const office = v.object({ months: count, inRow: maybe });
/** The shape of what each rule says; what is wrong with it in sense is said by `faultsOf`. */
const VALUES = {
  convening: v.object({ who: v.array(v.picklist(CONVENERS)), members: maybe }),
  meetings: v.object({ months: count }),
  notice: v.object({ days: count, urgent: maybe, agenda: maybe }),
  quorum: v.object({ all: threshold, each: v.nullable(threshold), recused: v.boolean() }),
  ...{ ordinary: majority, documents: majority, members: majority },
  ...{ removal: majority, election: majority, plan: majority },
  tie: v.object({ how: v.picklist(TIES) }),
  alternates: v.object({ allowed: v.boolean() }),
  proxies: v.object({ most: count, within: v.boolean() }),
  correspondence: v.object({ least: count, most: count }),
  secrecy: v.object({ elections: v.picklist(SECRECIES), others: v.picklist(SECRECIES) }),
  names: v.object({ published: v.boolean() }),
  minutes: days,
  ...{ term_seat: office, term_lead: office },
  amendment: v.object({ members: count, days: count }),
  absence: v.object({ meetings: count }),
  reply: days,
} as const;
const article = v.pipe(v.string(), v.maxLength(16));

/** Is it a rulebook in shape: known keys, whole numbers, an article (maybe empty) with every rule? */
function isBook(value: unknown): value is Rulebook {
  const bound = v.object({
    rules: v.record(v.picklist(RULE_KEYS), v.unknown()),
    topics: v.record(v.picklist(TOPICS), v.unknown()),
  });
  if (!v.is(bound, value)) return false;
  const rules = Object.entries(value.rules).every(([key, rule]) =>
    v.is(v.object({ document: v.string(), article, value: VALUES[key as RuleKey] as typeof VALUES.meetings }), rule),
  );
  return (
    rules && Object.values(value.topics).every((topic) => v.is(v.object({ document: v.string(), article }), topic))
  );
}

export const bindShape = v.object({
  version: idShape<VersionId>(),
  book: v.custom<Rulebook>(isBook),
  seen: v.nullable(v.string()),
});

/** "2/3", "60 %"; null: not understood. What cannot be ("120 %") is read, and refused with its article later. */
export function readShare(text: string): Pick<Share, 'part' | 'whole'> | null {
  const [, part, whole] = /^(\d{1,4})\s*[/∕⁄]\s*(\d{1,4})$/.exec(text) ?? [];
  if (part !== undefined && whole !== undefined) return { part: Number(part), whole: Number(whole) };
  const [, percent] = /^(\d{1,3})\s*%$/.exec(text) ?? [];
  return percent === undefined ? null : { part: Number(percent), whole: 100 };
}
export const writeShare = ({ part, whole }: Pick<Share, 'part' | 'whole'>): string =>
  whole === 100 ? `${part} %` : `${part}/${whole}`;

/** The rules as they stand in a form; an article that is left empty means: not defined. */
export function readBook(
  posted: Posted,
  version: VersionId,
  document: string,
): Result<v.InferOutput<typeof bindShape>> {
  const read = new Fields(posted);
  const values = valuesIn(read, posted);
  const rules: Record<string, unknown> = {};
  const topics: { [T in Topic]?: BoundTopic } = {};
  for (const key of RULE_KEYS) {
    const place = read.line(`${key}_article`, 16);
    if (place !== '') rules[key] = { document, article: place, value: values[key]() };
  }
  for (const key of TOPICS) {
    const place = read.line(`${key}_article`, 16);
    if (place !== '') topics[key] = { document, article: place };
  }
  const book = { ...EMPTY_BOOK, rules: rules as Rulebook['rules'], topics };
  return read.end({ version, book, seen: posted.text('seen') || null });
}

type Readers = { readonly [K in RuleKey]: () => RuleValues[K] };

function valuesIn(read: Fields, posted: Posted): Readers {
  const needed = (field: string): number => {
    const found = read.count(field, MOST.count);
    if (found === null) read.wrong(field, message('forum.rulebook.wrong.number'));
    return found ?? 0;
  };
  const free = (field: string) => read.count(field, MOST.count);
  const isYes = (field: string): boolean => read.choice(field, ['yes', 'no']) === 'yes';
  const span = (key: string) => ({ days: needed(`${key}_days`), unit: read.choice(`${key}_unit`, TERM_UNITS) });
  const term = (key: string) => ({ months: needed(`${key}_months`), inRow: free(`${key}_in_row`) });
  const majorities = Object.fromEntries(DECISIONS.map((key) => [key, () => majorityIn(read, key, BASES)])) as {
    readonly [K in (typeof DECISIONS)[number]]: () => Majority;
  };
  return {
    ...majorities,
    convening: () => ({
      who: CONVENERS.filter((who) => posted.all('convening_who').includes(who)),
      members: free('convening_members'),
    }),
    meetings: () => ({ months: needed('meetings_months') }),
    notice: () => ({ days: needed('notice_days'), urgent: free('notice_urgent'), agenda: free('notice_agenda') }),
    quorum: () => ({ ...majorityIn(read, 'quorum', ['filled', 'all']), recused: isYes('quorum_recused') }),
    tie: () => ({ how: read.choice('tie_how', TIES) }),
    alternates: () => ({ allowed: isYes('alternates_allowed') }),
    proxies: () => ({ most: needed('proxies_most'), within: isYes('proxies_within') }),
    correspondence: () => ({ least: needed('correspondence_least'), most: needed('correspondence_most') }),
    secrecy: () => ({
      elections: read.choice('secrecy_elections', SECRECIES),
      others: read.choice('secrecy_others', SECRECIES),
    }),
    names: () => ({ published: isYes('names_published') }),
    ...{ minutes: () => span('minutes'), reply: () => span('reply') },
    ...{ term_seat: () => term('term_seat'), term_lead: () => term('term_lead') },
    amendment: () => ({ members: needed('amendment_members'), days: needed('amendment_days') }),
    absence: () => ({ meetings: needed('absence_meetings') }),
  };
}

function majorityIn(read: Fields, key: string, bases: readonly Base[]): Majority {
  const of = read.choice(`${key}_of`, bases);
  const each = read.line(`${key}_each_share`);
  return { all: thresholdIn(read, key, of), each: each === '' ? null : thresholdIn(read, `${key}_each`, of) };
}

function thresholdIn(read: Fields, prefix: string, of: Base): Threshold {
  const found = readShare(read.line(`${prefix}_share`));
  if (!found) read.wrong(`${prefix}_share`, message('forum.rulebook.wrong.share'));
  return {
    share: { than: read.choice(`${prefix}_than`, THANS), part: found?.part ?? 1, whole: found?.whole ?? 2 },
    of,
  };
}

/** A rulebook as it stands in its form; `of` is there so that an empty form too can be told from one that was saved. */
export function bookValues(book: Rulebook, version: VersionId): Readonly<Record<string, string | readonly string[]>> {
  const values: Record<string, string | readonly string[]> = { of: version };
  for (const key of TOPICS) values[`${key}_article`] = book.topics[key]?.article ?? '';
  for (const key of RULE_KEYS) {
    const rule = book.rules[key];
    values[`${key}_article`] = rule?.article ?? '';
    for (const [name, value] of Object.entries(rule?.value ?? {})) put(values, `${key}_${NAMES[name] ?? name}`, value);
  }
  return values;
}

const NAMES: Readonly<Record<string, string>> = { inRow: 'in_row' };

function put(values: Record<string, string | readonly string[]>, name: string, value: unknown): void {
  if (value === null) return;
  if (typeof value === 'boolean') values[name] = value ? 'yes' : 'no';
  else if (Array.isArray(value)) values[name] = value.map(String);
  else if (typeof value === 'object') {
    const { share, of } = value as Threshold;
    const prefix = name.replace(/_all$/, '');
    values[`${prefix}_than`] = share.than;
    values[`${prefix}_share`] = writeShare(share);
    if (prefix !== name) values[`${prefix}_of`] = of;
  } else values[name] = String(value);
}
