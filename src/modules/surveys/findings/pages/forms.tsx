import type { ComponentChildren } from 'preact';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { MOST_OF_URL } from '#core/shapes.ts';
import { AreaField, DateField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { InLanguages } from '../../rounds/declaring/pages/parts/in-languages.tsx';
import { MOST } from '../rules.ts';

interface FormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  readonly languages: readonly LanguageCode[];
}

/** A sentence about the figure that is shown above the field. */
export const WritingPage = (
  props: FormProps & { readonly hidden: Readonly<Record<string, string>>; readonly children: ComponentChildren },
) => {
  const { of, action, back, languages, hidden, children } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('surveys.findings.write')} lede={lang.t('surveys.findings.write_lede')} />
      {children}
      <Form
        of={of}
        action={action}
        deed={lang.t('surveys.findings.write_deed')}
        hidden={hidden}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <InLanguages
          {...{ of, languages }}
          name="sentence"
          label={lang.t('surveys.findings.sentence')}
          hint={lang.t('surveys.findings.sentence_hint')}
          rows={3}
          maxlength={MOST.sentence}
        />
      </Form>
    </>
  );
};

/** A figure of others, in words as they printed it. */
export const ReportingPage = ({ of, action, back, languages }: FormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('surveys.findings.report')} lede={lang.t('surveys.findings.report_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('surveys.findings.report_deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <InLanguages
          {...{ of, languages }}
          name="printed"
          label={lang.t('surveys.findings.printed')}
          hint={lang.t('surveys.findings.printed_hint')}
          maxlength={MOST.printed}
        />
        <InLanguages
          {...{ of, languages }}
          name="sentence"
          label={lang.t('surveys.findings.of_whom')}
          hint={lang.t('surveys.findings.of_whom_hint')}
          maxlength={MOST.sentence}
        />
        <InLanguages
          {...{ of, languages }}
          name="source"
          label={lang.t('surveys.findings.source')}
          maxlength={MOST.source}
        />
        <TextField
          of={of}
          name="url"
          label={lang.t('surveys.findings.url')}
          type="url"
          maxlength={MOST_OF_URL}
          optional
        />
        <DateField of={of} name="on" label={lang.t('surveys.findings.source_on')} optional />
        <AreaField
          of={of}
          name="remark"
          label={lang.t('surveys.findings.remark')}
          hint={lang.t('surveys.findings.remark_hint')}
          rows={3}
          maxlength={MOST.remark}
          optional
        />
      </Form>
    </>
  );
};

/** It stays, with the reason why it stands no more. */
export const WithdrawingPage = ({
  of,
  action,
  back,
  title,
}: Omit<FormProps, 'languages'> & { readonly title: string }) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={title}
        title={lang.t('surveys.findings.withdraw')}
        lede={lang.t('surveys.findings.withdraw_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('surveys.findings.withdraw_deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <AreaField of={of} name="reason" label={lang.t('surveys.findings.reason')} rows={3} maxlength={MOST.reason} />
      </Form>
    </>
  );
};
