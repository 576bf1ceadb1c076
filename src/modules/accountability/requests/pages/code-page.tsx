import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface CodePageProps {
  readonly of: Filled;
  readonly action: string;
  readonly title: string;
  readonly lede: string;
}

/** "Type the code": of a receipt, or of a letter to a body. */
export const CodePage = ({ of, action, title, lede }: CodePageProps) => (
  <>
    <PageTitle title={title} lede={lede} />
    <Form of={of} action={action} deed={of.lang.t('accountability.requests.code.show')}>
      <TextField
        of={of}
        name="code"
        label={of.lang.t('accountability.requests.code.label')}
        hint={of.lang.t('accountability.requests.code.hint')}
        maxlength={60}
      />
    </Form>
  </>
);
