import type { LanguageCode } from '#core/i18n/texts.ts';
import { Radios, Tick } from '#ui/choice.tsx';
import { AreaField, DateField, NumberField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { TextsFields } from '../../pages/parts/texts-fields.tsx';
import { CONVENERS, MEETING_KINDS } from '../../schema.ts';

const CALLED_KINDS = MEETING_KINDS.filter((kind) => kind !== 'village');

interface CallFormProps {
  readonly of: Filled;
  readonly languages: readonly LanguageCode[];
  readonly bodies: readonly Option[];
  /** Working groups of today. */
  readonly groups: readonly Option[];
  /** A new one; a draft; one that members know of. */
  readonly stage: 'new' | 'draft' | 'sent';
  readonly action: string;
  readonly back: string;
}

/** When, where and by whom a meeting is called. */
export const CallForm = ({ of, languages, bodies, groups, stage, action, back }: CallFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t(`meetings.call.title_${stage}`)} lede={lang.t(`meetings.call.lede_${stage}`)} />
      <Form
        of={of}
        action={action}
        deed={lang.t(`meetings.call.deed_${stage}`)}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="kind"
          label={lang.t('meetings.call.kind')}
          options={CALLED_KINDS.filter((kind) => kind !== 'working_group' || groups.length > 0).map((value) => ({
            value,
            label: lang.t(`meetings.kind.${value}`),
            hint: lang.t(`meetings.kind_hint.${value}`),
          }))}
        />
        {groups.length > 0 ? (
          <SelectField
            of={of}
            name="group"
            label={lang.t('meetings.call.group')}
            hint={lang.t('meetings.call.group_hint')}
            options={groups}
            none={lang.t('meetings.form.choose')}
            optional
          />
        ) : null}
        <TextsFields
          of={of}
          name="title"
          label={lang.t('meetings.call.name')}
          hint={lang.t('meetings.call.name_hint')}
          languages={languages}
          maxlength={300}
        />
        <DateField of={of} name="on" label={lang.t('meetings.call.on')} hint={lang.t('meetings.call.on_hint')} />
        <TextField of={of} name="hour" label={lang.t('meetings.call.hour')} hint="14:30" width="s" optional />
        <DateField
          of={of}
          name="until"
          label={lang.t('meetings.call.until')}
          hint={lang.t('meetings.call.until_hint')}
          optional
        />
        <TextsFields
          of={of}
          name="place"
          label={lang.t('meetings.call.place')}
          languages={languages}
          maxlength={300}
          optional
        />
        <TextField
          of={of}
          name="link"
          type="url"
          label={lang.t('meetings.call.link')}
          hint={lang.t('meetings.call.link_hint')}
          optional
        />
        <Conveners of={of} bodies={bodies} />
        <SelectField
          of={of}
          name="language"
          label={lang.t('meetings.call.language')}
          options={languages.map((value) => ({ value, label: lang.t(`core.language.${value}`) }))}
        />
        <Tick of={of} name="urgent" label={lang.t('meetings.call.urgent')} hint={lang.t('meetings.call.urgent_hint')} />
        <AreaField
          of={of}
          name="reason"
          label={lang.t(stage === 'sent' ? 'meetings.call.reason_moved' : 'meetings.call.reason')}
          rows={2}
          maxlength={2000}
          optional
        />
        {stage === 'new' ? (
          <DateField
            of={of}
            name="invited"
            label={lang.t('meetings.call.invited')}
            hint={lang.t('meetings.call.invited_hint')}
            optional
          />
        ) : null}
      </Form>
    </>
  );
};

/** Who calls it, and which organisation keeps the minutes. */
const Conveners = ({ of, bodies }: Pick<CallFormProps, 'of' | 'bodies'>) => {
  const { lang } = of;
  return (
    <>
      <Radios
        of={of}
        name="convener"
        label={lang.t('meetings.call.convener')}
        options={CONVENERS.map((value) => ({ value, label: lang.t(`meetings.convener.${value}`) }))}
      />
      <NumberField
        of={of}
        name="members"
        label={lang.t('meetings.call.members')}
        hint={lang.t('meetings.call.members_hint')}
        optional
      />
      <SelectField
        of={of}
        name="body"
        label={lang.t('meetings.call.body')}
        hint={lang.t('meetings.call.body_hint')}
        options={bodies}
        none={lang.t('meetings.form.choose')}
      />
    </>
  );
};
