import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { AreaField, TextField } from '#ui/field.tsx';
import { errorOf, type Filled, textOf } from '#ui/filled.ts';

interface TextsFieldsProps {
  readonly of: Filled;
  /** `title` makes the fields `title_az`, `title_en`, `title_ru`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The language of the plan's own words: this one is asked first, the others are renderings behind a fold. */
  readonly own: LanguageCode;
  readonly max: number;
  /** Given: several lines of text. */
  readonly rows?: number | undefined;
  readonly optional?: boolean | undefined;
}

/** One text in the plan's own language, and in the two others if somebody wrote a rendering. */
export const TextsFields = (props: TextsFieldsProps) => {
  const { of, name, own } = props;
  const others = LANGUAGES.filter((language) => language !== own);
  const filled = others.some((l) => textOf(of, `${name}_${l}`) !== '' || errorOf(of, `${name}_${l}`) !== null);
  return (
    <>
      <OneText {...props} language={own} hint={props.hint} optional={props.optional} />
      <details open={filled}>
        <summary>{of.lang.t('plans.plan.form.other_languages', { what: props.label })}</summary>
        {others.map((language) => (
          <OneText key={language} {...props} language={language} hint={undefined} optional />
        ))}
      </details>
    </>
  );
};

const OneText = ({
  of,
  name,
  label,
  hint,
  max,
  rows,
  optional,
  language,
}: TextsFieldsProps & { language: LanguageCode }) => {
  const field = {
    of,
    name: `${name}_${language}`,
    label: of.lang.t('plans.plan.form.in_language', { what: label, language: of.lang.t(`core.language.${language}`) }),
    hint,
    optional,
    maxlength: max,
    textLang: language,
  };
  return rows ? <AreaField {...field} rows={rows} /> : <TextField {...field} />;
};
