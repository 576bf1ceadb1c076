import type { LanguageCode } from '#core/i18n/texts.ts';
import { AreaField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';

interface TextsFieldsProps {
  readonly of: Filled;
  /** Fields `name_az`, `name_en`, `name_ru`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The languages of the forum; the first is asked, the others may stay empty. */
  readonly languages: readonly LanguageCode[];
  readonly optional?: boolean | undefined;
  /** Several lines. */
  readonly rows?: number | undefined;
  readonly maxlength: number;
}

/** The same words in each language of the forum; one is enough. */
export const TextsFields = ({ of, name, label, hint, languages, optional, rows, maxlength }: TextsFieldsProps) => (
  <>
    {languages.map((code, i) => {
      const field = {
        ...{ of, name: `${name}_${code}`, maxlength, textLang: code, optional: optional || i > 0 },
        hint: i === 0 ? hint : undefined,
        label:
          languages.length === 1
            ? label
            : of.lang.t('meetings.form.in_language', { label, language: of.lang.t(`core.language.${code}`) }),
      };
      return rows ? <AreaField key={code} {...field} rows={rows} /> : <TextField key={code} {...field} />;
    })}
  </>
);
