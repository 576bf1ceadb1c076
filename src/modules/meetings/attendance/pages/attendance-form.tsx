import { type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { WAYS } from '../../schema.ts';
import { fieldOf } from '../rules.ts';
import type { Elector } from '../schema.ts';

interface AttendanceFormProps {
  readonly of: Filled;
  /** By group, in the order of the seats. */
  readonly groups: readonly { readonly name: string; readonly seats: readonly Elector[] }[];
  /** From which item on: "", or its id. */
  readonly items: readonly Option[];
  /** Ways that the rules allow. */
  readonly ways: readonly (typeof WAYS)[number][];
  readonly action: string;
  readonly back: string;
}

/** Every seat in one list: how it is there from an item on. */
export const AttendanceForm = ({ of, groups, items, ways, action, back }: AttendanceFormProps) => {
  const { lang } = of;
  const carriers = groups.flatMap(({ seats }) =>
    seats.map((seat) => ({ value: seat.key, label: `${seat.number}. ${lang.pick(seat.organisation)}` })),
  );
  return (
    <>
      <PageTitle title={lang.t('meetings.attendance.edit')} lede={lang.t('meetings.attendance.edit_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.attendance.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField of={of} name="from" label={lang.t('meetings.attendance.from')} options={items} optional />
        {groups.map(({ name, seats }) => (
          <fieldset key={name}>
            <legend>{name}</legend>
            <div class="stack">
              {seats.map((seat) => (
                <div key={seat.key}>
                  <SelectField
                    of={of}
                    name={fieldOf(seat.key)}
                    label={`${seat.number}. ${lang.pick(seat.organisation)}`}
                    options={ways.map((way) => ({ value: way, label: lang.t(`meetings.way.${way}`) }))}
                    width="m"
                  />
                  {ways.includes('proxy') ? (
                    <SelectField
                      of={of}
                      name={`carried_${seat.key}`}
                      label={lang.t('meetings.way.carrier', { seat: seat.number })}
                      options={carriers.filter(({ value }) => value !== seat.key)}
                      none={lang.t('meetings.form.nobody')}
                      width="m"
                      optional
                    />
                  ) : null}
                </div>
              ))}
            </div>
          </fieldset>
        ))}
      </Form>
    </>
  );
};
