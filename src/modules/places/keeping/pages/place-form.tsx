import type { LanguageCode } from '#core/i18n/texts.ts';
import { AreaField, DateField, NumberField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { PLACE_KINDS } from '../../schema.ts';
import { StillWithheld, type StillWithheldProps } from '../../withheld/pages/still-withheld.tsx';

interface PlaceFormProps {
  readonly of: Filled;
  readonly title: string;
  readonly action: string;
  readonly back: string;
  /** The forum's languages, the first one asked first. */
  readonly languages: readonly LanguageCode[];
  readonly parents: readonly Option[];
  readonly territories: readonly Option[];
  /** Null: a new place, whose address word may be chosen. */
  readonly slug: string | null;
  readonly withheld: StillWithheldProps['texts'];
}

/** Adds or corrects a place. */
export const PlaceForm = (props: PlaceFormProps) => {
  const { of, title, action, back, languages, parents, territories, slug } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={title} />
      <StillWithheld lang={lang} texts={props.withheld} />
      <Form
        of={of}
        action={action}
        deed={lang.t(slug ? 'places.form.save' : 'places.form.add')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="kind"
          label={lang.t('places.field.kind')}
          none={lang.t('places.form.choose')}
          options={PLACE_KINDS.map((kind) => ({ value: kind, label: lang.t(`places.kind.${kind}`) }))}
          width="m"
        />
        <NameFields of={of} languages={languages} prefix="name" hint={lang.t('places.form.name_hint')} />
        <Which of={of} name="parent" label={lang.t('places.field.parent')} options={parents} />
        {territories.length > 0 ? (
          <Which of={of} name="territory" label={lang.t('places.kind.territory')} options={territories} />
        ) : null}
        <NumberField
          of={of}
          name="lat"
          label={lang.t('places.field.lat')}
          hint={lang.t('places.form.lat_hint')}
          decimal
          optional
        />
        <NumberField
          of={of}
          name="lon"
          label={lang.t('places.field.lon')}
          hint={lang.t('places.form.lon_hint')}
          decimal
          optional
        />
        <DateField
          of={of}
          name="valid_from"
          label={lang.t('places.field.from')}
          hint={lang.t('places.form.from_hint')}
          optional
        />
        <TextField
          of={of}
          name="code"
          label={lang.t('places.field.code')}
          hint={lang.t('places.form.code_hint')}
          width="m"
          optional
        />
        <TextField
          of={of}
          name="source"
          label={lang.t('places.field.source')}
          hint={lang.t('places.form.source_hint')}
          optional
        />
        {slug ? null : (
          <TextField
            of={of}
            name="slug"
            label={lang.t('places.field.slug')}
            hint={lang.t('places.form.slug_hint')}
            width="m"
            optional
          />
        )}
        <AreaField
          of={of}
          name="outline"
          label={lang.t('places.field.outline')}
          hint={lang.t('places.form.outline_hint')}
          rows={3}
          optional
        />
      </Form>
    </>
  );
};

interface NameFieldsProps {
  readonly of: Filled;
  readonly languages: readonly LanguageCode[];
  readonly prefix: string;
  readonly hint?: string;
  /** None of them is needed. */
  readonly free?: boolean;
}

/** One field for each language of the forum; one written is enough. */
export const NameFields = ({ of, languages, prefix, hint, free }: NameFieldsProps) => (
  <>
    {languages.map((language, i) => (
      <TextField
        key={language}
        of={of}
        name={`${prefix}_${language}`}
        label={of.lang.t(prefix === 'name' ? 'places.form.name_in' : 'places.form.short_in', {
          language: of.lang.t(`core.language.${language}`),
        })}
        hint={i === 0 ? hint : undefined}
        textLang={language}
        optional={free === true || i > 0}
      />
    ))}
  </>
);

interface WhichProps {
  readonly of: Filled;
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly hint?: string;
}

/** More than a list can show: then it is typed. */
const MOST_OPTIONS = 200;

/** One of the places or bodies: chosen from a list, or typed by name, code or address word where the list would be too long. */
export const Which = ({ of, name, label, options, hint }: WhichProps) =>
  options.length <= MOST_OPTIONS ? (
    <SelectField
      of={of}
      name={name}
      label={label}
      hint={hint}
      none={of.lang.t('places.form.none')}
      options={options}
      optional
    />
  ) : (
    <TextField of={of} name={name} label={label} hint={of.lang.t('places.form.typed_hint')} optional />
  );
