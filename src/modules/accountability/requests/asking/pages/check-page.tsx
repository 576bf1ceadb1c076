import { Answers } from '#ui/facts.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';

interface CheckProps {
  readonly of: Filled;
  readonly text: string;
  readonly bodies: readonly string[];
  readonly action: string;
  readonly back: string;
  /** Everything that was typed, and the code of the receipt that the sending will give. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** The second step: what goes out, once more, before it is sent. */
export const CheckPage = ({ of, text, bodies, action, back, hidden }: CheckProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('accountability.requests.checking.title')}
        lede={lang.t('accountability.requests.checking.lede')}
      />
      <Stack>
        <Answers
          lang={lang}
          answers={[
            { name: lang.t('accountability.requests.to'), value: lang.list(bodies) },
            {
              name: lang.t('accountability.requests.asked'),
              value: <Said lang={lang} texts={{ [lang.code]: text }} />,
            },
          ]}
        />
        <Form of={of} action={action} deed={lang.t('accountability.requests.checking.send')} hidden={hidden} />
        <p>
          <Link href={back}>{lang.t('accountability.requests.checking.again')}</Link>
        </p>
      </Stack>
    </>
  );
};
