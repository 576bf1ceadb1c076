import { DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ABOUT } from '../../../rules.ts';
import { Fold } from './fold.tsx';

interface AboutFieldsProps {
  readonly of: Filled;
  readonly bodies: readonly Option[];
  /** Texts that were sent to the members and wait for the vote. */
  readonly versions: readonly Option[];
}

const NAMES = Array.from({ length: ABOUT }, (_, i) => [`about_body_${i + 1}`, `about_page_${i + 1}`]).flat();

/** What it is about, so that who has an interest stands aside; which document it adopts. */
export const AboutFields = ({ of, bodies, versions }: AboutFieldsProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('ballots.about')}>
      <Stack>
        <Fold of={of} title={lang.t('ballots.writing.about_fold')} names={NAMES}>
          <p class="hint">{lang.t('ballots.writing.about_hint')}</p>
          {Array.from({ length: ABOUT }, (_, i) => i + 1).map((n) => (
            <Stack key={n}>
              <SelectField
                of={of}
                name={`about_body_${n}`}
                label={lang.t('ballots.writing.about_body', { n })}
                options={bodies}
                none={lang.t('ballots.choose')}
                optional
              />
              <TextField
                of={of}
                name={`about_page_${n}`}
                label={lang.t('ballots.writing.about_page', { n })}
                maxlength={300}
                optional
              />
            </Stack>
          ))}
        </Fold>
        {versions.length > 0 ? (
          <>
            <SelectField
              of={of}
              name="version"
              label={lang.t('ballots.writing.version')}
              hint={lang.t('ballots.writing.version_hint')}
              options={versions}
              none={lang.t('ballots.writing.version_none')}
              optional
            />
            <DateField of={of} name="in_force_on" label={lang.t('ballots.writing.in_force_on')} optional />
          </>
        ) : null}
      </Stack>
    </Section>
  );
};
