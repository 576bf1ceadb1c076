import { Checkboxes, Radios } from '#ui/choice.tsx';
import { type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Ballot } from '../../schema.ts';

interface ClosingFormProps {
  readonly of: Filled;
  readonly ballot: Ballot;
  /** The article that lets the chair decide a tie; null: none does. */
  readonly chairBy: string | null;
  /** The article by which equal options are decided by lot; null: none does. */
  readonly lotBy: string | null;
  readonly options: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** Voting ends. Where the rules let the chair decide a tie, the form takes its vote. */
export const ClosingForm = ({ of, ballot, chairBy, lotBy, options, action, back }: ClosingFormProps) => {
  const { lang } = of;
  const settledBy = chairBy ?? lotBy;
  return (
    <>
      <PageTitle
        over={lang.t('ballots.number_of', { number: ballot.number })}
        title={lang.t('ballots.closing.title')}
        lede={lang.t('ballots.closing.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('ballots.closing.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {chairBy && ballot.kind === 'motion' ? (
          <Radios
            of={of}
            name="chair"
            label={lang.t('ballots.closing.chair')}
            hint={lang.t('ballots.closing.chair_hint', { article: chairBy })}
            options={(['for', 'against', 'abstain'] as const).map((value) => ({
              value,
              label: lang.t(`ballots.say.${value}`),
            }))}
            optional
          />
        ) : null}
        {settledBy && ballot.kind !== 'motion' ? (
          <details open={of.errors.length > 0}>
            <summary>{lang.t(lotBy ? 'ballots.closing.lot' : 'ballots.closing.tie')}</summary>
            <Stack>
              <p class="hint">
                {lang.t(lotBy ? 'ballots.closing.lot_hint' : 'ballots.closing.chair_hint', { article: settledBy })}
              </p>
              <Checkboxes
                of={of}
                name="settled_between"
                label={lang.t('ballots.closing.between')}
                options={options}
                optional
              />
              <SelectField
                of={of}
                name="settled_option"
                label={lang.t('ballots.closing.chosen')}
                options={options}
                none={lang.t('ballots.choose')}
                optional
              />
              <TextField of={of} name="settled_by" label={lang.t('ballots.closing.by')} maxlength={200} optional />
              <TextField
                of={of}
                name="settled_before"
                label={lang.t('ballots.closing.before')}
                maxlength={200}
                optional
              />
            </Stack>
          </details>
        ) : null}
      </Form>
    </>
  );
};
