import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { OBJECTION_MAX, type OpenObjection } from '../../schema.ts';

interface AnswerFormProps {
  readonly of: Filled;
  readonly objection: OpenObjection;
  readonly action: string;
  readonly back: string;
  readonly at: (path: string) => string;
}

/** Staff answers an objection; the person reads the answer with the code of the receipt. */
export const AnswerFormPage = ({ of, objection, action, back, at }: AnswerFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={lang.t('identity.assisted.receipt.objection')} title={lang.say(objection.sentence)} />
      <Stack>
        <p>{objection.text}</p>
        {objection.path ? (
          <p>
            <Link href={at(objection.path)}>{lang.t('identity.assisted.receipt.look')}</Link>
          </p>
        ) : null}
        <Form
          of={of}
          action={action}
          deed={lang.t('identity.assisted.receipt.answer')}
          second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        >
          <AreaField
            of={of}
            name="text"
            label={lang.t('identity.assisted.receipt.answer_text')}
            hint={lang.t('identity.assisted.receipt.answer_hint')}
            rows={5}
            maxlength={OBJECTION_MAX}
          />
        </Form>
      </Stack>
    </>
  );
};
