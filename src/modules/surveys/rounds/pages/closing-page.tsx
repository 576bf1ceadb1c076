import type { PlainDate } from '#core/time/plain-date.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MOST } from '../rules.ts';
import type { Round } from '../schema.ts';

interface ClosingPageProps {
  readonly of: Filled;
  readonly round: Round;
  readonly today: PlainDate;
  readonly here: string;
}

/** What closing means, and why it is done where it comes early. */
export const ClosingPage = ({ of, round, today, here }: ClosingPageProps) => {
  const { lang } = of;
  const early = today < round.declaration.until;
  return (
    <>
      <PageTitle
        title={lang.t('surveys.closing.title', { number: round.number })}
        over={lang.pick(round.declaration.title)}
        lede={lang.t('surveys.closing.lede')}
      />
      <Form
        of={of}
        action={`${here}/closure`}
        deed={lang.t('surveys.closing.deed')}
        second={<Cancel href={here}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="kind"
          label={lang.t('surveys.closing.kind')}
          options={(['closed', 'given_up'] as const).map((value) => ({
            ...{ value, label: lang.t(`surveys.closing.${value}`) },
          }))}
        />
        <AreaField
          of={of}
          name="reason"
          label={lang.t('surveys.closing.reason')}
          hint={lang.t(early ? 'surveys.closing.reason_early' : 'surveys.closing.reason_hint')}
          rows={3}
          maxlength={MOST.reason}
          optional={!early}
        />
      </Form>
    </>
  );
};
