import type { LanguageCode } from '#core/i18n/texts.ts';
import { Checkboxes } from '#ui/choice.tsx';
import { AreaField, DateField, NumberField, type Option, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface DecisionFormProps {
  readonly of: Filled;
  /** The first decision is the founding. */
  readonly founding: boolean;
  /** Groups that there are. */
  readonly groups: readonly Option[];
  /** How many rows for new groups. */
  readonly rows: number;
  readonly languages: readonly LanguageCode[];
  readonly places: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** A decision on the composition of the forum: its number and days, seats for groups, new groups, places. */
export const DecisionForm = (props: DecisionFormProps) => {
  const { of, founding, groups, rows, places, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t(founding ? 'forum.composition.first' : 'forum.composition.next')}
        lede={lang.t(founding ? 'forum.composition.first_lede' : 'forum.composition.next_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.composition.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <TextField
          of={of}
          name="number"
          label={lang.t('forum.composition.number')}
          hint={lang.t('forum.composition.number_hint')}
          maxlength={200}
        />
        <DateField of={of} name="decided_on" label={lang.t('forum.composition.decided_on')} />
        <DateField
          of={of}
          name="from"
          label={lang.t('forum.composition.from')}
          hint={lang.t('forum.composition.from_hint')}
        />
        {groups.length > 0 ? (
          <fieldset>
            <legend>{lang.t('forum.composition.more')}</legend>
            <div class="stack">
              {groups.map(({ value, label }) => (
                <NumberField key={value} of={of} name={`more_${value}`} label={label} optional />
              ))}
            </div>
          </fieldset>
        ) : null}
        {Array.from({ length: rows }, (_, i) => (
          <NewGroup key={i} {...props} i={i} />
        ))}
        {places.length > 0 ? (
          <Checkboxes of={of} name="places" label={lang.t('forum.composition.places')} options={places} optional />
        ) : null}
        <AreaField
          of={of}
          name="reason"
          label={lang.t('forum.composition.reason')}
          rows={3}
          maxlength={2000}
          optional
        />
        <TextField of={of} name="url" type="url" label={lang.t('forum.composition.url')} optional />
      </Form>
    </>
  );
};

const NewGroup = ({ of, languages, i }: DecisionFormProps & { readonly i: number }) => {
  const { lang } = of;
  return (
    <fieldset>
      <legend>{lang.t('forum.composition.new_group', { n: i + 1 })}</legend>
      <div class="stack">
        {languages.map((code) => (
          <TextField
            key={code}
            of={of}
            name={`group_${i}_${code}`}
            label={lang.t('forum.composition.group_name', { language: lang.t(`core.language.${code}`) })}
            textLang={code}
            maxlength={200}
            optional
          />
        ))}
        <NumberField of={of} name={`group_${i}_seats`} label={lang.t('forum.composition.seats')} optional />
      </div>
    </fieldset>
  );
};
