import { firstLevel, type Level } from '#core/caution/level.ts';
import { type FieldError, type Result, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { slugOf } from '#core/i18n/names.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { cautionLevel } from '../opening/forms.ts';
import { isAddress, TAKEN_SLUGS } from './rules.ts';

export interface NewForum {
  readonly name: Texts;
  readonly motto: Texts;
  readonly slug: string;
  readonly motif: 1 | 2 | 3;
  readonly caution: Level;
}

const MOST = { name: 160, motto: 160, made: 40 } as const;

/** The filled languages of a field that is asked once per language ("name_az", "name_ru"). */
export function textsOf(posted: Posted, field: string): Texts {
  const texts: { [L in LanguageCode]?: string } = {};
  for (const language of LANGUAGES) {
    const text = posted.text(`${field}_${language}`);
    if (text) texts[language] = text;
  }
  return texts;
}

/** The form of a new forum. Refuses with every wrong field. */
export function newForum(posted: Posted, country: string): Result<NewForum> {
  const errors: FieldError[] = [];
  const wrong = (field: string, what: Message) => errors.push({ field, message: what });
  const name = textsOf(posted, 'name');
  const motto = textsOf(posted, 'motto');
  const first = Object.values(name)[0] ?? '';
  if (!first) wrong('name_az', message('home.forum.name_missing'));
  for (const [field, texts] of Object.entries({ name, motto }))
    for (const [language, text] of Object.entries(texts)) {
      const params = { max: MOST[field as 'name' | 'motto'], found: text.length };
      if (params.found > params.max) wrong(`${field}_${language}`, message('errors.field_too_long', params));
    }
  const slug = posted.text('slug') || madeOf(first);
  if (first && !isAddress(slug)) wrong('slug', message('home.forum.slug_letters', { found: slug.slice(0, 80) }));
  else if (TAKEN_SLUGS.has(slug)) wrong('slug', message('home.forum.slug_taken', { found: slug }));
  const asked = posted.text('motif') || '1';
  const motif = ([1, 2, 3] as const).find((known) => String(known) === asked);
  if (!motif) wrong('motif', message('home.forum.motif_unknown'));
  const caution = cautionLevel(posted, firstLevel(country));
  if (!caution.ok) errors.push(...(caution.refusal.fields ?? []));
  if (errors.length > 0 || !motif || !caution.ok) return refuseFields(errors);
  return { ok: true, value: { name, motto, slug, motif, caution: caution.value } };
}

/** The address that a name makes: whole words, short enough to be cited. */
const madeOf = (name: string): string =>
  slugOf(name)
    .split('-')
    .reduce(
      (made, word) => (made && made.length + word.length >= MOST.made ? made : [made, word].filter(Boolean).join('-')),
      '',
    )
    .slice(0, 60);
