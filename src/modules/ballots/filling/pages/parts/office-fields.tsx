import { Checkboxes } from '#ui/choice.tsx';
import { DateField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Section } from '#ui/layout.tsx';
import { Fold } from '../../../writing/pages/parts/fold.tsx';
import { OFFICES } from '../../schema.ts';

interface OfficeFieldsProps {
  readonly of: Filled;
  /** Who may stand, by `standKey`. */
  readonly candidates: readonly Option[];
}

/** Of an election: the office that it fills, and who stands for it. */
export const OfficeFields = ({ of, candidates }: OfficeFieldsProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('ballots.filling.title')}>
      {candidates.length === 0 ? (
        <p>{lang.t('ballots.filling.no_seats')}</p>
      ) : (
        <Fold of={of} title={lang.t('ballots.filling.fold')} names={['office', 'stands', 'office_from']}>
          <SelectField
            of={of}
            name="office"
            label={lang.t('ballots.filling.office')}
            hint={lang.t('ballots.filling.office_hint')}
            options={OFFICES.map((value) => ({ value, label: lang.t(`forum.leads.office.${value}`) }))}
            none={lang.t('ballots.filling.none')}
            optional
          />
          <Checkboxes
            of={of}
            name="stands"
            label={lang.t('ballots.filling.stands')}
            hint={lang.t('ballots.filling.stands_hint')}
            options={candidates}
            optional
          />
          <DateField
            of={of}
            name="office_from"
            label={lang.t('ballots.filling.from')}
            hint={lang.t('ballots.filling.from_hint')}
            optional
          />
        </Fold>
      )}
    </Section>
  );
};
