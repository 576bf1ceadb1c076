import { Tick } from '#ui/choice.tsx';
import { type Option, SelectField } from '#ui/field.tsx';
import { type Filled, textOf } from '#ui/filled.ts';
import { Columns } from '#ui/layout.tsx';
import { EXECUTOR_ROLES } from '../../schema.ts';

interface ExecutorRowsProps {
  readonly of: Filled;
  /** Bodies that can be chosen, in the reader's order. */
  readonly bodies: readonly Option[];
  /** Rows whose body stands; the others are free. */
  readonly standing: number;
  readonly rows: number;
}

/** Executors as rows: those that stand can be taken out, free ones chosen. */
export const ExecutorRows = ({ of, bodies, standing, rows }: ExecutorRowsProps) => (
  <>
    {Array.from({ length: rows }, (_, i) =>
      i < standing ? (
        <StandingRow key={i} of={of} bodies={bodies} i={i} />
      ) : (
        <FreeRow key={i} of={of} bodies={bodies} i={i} />
      ),
    )}
  </>
);

type RowProps = Pick<ExecutorRowsProps, 'of' | 'bodies'> & { readonly i: number };

const StandingRow = ({ of, bodies, i }: RowProps) => {
  const body = textOf(of, `executor_${i}_body`);
  const name = bodies.find((option) => option.value === body)?.label ?? body;
  return (
    <fieldset>
      <legend>{name}</legend>
      <input type="hidden" name={`executor_${i}_body`} value={body} />
      <Columns>
        <RoleField of={of} i={i} />
        <Tick of={of} name={`executor_${i}_remove`} label={of.lang.t('plans.measures.form.executor_remove')} />
      </Columns>
    </fieldset>
  );
};

const FreeRow = ({ of, bodies, i }: RowProps) => (
  <fieldset>
    <legend>{of.lang.t('plans.measures.form.executor_nth', { n: i + 1 })}</legend>
    <Columns>
      <SelectField
        of={of}
        name={`executor_${i}_body`}
        label={of.lang.t('plans.measures.form.executor_body')}
        options={bodies}
        none={of.lang.t('plans.measures.form.executor_none')}
        optional
      />
      <RoleField of={of} i={i} />
    </Columns>
  </fieldset>
);

const RoleField = ({ of, i }: { readonly of: Filled; readonly i: number }) => (
  <SelectField
    of={of}
    name={`executor_${i}_role`}
    label={of.lang.t('plans.measures.form.executor_role')}
    options={EXECUTOR_ROLES.map((value) => ({ value, label: of.lang.t(`plans.measures.role.${value}`) }))}
    width="m"
    optional
  />
);
