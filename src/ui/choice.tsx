import type { ComponentChildren } from 'preact';
import { errorOf, fieldId, textsOf } from './filled.ts';
import { described, type Labelled, Optional, Remarks } from './form.tsx';

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren | undefined;
}

interface ChoicesProps extends Labelled {
  readonly options: readonly Choice[];
}

/** One of a few, all in view. */
export const Radios = (field: ChoicesProps) => <Choices field={field} type="radio" />;

/** Any of a few, all in view. */
export const Checkboxes = (field: ChoicesProps) => <Choices field={field} type="checkbox" />;

const Choices = ({ field, type }: { readonly field: ChoicesProps; readonly type: 'radio' | 'checkbox' }) => {
  const chosen = textsOf(field.of, field.name);
  return (
    <fieldset class={errorOf(field.of, field.name) ? 'bad' : undefined} aria-describedby={described(field)}>
      <legend>
        {field.label}
        <Optional field={field} />
      </legend>
      <Remarks field={field} />
      {field.options.map((option, i) => (
        <Pick
          key={option.value}
          // The first one carries the id of the field, so that the summary on top leads there.
          id={i === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${i}`}
          type={type}
          name={field.name}
          option={option}
          checked={chosen.includes(option.value)}
          required={type === 'radio' && !field.optional}
        />
      ))}
    </fieldset>
  );
};

/** One tick with a sentence ("I was there myself"); sends `value`, "yes" unless told. */
export const Tick = (field: Labelled & { readonly value?: string }) => {
  const value = field.value ?? 'yes';
  return (
    <div class={errorOf(field.of, field.name) ? 'field bad' : 'field'}>
      <Remarks field={{ of: field.of, name: field.name, label: field.label }} />
      <Pick
        id={fieldId(field.name)}
        type="checkbox"
        name={field.name}
        option={{ value, label: field.label, hint: field.hint }}
        checked={textsOf(field.of, field.name).includes(value)}
        required={false}
        describedby={errorOf(field.of, field.name) ? `${fieldId(field.name)}-wrong` : undefined}
      />
    </div>
  );
};

interface PickProps {
  readonly id: string;
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly option: Choice;
  readonly checked: boolean;
  readonly required: boolean;
  readonly describedby?: string | undefined;
}

const Pick = ({ id, type, name, option, checked, required, describedby }: PickProps) => {
  const hint = option.hint ? `${id}-about` : '';
  return (
    <div class="pick">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        checked={checked}
        required={required}
        aria-describedby={[describedby, hint].filter(Boolean).join(' ') || undefined}
      />
      <label for={id}>{option.label}</label>
      {option.hint ? (
        <p class="hint" id={hint}>
          {option.hint}
        </p>
      ) : null}
    </div>
  );
};
