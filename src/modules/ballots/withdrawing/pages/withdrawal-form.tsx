import type { LanguageCode } from '#core/i18n/texts.ts';
import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MOST } from '../../rules.ts';
import type { Ballot } from '../../schema.ts';

interface WithdrawalFormProps {
  readonly of: Filled;
  readonly ballot: Ballot;
  readonly languages: readonly LanguageCode[];
  readonly action: string;
  readonly back: string;
}

/** A wrong ballot is taken back; what was voted in it counts for nothing. */
export const WithdrawalForm = ({ of, ballot, languages, action, back }: WithdrawalFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('ballots.number_of', { number: ballot.number })}
        title={lang.t('ballots.withdrawing.title')}
        lede={lang.t('ballots.withdrawing.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('ballots.withdrawing.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {languages.map((code, i) => (
          <TextField
            key={code}
            of={of}
            name={`reason_${code}`}
            label={lang.t('ballots.withdrawing.reason', { language: code })}
            maxlength={MOST.reason}
            textLang={code}
            optional={i > 0}
          />
        ))}
      </Form>
    </>
  );
};
