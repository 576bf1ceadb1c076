import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

interface AskCodeProps {
  readonly of: Filled;
  readonly action: string;
  readonly title: string;
  readonly lede: string;
  readonly deed: string;
  /** Where receipts of helpers are looked up. */
  readonly helped: string;
}

/** "Type the code of your receipt." */
export const AskCodePage = ({ of, action, title, lede, deed, helped }: AskCodeProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={title} lede={lede} />
      <Stack>
        <Form of={of} action={action} deed={deed}>
          <TextField
            of={of}
            name="code"
            label={lang.t('identity.assisted.receipt.code')}
            hint={lang.t('identity.assisted.receipt.code_hint')}
            maxlength={60}
          />
        </Form>
        <p>
          <Link href={helped}>{lang.t('participation.receipt.helped')}</Link>
        </p>
      </Stack>
    </>
  );
};
