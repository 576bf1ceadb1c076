import type { ComponentChildren } from 'preact';
import { AreaField, DateField, NumberField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { THANS } from '../../../rulebook/schema.ts';

interface FormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

/** Writes the founding procedure. */
export const FoundingForm = ({ of, action, back }: FormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('forum.documents.founding.title')} lede={lang.t('forum.documents.founding.form_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.documents.founding.save')}
        second={<Cancel href={back}>{lang.t('forum.documents.back')}</Cancel>}
      >
        <DateField of={of} name="meets_on" label={lang.t('forum.documents.founding.meets_on')} />
        <TextField of={of} name="place" label={lang.t('forum.documents.founding.place')} maxlength={300} />
        <TextField
          of={of}
          name="initiators"
          label={lang.t('forum.documents.founding.initiators')}
          hint={lang.t('forum.documents.founding.no_names')}
          maxlength={300}
        />
        <AreaField
          of={of}
          name="invited"
          label={lang.t('forum.documents.founding.invited')}
          hint={lang.t('forum.documents.founding.invited_hint')}
          rows={12}
        />
        <ShareOf of={of} prefix="quorum" />
        <ShareOf of={of} prefix="majority" />
        <TextField
          of={of}
          name="counters"
          label={lang.t('forum.documents.founding.counters')}
          hint={lang.t('forum.documents.founding.no_names')}
          maxlength={300}
        />
      </Form>
    </>
  );
};

const ShareOf = ({ of, prefix }: { readonly of: Filled; readonly prefix: 'quorum' | 'majority' }) => {
  const { lang } = of;
  return (
    <fieldset>
      <legend>{lang.t(`forum.documents.founding.${prefix}`)}</legend>
      <SelectField
        of={of}
        name={`${prefix}_than`}
        label={lang.t('forum.rulebook.field.than')}
        options={THANS.map((value) => ({ value, label: lang.t(`forum.rulebook.than.${value}`) }))}
        width="m"
      />
      <TextField
        of={of}
        name={`${prefix}_share`}
        label={lang.t('forum.rulebook.field.share')}
        hint={lang.t('forum.rulebook.field.share_hint')}
        maxlength={12}
        width="s"
      />
    </fieldset>
  );
};

const DayForm = ({ of, action, back, title, lede, deed, children }: FormProps & DayWords) => (
  <>
    <PageTitle title={title} lede={lede} />
    <Form of={of} action={action} deed={deed} second={<Cancel href={back}>{of.lang.t('forum.documents.back')}</Cancel>}>
      <DateField of={of} name="on" label={of.lang.t('forum.documents.day')} />
      {children}
    </Form>
  </>
);
interface DayWords {
  readonly title: string;
  readonly lede: string;
  readonly deed: string;
  readonly children?: ComponentChildren;
}

/** Publishes it with the invitation; an earlier day means that it is entered afterwards from paper. */
export const PublicationForm = (props: FormProps) => {
  const { lang } = props.of;
  return (
    <DayForm
      {...props}
      title={lang.t('forum.documents.founding.publish')}
      lede={lang.t('forum.documents.founding.publish_lede')}
      deed={lang.t('forum.documents.founding.publish')}
    />
  );
};

/** Enters that the assembly adopted it as its first item. */
export const FoundingAdoptionForm = (props: FormProps) => {
  const { lang } = props.of;
  return (
    <DayForm
      {...props}
      title={lang.t('forum.documents.founding.adopt')}
      lede={lang.t('forum.documents.founding.adopt_lede')}
      deed={lang.t('forum.documents.founding.adopt_deed')}
    >
      {(['present', 'for', 'against', 'abstain'] as const).map((name) => (
        <NumberField key={name} of={props.of} name={name} label={lang.t(`forum.documents.adopt.count.${name}`)} />
      ))}
    </DayForm>
  );
};
