import { Radios } from '#ui/choice.tsx';
import { DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { INTEREST_KINDS } from '../schema.ts';

interface InterestFormProps {
  readonly of: Filled;
  /** The seats for which whoever asks may declare. */
  readonly seats: readonly Option[];
  readonly bodies: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** Whose interest it is, in what, and of which kind. */
export const InterestForm = ({ of, seats, bodies, action, back }: InterestFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('forum.interests.declare')} lede={lang.t('forum.interests.declare_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.interests.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField of={of} name="seat" label={lang.t('forum.interests.seat')} options={seats} />
        <Radios
          of={of}
          name="of"
          label={lang.t('forum.interests.of')}
          options={(['organisation', 'representative', 'alternate'] as const).map((value) => ({
            value,
            label: lang.t(`forum.interests.${value}`),
          }))}
        />
        <fieldset>
          <legend>{lang.t('forum.interests.about')}</legend>
          <p class="hint">{lang.t('forum.interests.about_hint')}</p>
          <div class="stack">
            <SelectField
              of={of}
              name="body"
              label={lang.t('forum.interests.body')}
              options={bodies}
              none={lang.t('forum.choose')}
              optional
            />
            <TextField
              of={of}
              name="page"
              label={lang.t('forum.interests.page')}
              hint={lang.t('forum.interests.page_hint')}
              maxlength={300}
              optional
            />
          </div>
        </fieldset>
        <Radios
          of={of}
          name="kind"
          label={lang.t('forum.interests.kind')}
          options={INTEREST_KINDS.map((kind) => ({ value: kind, label: lang.t(`forum.interests.${kind}`) }))}
        />
        <TextField
          of={of}
          name="words"
          label={lang.t('forum.interests.words')}
          hint={lang.t('forum.interests.words_hint')}
          maxlength={500}
          optional
        />
      </Form>
    </>
  );
};

interface InterestEndProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

/** The interest is no more. */
export const InterestEnd = ({ of, action, back }: InterestEndProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('forum.interests.end')} lede={lang.t('forum.interests.end_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.end.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <DateField of={of} name="last" label={lang.t('forum.end.last')} hint={lang.t('forum.interests.last_hint')} />
      </Form>
    </>
  );
};
