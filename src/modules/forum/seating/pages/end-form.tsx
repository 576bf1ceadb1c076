import { Radios } from '#ui/choice.tsx';
import { AreaField, DateField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { END_REASONS } from '../../seats/schema.ts';

interface EndFormProps {
  readonly of: Filled;
  readonly what: 'holding' | 'mandate';
  readonly title: string;
  readonly over: string;
  readonly action: string;
  readonly back: string;
}

/** It ended on a day, or it was entered by mistake. */
export const EndForm = ({ of, what, title, over, action, back }: EndFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={over} title={title} lede={lang.t(`forum.end.lede_${what}`)} />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.end.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="how"
          label={lang.t('forum.end.how')}
          options={[
            { value: 'ended', label: lang.t('forum.end.ended') },
            { value: 'mistake', label: lang.t('forum.end.mistake'), hint: lang.t('forum.end.mistake_hint') },
          ]}
        />
        <DateField of={of} name="last" label={lang.t('forum.end.last')} hint={lang.t('forum.end.last_hint')} optional />
        {what === 'holding' ? (
          <AreaField of={of} name="reason" label={lang.t('forum.end.reason')} rows={3} maxlength={2000} />
        ) : (
          <Radios
            of={of}
            name="reason"
            label={lang.t('forum.end.reason')}
            hint={lang.t('forum.end.reason_hint')}
            options={END_REASONS.map((reason) => ({ value: reason, label: lang.t(`forum.end.${reason}`) }))}
            optional
          />
        )}
      </Form>
    </>
  );
};
