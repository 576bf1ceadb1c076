import type { Lang } from '#core/i18n/lang.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { type DeedDone, OBJECTION_MAX } from '../../schema.ts';

interface AskProps {
  readonly of: Filled;
  readonly action: string;
}

/** "Type the code of your receipt." */
export const AskCodePage = ({ of, action }: AskProps) => (
  <>
    <PageTitle
      title={of.lang.t('identity.assisted.receipt.title')}
      lede={of.lang.t('identity.assisted.receipt.lede')}
    />
    <Form of={of} action={action} deed={of.lang.t('identity.assisted.receipt.show')}>
      <TextField
        of={of}
        name="code"
        label={of.lang.t('identity.assisted.receipt.code')}
        hint={of.lang.t('identity.assisted.receipt.code_hint')}
        maxlength={60}
      />
    </Form>
  </>
);

interface ReceiptProps {
  readonly of: Filled;
  readonly code: string;
  readonly when: string;
  readonly deeds: readonly DeedDone[];
  readonly moment: (at: Date) => string;
  readonly action: string;
  readonly at: (path: string) => string;
  readonly done: string | null;
}

/** What was entered through a helper, and how to object to each of it. */
export const ReceiptPage = (props: ReceiptProps) => {
  const { of, when, deeds, done } = props;
  const { lang } = of;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        title={lang.t('identity.assisted.receipt.yours')}
        lede={lang.t('identity.assisted.receipt.about', { when })}
      />
      {deeds.length === 0 ? <p>{lang.t('identity.assisted.receipt.nothing')}</p> : null}
      {deeds.map((deed) => (
        <Section key={deed.id} title={lang.say(deed.sentence)}>
          <Stack>
            <p class="quiet">
              {props.moment(deed.doneAt)}{' '}
              {deed.path ? <Link href={props.at(deed.path)}>{lang.t('identity.assisted.receipt.look')}</Link> : null}{' '}
              {deed.entry ? (
                <Link href={props.at(`/log/${deed.entry}`)}>{lang.t('identity.assisted.receipt.entry')}</Link>
              ) : null}
            </p>
            <Said lang={lang} deed={deed} moment={props.moment} />
          </Stack>
        </Section>
      ))}
      <ObjectForm {...props} />
    </>
  );
};

const Said = ({
  lang,
  deed,
  moment,
}: Pick<ReceiptProps, 'moment'> & { readonly lang: Lang; readonly deed: DeedDone }) => (
  <>
    {deed.objections.map((objection) => (
      <div key={objection.id}>
        <p>
          <b>{lang.t('identity.assisted.receipt.objected', { when: moment(objection.madeAt) })}</b> {objection.text}
        </p>
        <p>
          {objection.answer ? (
            <>
              <b>{lang.t('identity.assisted.receipt.answered', { when: moment(objection.answer.at) })}</b>{' '}
              {objection.answer.text}
            </>
          ) : (
            lang.t('identity.assisted.receipt.waits')
          )}
        </p>
      </div>
    ))}
  </>
);

/** What nobody has objected to yet, or was answered. */
const ObjectForm = ({ of, deeds, code, action }: ReceiptProps) => {
  const { lang } = of;
  const free = deeds.filter((deed) => deed.objections.every(({ answer }) => answer !== null));
  if (free.length === 0) return null;
  return (
    <Section title={lang.t('identity.assisted.receipt.object')} id="object">
      <Form of={of} action={action} deed={lang.t('identity.assisted.receipt.send')} hidden={{ code }}>
        <Radios
          of={of}
          name="deed"
          label={lang.t('identity.assisted.receipt.which')}
          options={free.map((deed) => ({ value: deed.id, label: lang.say(deed.sentence) }))}
        />
        <AreaField
          of={of}
          name="text"
          label={lang.t('identity.assisted.receipt.what')}
          hint={lang.t('identity.assisted.receipt.what_hint')}
          rows={4}
          maxlength={OBJECTION_MAX}
        />
      </Form>
    </Section>
  );
};
