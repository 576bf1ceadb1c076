import type { LanguageCode } from '#core/i18n/texts.ts';
import { DateField, NumberField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Group } from '../../../plan/pages/parts/group.tsx';
import { TextsFields } from '../../../plan/pages/parts/texts-fields.tsx';
import { ExecutorRows } from '../../pages/parts/executor-rows.tsx';
import { type MarkChoices, MarksFields } from '../../pages/parts/marks-fields.tsx';
import { MilestoneRows } from '../../pages/parts/milestone-rows.tsx';

export interface MeasureFormProps extends MarkChoices {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  readonly deed: string;
  readonly own: LanguageCode;
  readonly points: readonly Option[];
  readonly bodies: readonly Option[];
  /** Rows that are filled: executors that stand, milestones written. Three more are free. */
  readonly executors: number;
  readonly milestones: number;
  /** The plan is adopted: the measure comes in by a decision. */
  readonly adopted: boolean;
}

const FREE_ROWS = 3;

/** All of a measure on one page, one question a group. */
export const MeasureForm = (props: MeasureFormProps) => {
  const { of, action, back, deed, own, bodies, executors, milestones } = props;
  const { lang } = of;
  return (
    <Form of={of} action={action} deed={deed} second={<Cancel href={back}>{lang.t('plans.plan.form.cancel')}</Cancel>}>
      {props.adopted ? <DecisionFields of={of} /> : null}
      <WhatFields {...props} />
      <WhenFields of={of} />
      <Group title={lang.t('plans.measures.form.who')}>
        <p>{lang.t('plans.measures.form.who_about')}</p>
        <ExecutorRows of={of} bodies={bodies} standing={executors} rows={executors + FREE_ROWS} />
        <p class="hint">{lang.t('plans.plan.form.more_rows')}</p>
        <TextField
          of={of}
          name="executors_text"
          label={lang.t('plans.measures.form.executors_text')}
          hint={lang.t('plans.measures.form.executors_text_hint')}
          maxlength={2000}
          optional
        />
      </Group>
      <Group title={lang.t('plans.measures.form.milestones')}>
        <p>{lang.t('plans.measures.form.milestones_about')}</p>
        <MilestoneRows of={of} own={own} rows={milestones + FREE_ROWS} />
        <p class="hint">{lang.t('plans.plan.form.more_rows')}</p>
      </Group>
      <MarksFields of={of} localisable={props.localisable} places={props.places} />
    </Form>
  );
};

const DecisionFields = ({ of }: { readonly of: Filled }) => {
  const { lang } = of;
  return (
    <Group title={lang.t('plans.measures.form.added')}>
      <DateField of={of} name="added_on" label={lang.t('plans.measures.form.added_on')} />
      <TextField
        of={of}
        name="added_decision"
        label={lang.t('plans.measures.form.added_decision')}
        hint={lang.t('plans.plan.stages.source_hint')}
        maxlength={500}
      />
      <TextField of={of} name="added_url" type="url" label={lang.t('plans.plan.stages.source_url')} optional />
    </Group>
  );
};

const WhatFields = ({ of, own, points }: MeasureFormProps) => {
  const { lang } = of;
  return (
    <Group title={lang.t('plans.measures.form.what')}>
      {points.length > 0 ? (
        <SelectField
          of={of}
          name="point"
          label={lang.t('plans.measures.form.point')}
          options={points}
          none={lang.t('plans.measures.form.point_none')}
          optional
        />
      ) : null}
      <TextField
        of={of}
        name="number"
        label={lang.t('plans.measures.form.number')}
        hint={lang.t('plans.measures.form.number_hint')}
        width="s"
        optional
      />
      <TextsFields
        of={of}
        name="title"
        label={lang.t('plans.measures.form.title')}
        hint={lang.t('plans.measures.form.title_hint')}
        own={own}
        max={300}
      />
      <TextsFields
        of={of}
        name="text"
        label={lang.t('plans.measures.form.text')}
        hint={lang.t('plans.measures.form.text_hint')}
        own={own}
        max={10_000}
        rows={6}
        optional
      />
      <TextsFields
        of={of}
        name="problem"
        label={lang.t('plans.measures.form.problem')}
        own={own}
        max={10_000}
        rows={3}
        optional
      />
    </Group>
  );
};

const WhenFields = ({ of }: { readonly of: Filled }) => {
  const { lang } = of;
  return (
    <Group title={lang.t('plans.measures.form.when')}>
      <DateField of={of} name="starts_on" label={lang.t('plans.measures.form.starts_on')} optional />
      <DateField
        of={of}
        name="due_on"
        label={lang.t('plans.measures.form.due_on')}
        hint={lang.t('plans.measures.form.due_on_hint')}
        optional
      />
      <TextField
        of={of}
        name="due_text"
        label={lang.t('plans.measures.form.due_text')}
        hint={lang.t('plans.measures.form.due_text_hint')}
        width="m"
        optional
      />
      <NumberField of={of} name="budget" label={lang.t('plans.measures.form.budget')} decimal optional />
      <TextField
        of={of}
        name="currency"
        label={lang.t('plans.measures.form.currency')}
        hint={lang.t('plans.measures.form.currency_hint')}
        width="s"
        maxlength={3}
        optional
      />
    </Group>
  );
};
