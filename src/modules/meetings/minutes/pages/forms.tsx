import type { LanguageCode } from '#core/i18n/texts.ts';
import { Radios } from '#ui/choice.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { AreaField, DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { TextsFields } from '../../pages/parts/texts-fields.tsx';
import { APPROVED_BY } from '../schema.ts';

interface FormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}
const cancel = ({ of, back }: FormProps) => <Cancel href={back}>{of.lang.t('ui.cancel')}</Cancel>;

/** The draft goes round to the members. */
export const CirculationForm = (props: FormProps) => {
  const { of, action } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.circulate.title')} lede={lang.t('meetings.circulate.lede')} />
      <Form of={of} action={action} deed={lang.t('meetings.circulate.title')} second={cancel(props)}>
        <DateField
          of={of}
          name="until"
          label={lang.t('meetings.circulate.until')}
          hint={lang.t('meetings.circulate.until_hint')}
        />
      </Form>
    </>
  );
};

/** Which item it is about; none: the minutes as a whole. */
const ItemField = ({ of, items }: { of: Filled; items: readonly Option[] }) => (
  <SelectField
    of={of}
    name="item"
    label={of.lang.t('meetings.item')}
    options={items}
    none={of.lang.t('meetings.form.no_item')}
    optional
  />
);

interface RemarkFormProps extends FormProps {
  /** Came by a link: where the minutes are read; null: they were read before. */
  readonly read: string | null;
  readonly bodies: readonly Option[];
  readonly items: readonly Option[];
}

/** What a member remarks. */
export const RemarkForm = (props: RemarkFormProps) => {
  const { of, action, bodies, items, read } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.remark.title')} lede={lang.t('meetings.remark.lede')} />
      {read ? (
        <p>
          <Link href={read}>{lang.t('meetings.remark.read')}</Link>
        </p>
      ) : null}
      <Form of={of} action={action} deed={lang.t('meetings.remark.deed')} second={cancel(props)}>
        <SelectField of={of} name="body" label={lang.t('meetings.organisation')} options={bodies} />
        <ItemField of={of} items={items} />
        <AreaField of={of} name="words" label={lang.t('meetings.remark.words')} rows={4} maxlength={2000} />
      </Form>
    </>
  );
};

/** The answer to a remark. */
export const AnswerForm = (props: FormProps & { readonly remark: string; readonly words: string }) => {
  const { of, action, remark, words } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.remark.answer')} lede={words} />
      <Form of={of} action={action} deed={lang.t('meetings.remark.answer')} hidden={{ remark }} second={cancel(props)}>
        <Radios
          of={of}
          name="accepted"
          label={lang.t('meetings.remark.verdict')}
          options={[
            { value: 'yes', label: lang.t('meetings.remark.accepted'), hint: lang.t('meetings.remark.accepted_hint') },
            { value: 'no', label: lang.t('meetings.remark.refused') },
          ]}
        />
        <AreaField of={of} name="words" label={lang.t('meetings.remark.why')} rows={3} maxlength={2000} />
      </Form>
    </>
  );
};

/** How the minutes were approved. */
export const ApprovalForm = (props: FormProps & { readonly meetings: readonly Option[] }) => {
  const { of, action, meetings } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.approve.title')} lede={lang.t('meetings.approve.lede')} />
      <Form of={of} action={action} deed={lang.t('meetings.approve.title')} second={cancel(props)}>
        <Radios
          of={of}
          name="how"
          label={lang.t('meetings.approve.how')}
          options={APPROVED_BY.map((value) => ({ value, label: lang.t(`meetings.approve.${value}`) }))}
        />
        <SelectField
          of={of}
          name="by_meeting"
          label={lang.t('meetings.approve.by_meeting')}
          options={meetings}
          none={lang.t('meetings.form.none')}
          optional
        />
      </Form>
    </>
  );
};

/** Everybody can read them from now on. */
export const PublicationPage = ({ of, action, back }: FormProps) => (
  <>
    <PageTitle title={of.lang.t('meetings.publish.title')} lede={of.lang.t('meetings.publish.lede')} />
    <Confirm of={of} action={action} deed={of.lang.t('meetings.publish.title')} cancelHref={back}>
      <p>{of.lang.t('meetings.publish.what')}</p>
    </Confirm>
  </>
);

interface CorrectionFormProps extends FormProps {
  readonly languages: readonly LanguageCode[];
  readonly items: readonly Option[];
}

/** A correction of approved minutes. */
export const CorrectionForm = (props: CorrectionFormProps) => {
  const { of, action, languages, items } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.correction.title')} lede={lang.t('meetings.correction.lede')} />
      <Form of={of} action={action} deed={lang.t('meetings.correction.title')} second={cancel(props)}>
        <ItemField of={of} items={items} />
        <TextsFields
          of={of}
          name="words"
          label={lang.t('meetings.correction.words')}
          languages={languages}
          rows={4}
          maxlength={4000}
        />
        <TextField
          of={of}
          name="decision"
          label={lang.t('meetings.correction.decision')}
          hint={lang.t('meetings.correction.decision_hint')}
          maxlength={500}
        />
      </Form>
    </>
  );
};
