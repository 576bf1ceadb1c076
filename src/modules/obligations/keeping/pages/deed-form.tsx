import type { PlainDate } from '#core/time/plain-date.ts';
import { Tick } from '#ui/choice.tsx';
import { DateField, FileField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PaperFields } from '#ui/paper.tsx';
import { PageTitle } from '#ui/title.tsx';

export const DEEDS = ['fulfil', 'waive', 'extend'] as const;
export type DeedName = (typeof DEEDS)[number];

/** Who fills in: a keeper by what the sources say, a keeper from a letter of the body, the body itself. */
export type Filling = 'keeper' | 'paper' | 'body';

interface DeedFormProps {
  readonly of: Filled;
  readonly deed: DeedName;
  readonly by: Filling;
  readonly today: PlainDate;
  readonly action: string;
  readonly back: string;
  /** "No 12: Letter of the community". */
  readonly over: string;
}

/** What is said of a case: done by a source, with the files that show it; not owed for a reason; longer for a reason. */
export const DeedForm = (props: DeedFormProps) => {
  const { of, deed, by, action, back, over } = props;
  const { lang } = of;
  const fulfils = deed === 'fulfil';
  const title = {
    keeper: lang.t(`obligations.${deed}.title`),
    paper: lang.t('obligations.fulfil.title_paper'),
    body: lang.t(fulfils ? 'obligations.fulfil.title_body' : `obligations.${deed}.title`),
  }[by];
  const bodyFulfils = by === 'body' && fulfils;
  return (
    <>
      <PageTitle
        over={over}
        title={title}
        lede={lang.t(bodyFulfils ? 'obligations.fulfil.lede_body' : `obligations.${deed}.lede`)}
      />
      <Form
        of={of}
        action={action}
        files={fulfils}
        hidden={by === 'paper' ? { way: 'paper' } : {}}
        deed={bodyFulfils ? title : lang.t(`obligations.${deed}.deed`)}
        second={<Cancel href={back}>{lang.t('obligations.cancel')}</Cancel>}
      >
        {fulfils ? (
          <FulfilFields {...props} />
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

const FulfilFields = ({ of, by, today }: DeedFormProps) => {
  const { lang } = of;
  return (
    <>
      {by === 'paper' ? <PaperFields of={of} today={today} /> : null}
      <DateField of={of} name="on_day" label={lang.t('obligations.fulfil.on')} max={today} />
      <TextField
        of={of}
        name="source"
        label={lang.t('obligations.source')}
        hint={lang.t('obligations.fulfil.source_hint')}
        maxlength={500}
      />
      <TextField of={of} name="url" type="url" label={lang.t('obligations.url')} optional />
      <FileField
        of={of}
        name="files"
        label={lang.t('obligations.fulfil.files')}
        hint={lang.t('obligations.fulfil.files_hint')}
        accept="image/*,.pdf,.docx,.xlsx,.csv,.txt"
        several
        optional
      />
      <Tick of={of} name="everybody" label={lang.t('obligations.fulfil.everybody')} />
    </>
  );
};
