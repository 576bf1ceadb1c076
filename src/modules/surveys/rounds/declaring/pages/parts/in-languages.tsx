import type { LanguageCode } from '#core/i18n/texts.ts';
import { AreaField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';

interface InLanguagesProps {
  readonly of: Filled;
  /** Fields `name_az`, `name_en`, `name_ru`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The languages of the forum; the first is asked, the others may stay empty. */
  readonly languages: readonly LanguageCode[];
  /** Several lines. */
  readonly rows?: number | undefined;
  readonly maxlength: number;
}

/** The same words in each language of the forum; one is enough. */
export const InLanguages = ({ of, name, label, hint, languages, rows, maxlength }: InLanguagesProps) => (
  <>
    {languages.map((code, i) => {
      const language = of.lang.t(`core.language.${code}`);
      const field = {
        ...{
          of,
          name: `${name}_${code}`,
          maxlength,
          textLang: code,
          optional: i > 0,
          hint: i === 0 ? hint : undefined,
        },
        label: languages.length === 1 ? label : of.lang.t('surveys.in_language', { label, language }),
      };
      return rows ? <AreaField key={code} {...field} rows={rows} /> : <TextField key={code} {...field} />;
    })}
  </>
);
