import { Tick } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Handout, type HandoutProps } from '../../pages/parts/handout.tsx';

interface DeedLinkFormProps {
  readonly of: Filled;
  readonly purpose: string;
  readonly body: string | null;
  /** Who acts for the body; the link can also go to whoever the body sends. */
  readonly people: readonly Option[];
  readonly languages: readonly Option[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly back: string;
}

/** Making a link for somebody else's deed: what it allows, and who gets it. */
export const DeedLinkFormPage = ({ of, purpose, body, people, languages, action, hidden, back }: DeedLinkFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={lang.t('identity.deeds.make')} title={purpose} lede={lang.t('identity.deeds.make_lede')} />
      <Stack>
        <Facts facts={[{ name: lang.t('identity.deed.for'), value: body }]} />
        <Form
          of={of}
          action={action}
          hidden={hidden}
          deed={lang.t('identity.deeds.make_deed')}
          second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        >
          {people.length > 0 ? (
            <SelectField
              of={of}
              name="person"
              label={lang.t('identity.deeds.to_whom')}
              options={people}
              none={lang.t('identity.deeds.whoever')}
              optional
            />
          ) : null}
          <SelectField
            of={of}
            name="language"
            label={lang.t('identity.deeds.language')}
            hint={people.length > 0 ? lang.t('identity.deeds.language_hint') : undefined}
            options={languages}
            width="m"
          />
          {people.length > 0 ? <Tick of={of} name="send" label={lang.t('identity.deeds.send_also')} /> : null}
        </Form>
      </Stack>
    </>
  );
};

interface DeedHandoutProps extends HandoutProps {
  readonly purpose: string;
  readonly back: string;
}

/** A fresh one-deed link, shown once. */
export const DeedHandoutPage = ({ purpose, back, ...handout }: DeedHandoutProps) => (
  <>
    <PageTitle over={handout.lang.t('identity.deeds.made')} title={purpose} />
    <Handout {...handout} />
    <p>
      <ButtonLink href={back} second>
        {handout.lang.t('identity.deeds.back')}
      </ButtonLink>
    </p>
  </>
);
