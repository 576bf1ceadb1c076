import { DateField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

export const DEEDS = ['fulfil', 'waive', 'extend'] as const;
export type DeedName = (typeof DEEDS)[number];

interface DeedFormProps {
  readonly of: Filled;
  readonly deed: DeedName;
  readonly action: string;
  readonly back: string;
  /** "No 12: Letter of the community". */
  readonly over: string;
}

/** What a keeper of the forum records on a case: done by a source, not owed for a reason, longer for a reason. */
export const DeedForm = ({ of, deed, action, back, over }: DeedFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={over} title={lang.t(`obligations.${deed}.title`)} lede={lang.t(`obligations.${deed}.lede`)} />
      <Form
        of={of}
        action={action}
        deed={lang.t(`obligations.${deed}.deed`)}
        second={<Cancel href={back}>{lang.t('obligations.cancel')}</Cancel>}
      >
        {deed === 'fulfil' ? (
          <>
            <DateField of={of} name="on_day" label={lang.t('obligations.fulfil.on')} />
            <TextField
              of={of}
              name="source"
              label={lang.t('obligations.source')}
              hint={lang.t('obligations.fulfil.source_hint')}
              maxlength={500}
            />
            <TextField of={of} name="url" type="url" label={lang.t('obligations.url')} optional />
          </>
        ) : (
          <TextField
            of={of}
            name="reason"
            label={lang.t('obligations.reason')}
            hint={lang.t('obligations.reason_hint')}
            maxlength={500}
          />
        )}
      </Form>
    </>
  );
};
