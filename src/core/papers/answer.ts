import { type Answer, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';
import type { Paper } from './paper.ts';
import { isPressFull, press, TYPES, type Wanted } from './press.ts';

/** Papers as a file that the browser saves; `name` without its ending. */
export async function printed(web: Web, wanted: Wanted, papers: readonly Paper[], name: string): Promise<Answer> {
  if (isPressFull()) return refused({ kind: 'too_many', message: message('errors.body.too_many') });
  const body = await press(wanted, papers, web.now);
  // What everybody gets is made once and kept as long as nothing of the forum changes.
  const cacheable = web.actor.kind === 'nobody';
  return { kind: 'file', type: TYPES[wanted], body, name: `${name}.${wanted}`, cacheable };
}

/** In which language papers are asked for: `?language=`, else the one given. */
export function paperLanguage(web: Web, usual: LanguageCode): LanguageCode {
  const asked = web.url.searchParams.get('language') ?? '';
  return isLanguage(asked) ? asked : usual;
}
