import type { ComponentChildren } from 'preact';
import { Checkboxes, type Choice as Option, Radios, Tick } from '#ui/choice.tsx';
import { AreaField, DateField, FileField, NumberField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import type { Shown } from '../../../filling/schema.ts';
import { wordsIn } from '../../../questionnaires/rules.ts';
import { DECLINED, type FormLanguage, type Question, type Words } from '../../../questionnaires/schema.ts';
import { declinedField, fieldOf, mayDecline, rankField } from '../../rules.ts';

export interface QuestionProps {
  readonly of: Filled;
  readonly shown: Shown;
  /** Key of the language in which it is asked, and all that there are. */
  readonly language: string;
  readonly languages: readonly FormLanguage[];
}

/** One question as it is asked; `data-path` says which one it is to a script. */
export const QuestionField = (props: QuestionProps) => {
  const { shown } = props;
  if (shown.item.is !== 'question') return null;
  return (
    <div class="stack" data-path={shown.path}>
      {control(props, shown.item)}
      {mayDecline(shown) && !['select_one'].includes(shown.item.type) ? <Declining {...props} /> : null}
    </div>
  );
};

function control({ of, shown, language, languages }: QuestionProps, item: Question): ComponentChildren {
  const { lang } = of;
  const said = (words: Words): string => wordsIn(words, language, languages).text;
  const { path, required, choices } = shown;
  const hint = said(shown.hint);
  const field = {
    of,
    name: fieldOf(path),
    label: <span data-said="label">{said(shown.label) || item.name}</span>,
    optional: !required,
  };
  const hinted = hint ? { ...field, hint } : field;
  const options: readonly Option[] = (choices ?? []).map((one) => ({
    value: one.name,
    label: said(one.label) || (one.name === 'other' ? lang.t('surveys.capture.other') : one.name),
  }));
  if (shown.readonly && item.type !== 'note')
    return (
      <p>
        {field.label}: <strong data-said="value">{shown.value}</strong>
      </p>
    );
  switch (item.type) {
    case 'note':
      return (
        <>
          <p>{field.label}</p>
          {hint ? <p class="hint">{hint}</p> : null}
        </>
      );
    case 'select_one':
      return (
        <Radios
          {...hinted}
          options={
            mayDecline(shown)
              ? [...options, ...DECLINED.map((one) => ({ value: `~${one}`, label: lang.t(`surveys.capture.${one}`) }))]
              : options
          }
        />
      );
    case 'select_multiple':
      return <Checkboxes {...hinted} options={options} />;
    case 'rank':
      return (
        <fieldset>
          <legend>{field.label}</legend>
          <p class="hint">{hint || lang.t('surveys.capture.rank')}</p>
          {options.map(({ value, label }) => (
            <SelectField
              key={value}
              {...{ of, name: rankField(path, value), label, optional: !required, none: '–', width: 's' }}
              options={options.map((_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
            />
          ))}
        </fieldset>
      );
    case 'integer':
      return <NumberField {...hinted} />;
    case 'decimal':
    case 'range':
      return <NumberField {...hinted} decimal />;
    case 'date':
      return <DateField {...hinted} />;
    case 'image':
      return <FileField {...hinted} accept="image/*" camera />;
    case 'acknowledge':
      return <Tick {...hinted} value="OK" />;
    case 'time':
      return <TextField {...hinted} hint={hint || lang.t('surveys.capture.time')} width="s" />;
    case 'dateTime':
      return <TextField {...hinted} hint={hint || lang.t('surveys.capture.moment')} width="m" />;
    case 'geopoint':
      return <TextField {...hinted} hint={hint || lang.t('surveys.capture.point')} width="m" />;
    default:
      return /multiline/.test(item.appearance ?? '') ? <AreaField {...hinted} rows={4} /> : <TextField {...hinted} />;
  }
}

const Declining = ({ of, shown }: QuestionProps) => (
  <Radios
    of={of}
    name={declinedField(shown.path)}
    label={<span class="small quiet">{of.lang.t('surveys.capture.no_answer')}</span>}
    options={DECLINED.map((one) => ({ value: one, label: of.lang.t(`surveys.capture.${one}`) }))}
    optional
  />
);
