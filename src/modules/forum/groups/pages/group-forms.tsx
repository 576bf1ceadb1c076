import type { LanguageCode } from '#core/i18n/texts.ts';
import { Tick } from '#ui/choice.tsx';
import { AreaField, DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { BodyPostFields } from '../../pages/parts/body-post-fields.tsx';

interface FormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

/** A working group: what it is for, by which decision, from when. */
export const GroupForm = ({
  of,
  languages,
  action,
  back,
}: FormProps & { readonly languages: readonly LanguageCode[] }) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('forum.groups.make')} lede={lang.t('forum.groups.make_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.groups.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {languages.map((code) => (
          <fieldset key={code}>
            <legend>{lang.t(`core.language.${code}`)}</legend>
            <div class="stack">
              <TextField
                of={of}
                name={`name_${code}`}
                label={lang.t('forum.groups.name')}
                textLang={code}
                maxlength={200}
                optional
              />
              <AreaField
                of={of}
                name={`task_${code}`}
                label={lang.t('forum.groups.task')}
                textLang={code}
                rows={3}
                maxlength={1000}
                optional
              />
            </div>
          </fieldset>
        ))}
        <TextField
          of={of}
          name="decision"
          label={lang.t('forum.composition.number')}
          hint={lang.t('forum.composition.number_hint')}
          maxlength={200}
        />
        <TextField of={of} name="url" type="url" label={lang.t('forum.composition.url')} optional />
        <DateField of={of} name="from" label={lang.t('forum.term.from')} hint={lang.t('forum.term.from_hint')} />
        <DateField of={of} name="to" label={lang.t('forum.term.to')} hint={lang.t('forum.groups.to_hint')} optional />
      </Form>
    </>
  );
};

interface JoinProps extends FormProps {
  readonly over: string;
  readonly seats: readonly Option[];
  readonly bodies: readonly Option[];
}

/** Somebody joins the group: a member of the platform by its seat, or an expert from outside. */
export const JoinForm = ({ of, over, seats, bodies, action, back }: JoinProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={over} title={lang.t('forum.groups.join')} lede={lang.t('forum.groups.join_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.groups.join_deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="seat"
          label={lang.t('forum.seat.number')}
          options={seats}
          none={lang.t('forum.leads.no_seat')}
          optional
        />
        <BodyPostFields
          of={of}
          legend={lang.t('forum.groups.outside')}
          hint={lang.t('forum.groups.outside_hint')}
          postHint={lang.t('forum.groups.post_hint')}
          bodies={bodies}
        />
        <Tick of={of} name="leads" label={lang.t('forum.groups.leads')} />
        <DateField of={of} name="from" label={lang.t('forum.term.from')} />
      </Form>
    </>
  );
};

interface EndProps extends FormProps {
  readonly over: string;
  /** The whole group ends, or one of its members leaves. */
  readonly what: 'group' | 'member';
}

/** The group is ended by a decision, or somebody works in it no more. */
export const GroupEndForm = ({ of, over, what, action, back }: EndProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={over}
        title={lang.t(what === 'group' ? 'forum.groups.end' : 'forum.groups.leave')}
        lede={lang.t(what === 'group' ? 'forum.groups.end_lede' : 'forum.groups.leave_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.end.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <DateField of={of} name="last" label={lang.t('forum.end.last')} hint={lang.t('forum.end.last_hint')} />
        {what === 'group' ? (
          <TextField
            of={of}
            name="decision"
            label={lang.t('forum.composition.number')}
            hint={lang.t('forum.composition.number_hint')}
            maxlength={200}
          />
        ) : null}
      </Form>
    </>
  );
};
