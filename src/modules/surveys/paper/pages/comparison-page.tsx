import { Radios } from '#ui/choice.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

export interface DifferenceShown {
  readonly path: string;
  readonly label: string;
  readonly first: string;
  readonly second: string;
}

interface ComparisonPageProps {
  readonly of: Filled;
  readonly over: string;
  readonly number: number;
  readonly differences: readonly DifferenceShown[];
  readonly action: string;
  readonly back: string;
}

/** Only what two people typed otherwise; somebody with the sheet in hand says which is right. */
export const ComparisonPage = ({ of, over, number, differences, action, back }: ComparisonPageProps) => {
  const { lang } = of;
  const nothing = lang.t('ui.form.nothing');
  return (
    <>
      <PageTitle
        over={over}
        title={lang.t('surveys.paper.compare', { number })}
        lede={lang.t('surveys.paper.compare_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('surveys.paper.settle')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {differences.map(({ path, label, first, second }) => (
          <Radios
            key={path}
            of={of}
            name={`r:${path}`}
            label={label}
            options={[
              { value: '1', label: first || nothing },
              { value: '2', label: second || nothing },
            ]}
          />
        ))}
      </Form>
    </>
  );
};
