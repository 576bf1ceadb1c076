import type { PlainDate } from '#core/time/plain-date.ts';
import { AreaField, FileField, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MOST } from '../../rules.ts';
import { LONGER, type Request } from '../../schema.ts';

interface ReplyProps {
  readonly of: Filled;
  readonly request: Request;
  readonly body: string;
  readonly code: string;
  readonly dueOn: PlainDate | null;
  /** Can it still be said that it needs longer? */
  readonly longer: boolean;
  readonly action: string;
  readonly extension: string;
  readonly done: string | null;
}

/** A body answers by the code of its letter, without an account, or says in time that it needs longer. */
export const ReplyForm = ({ of, request, body, code, dueOn, longer, action, extension, done }: ReplyProps) => {
  const { lang } = of;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={body}
        title={lang.t('accountability.requests.one', { number: request.number })}
        lede={
          dueOn
            ? lang.t('accountability.requests.replying.until', { date: lang.date(dueOn) })
            : lang.t('accountability.requests.replying.not_begun')
        }
      />
      <Stack>
        {request.text ? <Said lang={lang} texts={request.text} /> : null}
        <Section title={lang.t('accountability.requests.replying.title')}>
          <Form of={of} action={action} files deed={lang.t('accountability.requests.replying.send')} hidden={{ code }}>
            <AreaField
              of={of}
              name="text"
              label={lang.t('accountability.requests.replying.text')}
              rows={8}
              maxlength={MOST.answer}
              textLang={lang.code}
            />
            <FileField
              of={of}
              name="files"
              label={lang.t('accountability.requests.replying.files')}
              hint={lang.t('accountability.requests.replying.files_hint')}
              accept="image/*,.pdf,.docx,.xlsx,.csv,.txt"
              several
              optional
            />
          </Form>
        </Section>
        {longer ? (
          <Section title={lang.t('accountability.requests.replying.longer')}>
            <p>{lang.t('accountability.requests.replying.longer_text')}</p>
            <Form
              of={of}
              action={extension}
              deed={lang.t('accountability.requests.replying.longer_send')}
              hidden={{ code }}
            >
              <SelectField
                of={of}
                name="reason"
                label={lang.t('accountability.requests.replying.reason')}
                none={lang.t('accountability.requests.judging.choose')}
                options={LONGER.map((one) => ({ value: one, label: lang.t(`accountability.requests.longer.${one}`) }))}
              />
            </Form>
          </Section>
        ) : null}
      </Stack>
    </>
  );
};
