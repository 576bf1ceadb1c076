import { SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { type Base, THANS } from '../../../schema.ts';

interface ShareFieldsProps {
  readonly of: Filled;
  /** "quorum": the fields are quorum_than, quorum_share, quorum_of, quorum_each_than, quorum_each_share. */
  readonly prefix: string;
  readonly bases: readonly Base[];
}

/** A share overall and, where the rules ask for it, in each constituency. */
export const ShareFields = ({ of, prefix, bases }: ShareFieldsProps) => {
  const { lang } = of;
  const thans = THANS.map((value) => ({ value, label: lang.t(`forum.rulebook.than.${value}`) }));
  return (
    <>
      <SelectField
        of={of}
        name={`${prefix}_than`}
        label={lang.t('forum.rulebook.field.than')}
        options={thans}
        width="m"
      />
      <TextField
        of={of}
        name={`${prefix}_share`}
        label={lang.t('forum.rulebook.field.share')}
        hint={lang.t('forum.rulebook.field.share_hint')}
        maxlength={12}
        width="s"
      />
      <SelectField
        of={of}
        name={`${prefix}_of`}
        label={lang.t('forum.rulebook.field.of')}
        options={bases.map((value) => ({ value, label: lang.t(`forum.rulebook.base.${value}`) }))}
      />
      <SelectField
        of={of}
        name={`${prefix}_each_than`}
        label={lang.t('forum.rulebook.field.each_than')}
        options={thans}
        width="m"
        optional
      />
      <TextField
        of={of}
        name={`${prefix}_each_share`}
        label={lang.t('forum.rulebook.field.each_share')}
        hint={lang.t('forum.rulebook.field.each_hint')}
        maxlength={12}
        width="s"
        optional
      />
    </>
  );
};
