import { type FieldError, type Result, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { slugOf } from '#core/i18n/names.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { TAKEN_SLUGS } from './rules.ts';
import { PARTS, type Part } from './schema.ts';

export interface NewForum {
  readonly name: Texts;
  readonly motto: Texts;
  readonly slug: string;
  readonly motif: 1 | 2 | 3;
}

export interface NewFact {
  readonly part: Part;
  readonly title: Texts;
  readonly value: string | null;
  readonly source: string;
  readonly sourceUrl: string | null;
}

const NAME_MOST = 160;

/** The filled languages of a field that is asked once per language ("name_az", "name_ru"). */
export function textsOf(posted: Posted, field: string): Texts {
  const texts: { [L in LanguageCode]?: string } = {};
  for (const language of LANGUAGES) {
    const text = posted.text(`${field}_${language}`);
    if (text) texts[language] = text;
  }
  return texts;
}

export function newForum(posted: Posted): Result<NewForum> {
  const errors: FieldError[] = [];
  const name = textsOf(posted, 'name');
  const first = Object.values(name)[0] ?? '';
  if (!first) errors.push({ field: 'name_az', message: message('home.forum.name_missing') });
  for (const [language, text] of Object.entries(name)) {
    if (text.length > NAME_MOST) {
      const params = { max: NAME_MOST, found: text.length };
      errors.push({ field: `name_${language}`, message: message('errors.field_too_long', params) });
    }
  }
  const slug = posted.text('slug') || slugOf(first);
  if (first && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    errors.push({ field: 'slug', message: message('home.forum.slug_letters', { found: slug }) });
  } else if (TAKEN_SLUGS.has(slug)) {
    errors.push({ field: 'slug', message: message('home.forum.slug_taken', { found: slug }) });
  }
  const motif = Number(posted.text('motif') || '1');
  if (motif !== 1 && motif !== 2 && motif !== 3) {
    errors.push({ field: 'motif', message: message('home.forum.motif_unknown') });
    return refuseFields(errors);
  }
  if (errors.length > 0) return refuseFields(errors);
  return { ok: true, value: { name, motto: textsOf(posted, 'motto'), slug, motif } };
}

export function newFact(posted: Posted): Result<NewFact> {
  const errors: FieldError[] = [];
  const part = PARTS.find((known) => known === posted.text('part'));
  const title = textsOf(posted, 'title');
  const source = posted.text('source');
  const sourceUrl = posted.text('source_url') || null;
  if (!part) errors.push({ field: 'part', message: message('home.fact.part_unknown') });
  if (Object.keys(title).length === 0) errors.push({ field: 'title_az', message: message('home.fact.title_missing') });
  if (!source) errors.push({ field: 'source', message: message('home.fact.source_missing') });
  if (sourceUrl && !/^https?:\/\//.test(sourceUrl)) {
    errors.push({ field: 'source_url', message: message('home.fact.url_unknown', { found: sourceUrl.slice(0, 80) }) });
  }
  if (errors.length > 0 || !part) return refuseFields(errors);
  return { ok: true, value: { part, title, value: posted.text('value') || null, source, sourceUrl } };
}
