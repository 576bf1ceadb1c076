import { type FieldError, type Result, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import { isWebAddress } from '#core/shapes.ts';
import { textsOf } from '../forums/forms.ts';
import { PARTS, type Part } from '../schema.ts';

export interface NewFact {
  readonly part: Part;
  readonly title: Texts;
  readonly value: Texts | null;
  readonly detail: Texts | null;
  readonly source: Texts;
  readonly sourceUrl: string | null;
}

/** Longest value, title or source, and longest remark, in characters. */
const LINE_MOST = 500;
const DETAIL_MOST = 5_000;

/** A posted fact: what was reported in any language, the rest in the language of the page. */
export function newFact(posted: Posted, language: LanguageCode): Result<NewFact> {
  const errors: FieldError[] = [];
  const wrong = (field: string, what: FieldError['message']) => errors.push({ field, message: what });
  const part = PARTS.find((known) => known === posted.text('part'));
  const title = textsOf(posted, 'title');
  const own = (field: string): Texts | null => {
    const text = posted.text(field);
    return text ? { [language]: text } : null;
  };
  const source = own('source');
  const sourceUrl = posted.text('source_url') || null;
  if (!part) wrong('part', message('home.fact.part_unknown'));
  if (Object.keys(title).length === 0) wrong('title_az', message('home.fact.title_missing'));
  for (const field of posted.names) {
    const max = field === 'detail' ? DETAIL_MOST : LINE_MOST;
    const found = posted.text(field).length;
    if (found > max) wrong(field, message('errors.field_too_long', { max, found }));
  }
  if (!source) wrong('source', message('home.fact.source_missing'));
  if (sourceUrl && !isWebAddress(sourceUrl)) {
    wrong('source_url', message('home.fact.url_unknown', { found: sourceUrl.slice(0, 80) }));
  }
  if (errors.length > 0 || !part || !source) return refuseFields(errors);
  return { ok: true, value: { part, title, value: own('value'), detail: own('detail'), source, sourceUrl } };
}
