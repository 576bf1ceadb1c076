import type { ComponentChildren } from 'preact';
import { SEEN } from '#core/errors/seen.ts';
import { FORM_ID } from '#core/http/route.ts';
import { errorOf, type Filled, fieldId, textOf } from './filled.ts';
import { FormId } from './form-id.ts';
import { Link } from './link.tsx';

interface FormProps {
  readonly of: Filled;
  readonly action: string;
  /** The deed, on the one primary button: "Publish the minutes". */
  readonly deed: string;
  readonly method?: 'get' | 'post' | undefined;
  /** Nobody may learn later that it was sent: it carries no id by which it would be remembered with its hour. */
  readonly untold?: boolean | undefined;
  /** It sends files. */
  readonly files?: boolean | undefined;
  /** Values that go along unseen (a row's version, the step). */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Beside the button: links ("Cancel") and second buttons. */
  readonly second?: ComponentChildren | undefined;
  readonly children?: ComponentChildren | undefined;
}

/** One column of fields, what is wrong listed on top, one primary button at the end. */
export const Form = ({ of, action, deed, method = 'post', untold, files, hidden, second, children }: FormProps) => (
  <form class="form" action={action} method={method} enctype={files ? 'multipart/form-data' : undefined} novalidate>
    <Problems of={of} />
    {method === 'post' && !untold ? <Once /> : null}
    {textOf(of, SEEN) ? <input type="hidden" name={SEEN} value={textOf(of, SEEN)} /> : null}
    {Object.entries(hidden ?? {}).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
    <div class="acts">
      <button class="btn" type="submit">
        {deed}
      </button>
      {second}
    </div>
  </form>
);

/** By which the same form sent twice is known again. */
export const Once = () => (
  <FormId.Consumer>{(id) => (id ? <input type="hidden" name={FORM_ID} value={id} /> : null)}</FormId.Consumer>
);

interface SecondProps {
  readonly name: string;
  readonly value: string;
  readonly children: ComponentChildren;
}

/** A second button of the same form ("Save without publishing"): sends `name=value` along. */
export const SecondButton = ({ name, value, children }: SecondProps) => (
  <button class="btn second" type="submit" name={name} value={value}>
    {children}
  </button>
);

/** The link out of a form that changes nothing. */
export const Cancel = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <Link href={href}>{children}</Link>
);

/** The summary of what is wrong; gets the focus, each line leads to its field. */
function Problems({ of }: { readonly of: Filled }) {
  if (of.errors.length === 0) return null;
  const isMerged = of.errors.some((error) => error.field === SEEN);
  return (
    <div class="problems" role="alert" tabindex={-1} id="problems" autofocus>
      <h2>{isMerged ? of.lang.t('ui.form.merged') : of.lang.t('ui.form.problems', { n: of.errors.length })}</h2>
      <ul>
        {of.errors.map((error, i) => (
          <li key={`${error.field} ${i}`}>
            {error.field === SEEN ? (
              of.lang.say(error.message)
            ) : (
              <a href={`#${fieldId(error.field)}`}>{of.lang.say(error.message)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface Labelled {
  readonly of: Filled;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren | undefined;
  /** It may stay empty: said beside the label. All others are needed. */
  readonly optional?: boolean | undefined;
}

/** Ids by which a control points to its hint and its error. */
export function described(field: Labelled): string | undefined {
  const id = fieldId(field.name);
  const ids = [field.hint ? `${id}-hint` : '', errorOf(field.of, field.name) ? `${id}-wrong` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** "(optional)" */
export const Optional = ({ field }: { readonly field: Labelled }) =>
  field.optional ? <small> {field.of.lang.t('ui.form.optional')}</small> : null;

/** Hint and error, between label and control. */
export function Remarks({ field }: { readonly field: Labelled }) {
  const id = fieldId(field.name);
  const wrong = errorOf(field.of, field.name);
  return (
    <>
      {field.hint ? (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      ) : null}
      {wrong ? (
        <p class="wrong" id={`${id}-wrong`}>
          <span class="vh">{field.of.lang.t('ui.form.wrong')} </span>
          {wrong}
        </p>
      ) : null}
    </>
  );
}
