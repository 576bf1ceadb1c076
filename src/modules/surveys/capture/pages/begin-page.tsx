import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Radios } from '#ui/choice.tsx';
import { type Option, SelectField, TextField } from '#ui/field.tsx';
import { type Filled, textOf } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Declaration } from '../../rounds/schema.ts';
import type { FormMode } from '../schema.ts';

interface BeginPageProps {
  readonly of: Filled;
  readonly lang: Lang;
  readonly declaration: Declaration;
  readonly mode: FormMode;
  /** Languages in which it can be answered. */
  readonly languages: readonly Option[];
  readonly places: readonly Option[];
  readonly groups: readonly Option[];
  readonly action: string;
  readonly done: ComponentChildren;
}

/** Consent first: who asks and what for, the language, where somebody belongs, the code where one is needed. */
export const BeginPage = (props: BeginPageProps) => {
  const { of, lang, declaration, mode, languages, places, groups, action, done } = props;
  const asksCode = declaration.singleUse && mode !== 'desk';
  return (
    <>
      <PageTitle title={lang.pick(declaration.title)} lede={lang.t('surveys.capture.lede')} />
      <Stack>
        {done ? <Notice title={lang.t('surveys.capture.thanks')}>{done}</Notice> : null}
        <Said lang={lang} texts={declaration.consent} />
        <Form of={of} action={action} deed={lang.t('surveys.capture.agree')} hidden={{ mode }}>
          {asksCode ? (
            <TextField
              of={of}
              name="code"
              label={lang.t('surveys.capture.code')}
              hint={lang.t('surveys.capture.code_hint')}
              maxlength={20}
              width="m"
            />
          ) : null}
          {languages.length > 1 ? (
            <Radios of={of} name="language" label={lang.t('surveys.capture.language')} options={languages} />
          ) : (
            <input type="hidden" name="language" value={languages[0]?.value ?? textOf(of, 'language')} />
          )}
          {places.length > 0 ? (
            <SelectField
              {...{ of, name: 'place', label: lang.t('surveys.capture.place'), options: places, optional: asksCode }}
              none={lang.t('surveys.capture.choose')}
            />
          ) : null}
          {groups.length > 0 ? (
            <SelectField
              {...{ of, name: 'group', label: lang.t('surveys.capture.group'), options: groups, optional: asksCode }}
              none={lang.t('surveys.capture.choose')}
            />
          ) : null}
        </Form>
      </Stack>
    </>
  );
};
