import type { Answer, Web } from '#core/http/route.ts';
import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';
import type { Paper } from './paper.ts';
import { press, TYPES, type Wanted } from './press.ts';

/** Papers as a file that the browser saves; `name` without its ending. */
export async function printed(web: Web, wanted: Wanted, papers: readonly Paper[], name: string): Promise<Answer> {
  const body = await press(wanted, papers, web.now);
  return { kind: 'file', type: TYPES[wanted], body, name: `${name}.${wanted}` };
}

/** In which language papers are asked for: `?language=`, else the one given. */
export function paperLanguage(web: Web, usual: LanguageCode): LanguageCode {
  const asked = web.url.searchParams.get('language') ?? '';
  return isLanguage(asked) ? asked : usual;
}
