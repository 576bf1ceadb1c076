import * as v from 'valibot';
import { type Result, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { isLanguage, LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { FieldReading } from '#core/reading.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import { readArticles } from './articles/rules.ts';
import { type Article, KINDS, type Kind, type VersionId } from './schema.ts';

/** Longest title or line, longest words of one article, most articles of a text. */
export const MOST = { line: 300, words: 20_000, articles: 400, count: 100_000 } as const;

export const lineShape = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST.line));
export const countShape = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST.count));
const isTexts = (value: unknown, most: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(
    ([code, text]) => isLanguage(code) && typeof text === 'string' && text !== '' && text.length <= most,
  );
/** In one language at least. */
export const textsShape = v.custom<Texts>(
  (value) => isTexts(value, MOST.line) && Object.keys(value as object).length > 0,
);
const ARTICLE_NUMBER = /^\d{1,3}(\.\d{1,3}){0,3}$/;
const articleShape = v.object({
  number: v.pipe(v.string(), v.regex(ARTICLE_NUMBER)),
  heading: v.custom<Texts>((value) => isTexts(value, MOST.words)),
  words: v.custom<Texts>((value) => isTexts(value, MOST.words)),
});
const articlesShape = v.custom<readonly Article[]>(
  (value) =>
    Array.isArray(value) &&
    value.length <= MOST.articles &&
    value.every((one) => v.is(articleShape, one)) &&
    new Set(value.map((one: Article) => one.number)).size === value.length,
);

/** Reads the fields of a form one by one and remembers what was wrong with each. */
export class Fields extends FieldReading {
  override line(field: string, most: number = MOST.line): string {
    return super.line(field, most);
  }

  needed(field: string, what: Message): string {
    const text = this.line(field);
    if (text === '') this.wrong(field, what);
    return text;
  }

  /** 2026-03-19 or 19.03.2026; said to be wrong when it is missing or does not exist. */
  day(field: string): PlainDate {
    const text = this.line(field);
    const found = writtenDay(text);
    if (!found) this.wrong(field, message('forum.documents.wrong.day'));
    return found as PlainDate;
  }

  /** A whole number; null when nothing stands there. */
  count(field: string, most: number = MOST.count): number | null {
    const text = this.line(field);
    if (text === '') return null;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value <= most) return value;
    return this.wrong(field, message('forum.documents.wrong.count', { most }));
  }

  choice<T extends string>(field: string, values: readonly T[]): T {
    const text = this.line(field);
    const found = values.find((value) => value === text);
    if (!found) this.wrong(field, message('forum.documents.wrong.choice'));
    return found as T;
  }

  /** `name_az`, `name_en`, `name_ru`: at least one is needed. */
  texts(prefix: string, what: Message): Texts {
    const found: { -readonly [L in LanguageCode]?: string } = {};
    for (const code of LANGUAGES) {
      const text = this.line(`${prefix}_${code}`);
      if (text) found[code] = text;
    }
    if (Object.keys(found).length === 0) this.wrong(`${prefix}_az`, what);
    return found;
  }
}

export const writeShape = v.object({
  kind: v.picklist(KINDS),
  title: textsShape,
  articles: articlesShape,
  /** It begins with the rules of our template, which cite the template's articles. */
  template: v.boolean(),
});

/** The head of a new document. */
export function readHead(posted: Posted): Result<{ kind: Kind; title: Texts; language: LanguageCode }> {
  const read = new Fields(posted);
  return read.end({
    kind: read.choice('kind', KINDS),
    title: read.texts('title', message('forum.documents.wrong.title')),
    language: read.choice('language', LANGUAGES),
  });
}

export const textShape = v.object({
  version: idShape<VersionId>(),
  language: v.picklist(LANGUAGES),
  articles: v.custom<readonly Article[]>((value) => v.is(articlesShape, value)),
  seen: v.nullable(v.string()),
});

/** The articles of a text in one language, as they are recognised; what cannot be saved is said at `field`. */
export function judgeText(text: string, field: string): Result<ReturnType<typeof readArticles>> {
  const read = readArticles(text);
  const wrong = (what: Message) => refuseFields([{ field, message: what }]);
  if (!read.articles.some((one) => one.number !== '0')) return wrong(message('forum.documents.wrong.no_articles'));
  if (read.articles.length > MOST.articles)
    return wrong(message('forum.documents.wrong.many_articles', { most: MOST.articles }));
  const twice = read.remarks.find((remark) => remark.kind === 'twice');
  if (twice) return wrong(message('forum.documents.wrong.twice', { number: twice.number }));
  const long = read.articles.find((one) => one.words.length > MOST.words || one.heading.length > MOST.words);
  if (long) return wrong(message('forum.documents.wrong.long', { number: long.number, most: MOST.words }));
  return { ok: true, value: read };
}

export const versionShape = v.object({ version: idShape<VersionId>() });

/** A version as it goes to the members. */
export const proposalShape = v.object({
  version: idShape<VersionId>(),
  members: v.nullable(v.pipe(countShape, v.minValue(1))),
  reason: v.nullable(textsShape),
});
export function readProposal(
  posted: Posted,
  version: VersionId,
  language: LanguageCode,
): Result<v.InferOutput<typeof proposalShape>> {
  const read = new Fields(posted);
  const members = read.count('members');
  if (members === 0) read.wrong('members', message('forum.documents.wrong.members'));
  const reason = read.line('reason');
  return read.end({ version, members, reason: reason ? { [language]: reason } : null });
}
