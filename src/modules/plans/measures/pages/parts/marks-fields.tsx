import { Checkboxes, type Choice, Radios, Tick } from '#ui/choice.tsx';
import { type Option, SelectField, TextField } from '#ui/field.tsx';
import { type Filled, textsOf } from '#ui/filled.ts';
import { Group } from '../../../plan/pages/parts/group.tsx';
import { LOCAL_EXECUTORS, OGP_VALUES, POLICY_TAG_KEYS, POLICY_TAGS } from '../../schema.ts';

export interface MarkChoices {
  /** National measures that can be chosen as the one carried out here; none in the national register itself. */
  readonly localisable: readonly Option[];
  readonly places: readonly Choice[];
}

interface MarksFieldsProps extends MarkChoices {
  readonly of: Filled;
}

/** What is said about a measure beside the plan's own words; it stays open after adoption. */
export const MarksFields = ({ of, localisable, places }: MarksFieldsProps) => {
  const { lang } = of;
  return (
    <>
      <Group title={lang.t('plans.measures.form.where')}>
        {places.length > 0 ? (
          <details open={textsOf(of, 'places').length > 0 || of.errors.some((error) => error.field === 'places')}>
            <summary>{lang.t('plans.measures.form.places_open', { n: textsOf(of, 'places').length })}</summary>
            <Checkboxes of={of} name="places" label={lang.t('plans.measures.form.places')} options={places} optional />
          </details>
        ) : null}
        <Radios
          of={of}
          name="local_executor"
          label={lang.t('plans.measures.form.local_executor')}
          options={LOCAL_EXECUTORS.map((value) => ({ value, label: lang.t(`plans.measures.local.${value}`) }))}
        />
      </Group>
      <Group title={lang.t('plans.measures.form.money')}>
        <Tick
          of={of}
          name="budget_public"
          value="yes"
          label={lang.t('plans.measures.form.budget_public')}
          hint={lang.t('plans.measures.form.budget_public_hint')}
        />
      </Group>
      <Group title={lang.t('plans.measures.form.serves')}>
        {localisable.length > 0 ? (
          <SelectField
            of={of}
            name="localises"
            label={lang.t('plans.measures.form.localises')}
            hint={lang.t('plans.measures.form.localises_hint')}
            options={localisable}
            none={lang.t('plans.measures.form.localises_none')}
            optional
          />
        ) : null}
        <TextField
          of={of}
          name="legal_basis"
          label={lang.t('plans.measures.form.legal_basis')}
          maxlength={500}
          optional
        />
        <Checkboxes
          of={of}
          name="ogp_values"
          label={lang.t('plans.measures.form.ogp_values')}
          options={OGP_VALUES.map((value) => ({
            value,
            label: lang.t(`plans.measures.ogp.${value}`),
            hint: lang.t(`plans.measures.ogp_about.${value}`),
          }))}
          optional
        />
        <details open={textsOf(of, 'tags').length > 0}>
          <summary>{lang.t('plans.measures.form.tags_open', { n: textsOf(of, 'tags').length })}</summary>
          <Checkboxes
            of={of}
            name="tags"
            label={lang.t('plans.measures.form.tags')}
            options={tagChoices(of)}
            optional
          />
        </details>
      </Group>
      <Group title={lang.t('plans.measures.form.source')}>
        <TextField of={of} name="source_url" type="url" label={lang.t('plans.measures.form.source_url')} optional />
        <TextField
          of={of}
          name="source_note"
          label={lang.t('plans.measures.form.source_note')}
          hint={lang.t('plans.measures.form.source_note_hint')}
          maxlength={500}
          optional
        />
      </Group>
    </>
  );
};

/** The tags that we can name, and those that a file brought along under their own names. */
const tagChoices = (of: Filled): readonly Choice[] => {
  const known: readonly string[] = Object.values(POLICY_TAGS);
  const others = textsOf(of, 'tags').filter((tag) => !known.includes(tag));
  return [
    ...POLICY_TAG_KEYS.map((key) => ({ value: POLICY_TAGS[key], label: of.lang.t(`plans.measures.tag.${key}`) })),
    ...others.map((value) => ({ value, label: value })),
  ];
};
