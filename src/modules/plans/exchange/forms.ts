import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import { MOST, Reading } from '../forms.ts';
import { PLAN_KINDS, type PlanId } from '../plan/schema.ts';
import type { Choice } from './schema.ts';

/** What a person chose beside the file. `own`: the language of the forum, where nothing else was said. */
export function readChoice(posted: Posted, own: LanguageCode): Result<Choice> {
  const read = new Reading(posted);
  const target = posted.text('target');
  const isNew = !isId(target);
  const slug = isNew ? read.line('slug', 80) : null;
  if (slug !== null && !/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug))
    read.wrong('slug', message('plans.plan.wrong.not_slug', { found: slug.slice(0, 60) }));
  return read.end({
    target: isNew ? 'new' : (target as PlanId),
    words: read.choice('words', LANGUAGES, own),
    title: isNew ? read.line('title', MOST.title) : null,
    kind: isNew && posted.text('kind') !== '' ? read.choice('kind', PLAN_KINDS, 'local') : null,
    slug,
    unknown: posted.text('unknown') === 'add' ? 'add' : 'refuse',
  });
}
