/** The languages of the interface. Content may exist in one of them only; it is never translated silently. */
export const LANGUAGES = ['az', 'en', 'ru'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

export const isLanguage = (value: string): value is LanguageCode => (LANGUAGES as readonly string[]).includes(value);

/** A text in one or several languages, as the database keeps it (one jsonb). At least one language is present. */
export type Texts = { readonly [L in LanguageCode]?: string };

/** A text as one reader gets it: `own` is false when it is shown in another language than the page's. */
export interface Chosen {
  readonly text: string;
  readonly language: LanguageCode;
  readonly own: boolean;
}

/** The reader's language if written, else the first written one in the order of LANGUAGES. */
export function choose(texts: Texts, wanted: LanguageCode): Chosen {
  const own = texts[wanted];
  if (own) return { text: own, language: wanted, own: true };
  for (const language of LANGUAGES) {
    const text = texts[language];
    if (text) return { text, language, own: false };
  }
  return { text: '', language: wanted, own: true };
}
