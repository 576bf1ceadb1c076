import type { LanguageCode } from '#core/i18n/texts.ts';
import { Checkboxes } from '#ui/choice.tsx';
import { DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { NameFields, Which } from '../../../keeping/pages/place-form.tsx';
import { StillWithheld, type StillWithheldProps } from '../../../withheld/pages/still-withheld.tsx';
import { SIDE_NAMES, SIDES } from '../../schema.ts';

interface BodyFormProps {
  readonly of: Filled;
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly languages: readonly LanguageCode[];
  readonly places: readonly Option[];
  readonly bodies: readonly Option[];
  readonly classes: readonly Option[];
  /** Null: a new body, whose address word may be chosen. */
  readonly slug: string | null;
  readonly withheld: StillWithheldProps['texts'];
}

/** Adds or corrects a body. */
export const BodyForm = (props: BodyFormProps) => {
  const { of, title, action, back, languages, places, bodies, classes, slug } = props;
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
          options={SIDE_NAMES.flatMap((side) => SIDES[side]).map((kind) => ({
            value: kind,
            label: lang.t(`places.body_kind.${kind}`),
          }))}
        />
        <NameFields of={of} languages={languages} prefix="name" hint={lang.t('places.body.name_hint')} />
        <NameFields of={of} languages={languages} prefix="short" hint={lang.t('places.body.short_hint')} free />
        <Which of={of} name="place" label={lang.t('places.body.seat')} options={places} />
        <Which
          of={of}
          name="part_of"
          label={lang.t('places.body.part_of')}
          options={bodies}
          hint={lang.t('places.body.part_of_hint')}
        />
        {classes.length > 0 ? (
          <Checkboxes of={of} name="classes" label={lang.t('places.body.classes')} options={classes} optional />
        ) : null}
        <Office of={of} />
        <DateField of={of} name="valid_from" label={lang.t('places.field.from')} optional />
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
      </Form>
    </>
  );
};

/** Ways to reach the office, all public: the hint says so. */
const Office = ({ of }: { readonly of: Filled }) => {
  const { lang } = of;
  return (
    <fieldset>
      <legend>{lang.t('places.body.office')}</legend>
      <p class="hint">{lang.t('places.body.office_hint')}</p>
      <div class="stack">
        <TextField of={of} name="address" label={lang.t('places.body.address')} optional />
        <TextField of={of} name="phone" label={lang.t('places.body.phone')} type="tel" width="m" optional />
        <TextField of={of} name="email" label={lang.t('places.body.email')} type="email" optional />
        <TextField of={of} name="site" label={lang.t('places.body.site')} hint="https://example.az" optional />
      </div>
    </fieldset>
  );
};
