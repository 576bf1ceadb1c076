import { DateField, NumberField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface CountFormProps {
  readonly of: Filled;
  readonly groups: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** How many women and men speak for a group: numbers, never names. */
export const CountForm = ({ of, groups, action, back }: CountFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('forum.counts.enter')} lede={lang.t('forum.counts.enter_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.counts.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField of={of} name="constituency" label={lang.t('forum.seat.group')} options={groups} />
        <DateField of={of} name="on" label={lang.t('forum.counts.on')} />
        <NumberField of={of} name="women" label={lang.t('forum.counts.women')} />
        <NumberField of={of} name="men" label={lang.t('forum.counts.men')} />
        <TextField
          of={of}
          name="source"
          label={lang.t('forum.term.source')}
          hint={lang.t('forum.counts.source_hint')}
          maxlength={500}
        />
      </Form>
    </>
  );
};
