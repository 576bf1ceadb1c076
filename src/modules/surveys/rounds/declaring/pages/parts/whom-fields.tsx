import type { LanguageCode } from '#core/i18n/texts.ts';
import { Checkboxes } from '#ui/choice.tsx';
import { NumberField, type Option, TextField } from '#ui/field.tsx';
import { type Filled, textOf } from '#ui/filled.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { GROUP_ROWS, MOST } from '../../../rules.ts';

interface WhomFieldsProps {
  readonly of: Filled;
  readonly languages: readonly LanguageCode[];
  readonly places: readonly Option[];
}

/** Where it asks, and how many interviews are wanted in each place. */
export const PlacesFields = ({ of, places }: Omit<WhomFieldsProps, 'languages'>) => {
  const { lang } = of;
  return (
    <Section title={lang.t('surveys.declaring.places')}>
      <Stack>
        <Checkboxes
          of={of}
          name="places"
          label={lang.t('surveys.declaring.places_tick')}
          hint={lang.t('surveys.declaring.places_hint')}
          options={places}
          optional
        />
        <details>
          <summary>{lang.t('surveys.declaring.places_wanted')}</summary>
          <Stack>
            {places.map(({ value, label }) => (
              <fieldset key={value}>
                <legend>{label}</legend>
                <NumberField of={of} name={`wanted_${value}`} label={lang.t('surveys.declaring.wanted')} optional />
                <NumberField of={of} name={`people_${value}`} label={lang.t('surveys.declaring.people')} optional />
              </fieldset>
            ))}
          </Stack>
        </details>
      </Stack>
    </Section>
  );
};

/** Whom it asks: groups that stay the same from wave to wave. */
export const GroupsFields = ({ of, languages }: Omit<WhomFieldsProps, 'places'>) => {
  const { lang } = of;
  const there = Object.keys(of.values).filter((name) => /^group_\d+_key$/.test(name) && textOf(of, name) !== '').length;
  const rows = Array.from({ length: Math.min(there + GROUP_ROWS, MOST.groups) }, (_, i) => i + 1);
  return (
    <Section title={lang.t('surveys.declaring.groups')}>
      <p class="quiet">{lang.t('surveys.declaring.groups_hint')}</p>
      <Stack>
        {rows.map((n) => (
          <fieldset key={n}>
            <legend>{lang.t('surveys.declaring.group', { n })}</legend>
            <input type="hidden" name={`group_${n}_key`} value={textOf(of, `group_${n}_key`) || `g${n}`} />
            {languages.map((code) => (
              <TextField
                key={code}
                of={of}
                name={`group_${n}_name_${code}`}
                label={lang.t('surveys.declaring.group_name', { language: lang.t(`core.language.${code}`) })}
                maxlength={MOST.title}
                textLang={code}
                optional
              />
            ))}
            <NumberField of={of} name={`group_${n}_wanted`} label={lang.t('surveys.declaring.wanted')} optional />
            <NumberField of={of} name={`group_${n}_people`} label={lang.t('surveys.declaring.people')} optional />
          </fieldset>
        ))}
      </Stack>
    </Section>
  );
};
