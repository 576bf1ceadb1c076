import { Answers } from '#ui/facts.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

export interface AnswerLine {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly changeHref: string;
}

interface CheckPageProps {
  readonly of: Filled;
  readonly title: string;
  readonly lines: readonly AnswerLine[];
  readonly action: string;
  readonly back: string;
}

/** Everything that was answered, before it is handed in. */
export const CheckPage = ({ of, title, lines, action, back }: CheckPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={title} title={lang.t('surveys.capture.check')} lede={lang.t('surveys.capture.check_lede')} />
      <Answers
        lang={lang}
        answers={lines.map(({ label, value, changeHref }) => ({ name: label, value, changeHref }))}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('surveys.capture.hand_in')}
        second={<Link href={back}>{lang.t('surveys.capture.back')}</Link>}
      />
    </>
  );
};
