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
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password';
  readonly autocomplete?: string;
  readonly maxlength?: number;
  /** How long an answer is expected: s about 8, m about 20 characters, else the whole line. */
  readonly width?: Width;
  /** Language of what is typed, where the field is for one language. */
  readonly textLang?: string;
}

/** One line of text. */
export const TextField = (field: TextProps) => (
  <Around field={field}>
    <input
      {...common(field)}
      class={inputClass(field.width)}
      type={field.type ?? 'text'}
      value={field.type === 'password' ? undefined : textOf(field.of, field.name)}
      autocomplete={field.autocomplete ?? 'off'}
      maxlength={field.maxlength}
      lang={field.textLang}
    />
  </Around>
);

interface AreaProps extends Labelled {
  readonly rows?: number;
  readonly maxlength?: number;
  readonly textLang?: string;
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
  readonly decimal?: boolean;
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
  readonly min?: string;
  readonly max?: string;
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
  readonly camera?: boolean;
  readonly several?: boolean;
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
  readonly none?: string;
  readonly width?: Width;
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
