import { Checkboxes } from '#ui/choice.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { shortened } from '../../../voices/rules.ts';
import { citation, GIST_MOST } from '../../rules.ts';
import type { Consultation, Unit } from '../../schema.ts';

interface GroupFormProps {
  readonly of: Filled;
  readonly consultation: Consultation;
  /** Comments that stand alone and have no response. */
  readonly free: readonly Unit[];
  readonly action: string;
  readonly back: string;
}

/** Which comments say the same, and what they say. */
export const GroupForm = ({ of, consultation, free, action, back }: GroupFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('participation.consultations.group.title')}
        lede={lang.t('participation.consultations.group.form_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('participation.consultations.group.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Checkboxes
          of={of}
          name="places"
          label={lang.t('participation.consultations.group.which')}
          options={free.map(({ place, comments: [comment] }) => ({
            value: String(place),
            label: `${citation(consultation, place)} ${comment?.article ? lang.t('participation.consultations.article', { number: comment.article }) : lang.t('participation.consultations.on_whole')}`,
            hint: shortened(lang.pick(comment?.text ?? {})),
          }))}
        />
        <AreaField
          of={of}
          name="gist"
          label={lang.t('participation.consultations.group.gist')}
          hint={lang.t('participation.consultations.group.gist_hint')}
          rows={3}
          maxlength={GIST_MOST}
          textLang={lang.code}
        />
      </Form>
    </>
  );
};
