import { DEMANDERS } from '#core/withholding/withheld.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField, DateField, FileField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface DemandFormProps {
  readonly of: Filled;
  /** Which thing: type and id. */
  readonly hidden: { readonly type: string; readonly id: string };
  /** What kind of thing it is, and where it stands. */
  readonly thing: string;
  readonly title: string;
  readonly action: string;
  readonly back: string;
}

/** A demand to take something down is written down first; what follows from it is a press of its own. */
export const DemandFormPage = ({ of, hidden, thing, title, action, back }: DemandFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={`${thing}: ${title}`}
        title={lang.t('home.withheld.new')}
        lede={lang.t('home.withheld.new_lede')}
      />
      <Form
        of={of}
        action={action}
        hidden={hidden}
        deed={lang.t('home.withheld.enter')}
        files
        second={<Cancel href={back}>{lang.t('home.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="demander"
          label={lang.t('home.withheld.from')}
          options={DEMANDERS.map((one) => ({ value: one, label: lang.t(`home.withheld.from_${one}`) }))}
        />
        <TextField
          of={of}
          name="demander_name"
          label={lang.t('home.withheld.who')}
          hint={lang.t('home.withheld.who_hint')}
          maxlength={200}
          optional
        />
        <DateField of={of} name="on" label={lang.t('home.withheld.on')} />
        <AreaField
          of={of}
          name="ground"
          label={lang.t('home.withheld.ground')}
          hint={lang.t('home.withheld.ground_hint')}
          rows={3}
          maxlength={500}
        />
        <FileField
          of={of}
          name="letter"
          label={lang.t('home.withheld.letter')}
          hint={lang.t('home.withheld.letter_hint')}
          accept=".pdf,.jpg,.jpeg,.png,.docx"
          optional
        />
      </Form>
    </>
  );
};
