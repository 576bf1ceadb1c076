import type { LanguageCode } from '#core/i18n/texts.ts';
import { Radios } from '#ui/choice.tsx';
import { DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { OfficeFields } from '../../filling/pages/parts/office-fields.tsx';
import { MOST } from '../../rules.ts';
import { DECISIONS, MODES, SECRECIES } from '../../schema.ts';
import { KINDS, METHODS } from '../../tallies/schema.ts';
import { AboutFields } from './parts/about-fields.tsx';
import { Fold } from './parts/fold.tsx';
import { WordsFields } from './parts/words-fields.tsx';

interface BallotFormProps {
  readonly of: Filled;
  readonly languages: readonly LanguageCode[];
  readonly bodies: readonly Option[];
  /** Texts that were sent to the members and wait for the vote. */
  readonly versions: readonly Option[];
  /** Who may stand for an office. */
  readonly candidates: readonly Option[];
  /** At which meeting and item; null: at none. */
  readonly session: string | null;
  /** What the rules of today say of secrecy. */
  readonly secrecy: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: string;
  readonly back: string;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** What will be voted on: the words first, then how, then about what. */
export const BallotForm = (props: BallotFormProps) => {
  const { of, session, hidden, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={session ?? undefined}
        title={lang.t('ballots.writing.new')}
        lede={lang.t('ballots.writing.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('ballots.writing.deed')}
        hidden={hidden}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="kind"
          label={lang.t('ballots.writing.kind')}
          options={KINDS.map((value) => ({
            value,
            label: lang.t(`ballots.kind.${value}`),
            hint: lang.t(`ballots.kind_hint.${value}`),
          }))}
        />
        <WordsFields of={of} languages={props.languages} />
        <How {...props} />
        <OfficeFields of={of} candidates={props.candidates} />
        <AboutFields {...props} />
      </Form>
    </>
  );
};

const How = ({ of, secrecy, session, languages }: BallotFormProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('ballots.writing.how')}>
      <Stack>
        <SelectField
          of={of}
          name="decision"
          label={lang.t('ballots.decision_head')}
          hint={lang.t('ballots.writing.decision_hint')}
          options={DECISIONS.map((value) => ({ value, label: lang.t(`ballots.decision.${value}`) }))}
        />
        <SelectField
          of={of}
          name="method"
          label={lang.t('ballots.method_head')}
          hint={lang.t('ballots.writing.method_hint')}
          options={METHODS.map((value) => ({ value, label: lang.t(`ballots.method.${value}`) }))}
        />
        <Radios
          of={of}
          name="secrecy"
          label={lang.t('ballots.secrecy_head')}
          hint={secrecy}
          options={SECRECIES.map((value) => ({ value, label: lang.t(`ballots.secrecy.${value}`) }))}
        />
        <Fold
          of={of}
          title={lang.t('ballots.writing.reason_fold')}
          names={languages.map((code) => `secrecy_reason_${code}`)}
        >
          {languages.map((code, i) => (
            <TextField
              key={code}
              of={of}
              name={`secrecy_reason_${code}`}
              label={lang.t('ballots.writing.reason', { language: code })}
              hint={i === 0 ? lang.t('ballots.writing.reason_hint') : undefined}
              maxlength={MOST.reason}
              textLang={code}
              optional
            />
          ))}
        </Fold>
        <Radios
          of={of}
          name="mode"
          label={lang.t('ballots.mode_head')}
          options={MODES.map((value) => ({
            value,
            label: lang.t(`ballots.mode.${value}`),
            hint: lang.t(`ballots.mode_hint.${value}`),
          }))}
        />
        <DateField
          of={of}
          name="closes_on"
          label={lang.t('ballots.writing.closes_on')}
          hint={lang.t(session ? 'ballots.writing.closes_meeting' : 'ballots.writing.closes_hint')}
          optional
        />
        <SelectField
          of={of}
          name="closes_hour"
          label={lang.t('ballots.writing.closes_hour')}
          options={HOURS}
          width="s"
        />
      </Stack>
    </Section>
  );
};
