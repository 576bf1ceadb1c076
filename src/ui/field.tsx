import type { ComponentChildren } from 'preact';
import { errorOf, fieldId, textOf } from './filled.ts';
import { described, type Labelled, Optional, Remarks } from './form.tsx';

/** Label, hint and error around one control. */
const Around = ({ field, children }: { readonly field: Labelled; readonly children: ComponentChildren }) => (
  <div class={errorOf(field.of, field.name) ? 'field bad' : 'field'}>
    <label class="label" for={fieldId(field.name)}>
      {field.label}
      <Optional field={field} />
    </label>
    <Remarks field={field} />
    {children}
  </div>
);

/** Attributes that every control has. */
const common = (field: Labelled) => ({
  id: fieldId(field.name),
  name: field.name,
  required: !field.optional,
  'aria-describedby': described(field),
  'aria-invalid': errorOf(field.of, field.name) ? ('true' as const) : undefined,
});

type Width = 's' | 'm';
const inputClass = (width: Width | undefined): string => (width ? `in in-${width}` : 'in');

interface TextProps extends Labelled {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined;
  readonly autocomplete?:
    | 'off'
    | 'name'
    | 'email'
    | 'tel'
    | 'organization'
    | 'one-time-code'
    | 'username'
    | 'current-password'
    | 'new-password'
    | undefined;
  readonly maxlength?: number | undefined;
  /** How long an answer is expected: s about 8, m about 20 characters, else the whole line. */
  readonly width?: Width | undefined;
  /** Language of what is typed, where the field is for one language. */
  readonly textLang?: string | undefined;
}

/** One line of text. */
export const TextField = (field: TextProps) => (
  <Around field={field}>
    <input
      {...common(field)}
      class={inputClass(field.width)}
      // The markup types tell each kind apart; the attributes used here are the same for all of ours.
      type={(field.type ?? 'text') as 'text'}
      value={field.type === 'password' ? undefined : textOf(field.of, field.name)}
      autocomplete={field.autocomplete ?? 'off'}
      maxlength={field.maxlength}
      lang={field.textLang}
    />
  </Around>
);

interface AreaProps extends Labelled {
  readonly rows?: number | undefined;
  readonly maxlength?: number | undefined;
  readonly textLang?: string | undefined;
}

/** Several lines of text. */
export const AreaField = (field: AreaProps) => (
  <Around field={field}>
    <textarea {...common(field)} class="in" rows={field.rows ?? 5} maxlength={field.maxlength} lang={field.textLang}>
      {textOf(field.of, field.name)}
    </textarea>
  </Around>
);

interface NumberProps extends Labelled {
  /** Digits behind the comma may be typed. */
  readonly decimal?: boolean | undefined;
}

/** A number, typed as text: number inputs drop what they do not understand without a word. */
export const NumberField = (field: NumberProps) => (
  <Around field={field}>
    <input
      {...common(field)}
      class="in in-s num"
      type="text"
      inputmode={field.decimal ? 'decimal' : 'numeric'}
      autocomplete="off"
      value={textOf(field.of, field.name)}
    />
  </Around>
);

interface DateProps extends Labelled {
  /** First and last day that can be chosen, YYYY-MM-DD. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A day; the value is YYYY-MM-DD whatever the reader's language shows. */
export const DateField = (field: DateProps) => (
  <Around field={field}>
    <input
      {...common(field)}
      class="in in-m"
      type="date"
      value={textOf(field.of, field.name)}
      min={field.min}
      max={field.max}
    />
  </Around>
);

interface FileProps extends Labelled {
  /** Kinds the server takes: ".pdf,.docx,image/*". */
  readonly accept: string;
  /** Phones open the camera. */
  readonly camera?: boolean | undefined;
  readonly several?: boolean | undefined;
}

/** One or several files. What was chosen before a refusal must be chosen again: browsers keep no files. */
export const FileField = (field: FileProps) => (
  <Around field={field}>
    <input
      {...common(field)}
      class="in"
      type="file"
      accept={field.accept}
      capture={field.camera ? 'environment' : undefined}
      multiple={field.several}
    />
  </Around>
);

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends Labelled {
  readonly options: readonly Option[];
  /** The first line, which chooses nothing: "choose a body". Left out: the first option stands chosen. */
  readonly none?: string | undefined;
  readonly width?: Width | undefined;
}

/** One of many. Up to about six choices are easier as `Radios`. */
export const SelectField = (field: SelectProps) => {
  const chosen = textOf(field.of, field.name);
  return (
    <Around field={field}>
      <select {...common(field)} class={inputClass(field.width)}>
        {field.none === undefined ? null : <option value="">{field.none}</option>}
        {field.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
};
