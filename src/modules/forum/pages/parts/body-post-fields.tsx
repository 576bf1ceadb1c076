import type { ComponentChildren } from 'preact';
import { type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';

interface BodyPostFieldsProps {
  readonly of: Filled;
  /** Who is meant, when it is not whoever speaks for a seat. */
  readonly legend: string;
  readonly hint: string;
  readonly postHint: string;
  readonly bodies: readonly Option[];
  /** What else is asked of them. */
  readonly children?: ComponentChildren;
}

/** Somebody named by an organisation and an office in it, for who has no seat: fields `body` and `post`. */
export const BodyPostFields = ({ of, legend, hint, postHint, bodies, children }: BodyPostFieldsProps) => (
  <fieldset>
    <legend>{legend}</legend>
    <p class="hint">{hint}</p>
    <div class="stack">
      <SelectField
        of={of}
        name="body"
        label={of.lang.t('forum.members.organisation')}
        options={bodies}
        none={of.lang.t('forum.choose')}
        optional
      />
      <TextField of={of} name="post" label={of.lang.t('forum.name.office')} hint={postHint} maxlength={200} optional />
      {children}
    </div>
  </fieldset>
);
