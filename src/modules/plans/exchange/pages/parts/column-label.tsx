import type { Lang } from '#core/i18n/lang.ts';
import { LANGUAGES } from '#core/i18n/texts.ts';

/** "Title (Azerbaijani)" for `title_az`; a column without a name for people is called by its own. */
export function columnLabel(lang: Lang, column: string): string {
  const language = LANGUAGES.find((code) => column.endsWith(`_${code}`));
  const stem = language ? column.slice(0, -3) : column;
  const key = `plans.exchange.column.${stem}`;
  if (!lang.has(key)) return column;
  const name = lang.say({ key });
  return language ? `${name} (${lang.t(`core.language.${language}`)})` : name;
}
