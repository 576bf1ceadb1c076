import type { PlainDate } from '#core/time/plain-date.ts';
import { Checkboxes, Tick } from '#ui/choice.tsx';
import { AreaField, DateField, FileField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form, SecondButton } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PaperFields } from '#ui/paper.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { RequestChip } from '../../pages/parts/state.tsx';
import { MOST } from '../../rules.ts';
import { type Answer, DELIVERED, type Request, type State } from '../../schema.ts';

export interface DeskProps {
  readonly of: Filled;
  readonly at: (path: string) => string;
  /** The address of the request. */
  readonly here: string;
  readonly request: Request;
  readonly state: State;
  readonly body: string;
  readonly today: PlainDate;
  readonly done: string | null;
}

/** Everything that a keeper does with a request, in the order in which it comes. */
export const DeskPage = (props: DeskProps) => {
  const { of, here, request, state, body, done } = props;
  const { lang } = of;
  const unread = request.answers.filter(({ shown }) => !shown);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={body}
        title={lang.t('accountability.requests.one', { number: request.number })}
        lede={lang.t(`accountability.requests.state_means.${state}`)}
        state={<RequestChip lang={lang} state={state} />}
      />
      <Stack>
        {request.text ? <Said lang={lang} texts={request.text} /> : null}
        {request.decision ? null : <DecisionForm {...props} />}
        {unread.map((answer) => (
          <ShowForm key={answer.id} {...props} answer={answer} />
        ))}
        {request.decision?.accepted ? (
          <Section title={lang.t('accountability.requests.desk.letter')}>
            <p>{lang.t('accountability.requests.desk.letter_text')}</p>
            <Form of={of} action={`${here}/letter`} deed={lang.t('accountability.requests.desk.make_letter')} />
          </Section>
        ) : null}
        {state === 'ready' ? <DeliveryForm {...props} /> : null}
        {request.delivery ? <PaperAnswer {...props} /> : null}
        <p>
          <Link href={here}>{lang.t('accountability.requests.receipt.page')}</Link>
        </p>
      </Stack>
    </>
  );
};

const DecisionForm = ({ of, here }: DeskProps) => (
  <Section title={of.lang.t('accountability.requests.desk.read')}>
    <p>{of.lang.t('accountability.requests.desk.read_text')}</p>
    <Form
      of={of}
      action={`${here}/decision`}
      deed={of.lang.t('accountability.requests.desk.accept')}
      second={
        <SecondButton name="decision" value="refused">
          {of.lang.t('accountability.requests.desk.refuse')}
        </SecondButton>
      }
    >
      <AreaField
        of={of}
        name="sentence"
        label={of.lang.t('accountability.requests.desk.sentence')}
        hint={of.lang.t('accountability.requests.desk.sentence_hint')}
        rows={2}
        maxlength={MOST.sentence}
        textLang={of.lang.code}
        optional
      />
    </Form>
  </Section>
);

const DeliveryForm = ({ of, here, today }: DeskProps) => (
  <Section title={of.lang.t('accountability.requests.desk.deliver')}>
    <Form of={of} action={`${here}/delivery`} deed={of.lang.t('accountability.requests.desk.delivered')}>
      <DateField of={of} name="on" label={of.lang.t('accountability.requests.desk.on')} max={today} />
      <SelectField
        of={of}
        name="way"
        label={of.lang.t('accountability.requests.desk.way')}
        none={of.lang.t('accountability.requests.judging.choose')}
        options={DELIVERED.map((way) => ({ value: way, label: of.lang.t(`accountability.requests.way.${way}`) }))}
      />
      <TextField
        of={of}
        name="reference"
        label={of.lang.t('accountability.requests.reference')}
        maxlength={MOST.reference}
        optional
      />
    </Form>
  </Section>
);

const ShowForm = ({ of, here, answer }: DeskProps & { readonly answer: Answer }) => (
  <Section title={of.lang.t('accountability.requests.desk.show', { date: of.lang.date(answer.on) })}>
    <Stack>
      <Said lang={of.lang} texts={answer.text} />
      <p>{of.lang.t('accountability.requests.desk.show_text')}</p>
      <Form
        of={of}
        action={`${here}/showing`}
        deed={of.lang.t('accountability.requests.desk.show_send')}
        hidden={{ answer: answer.id }}
      >
        <Tick of={of} name="words" label={of.lang.t('accountability.requests.desk.show_words')} />
        {answer.files.length > 0 ? (
          <Checkboxes
            of={of}
            name="files"
            label={of.lang.t('accountability.requests.desk.show_files')}
            options={answer.files.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        ) : null}
      </Form>
    </Stack>
  </Section>
);

const PaperAnswer = ({ of, here, today }: DeskProps) => (
  <Section title={of.lang.t('accountability.requests.desk.paper')}>
    <Form of={of} action={`${here}/answer`} files deed={of.lang.t('accountability.requests.desk.enter')}>
      <PaperFields of={of} today={today} />
      <AreaField
        of={of}
        name="text"
        label={of.lang.t('accountability.requests.replying.text')}
        rows={6}
        maxlength={MOST.answer}
        textLang={of.lang.code}
      />
      <FileField
        of={of}
        name="files"
        label={of.lang.t('accountability.requests.replying.files')}
        accept="image/*,.pdf,.docx,.xlsx,.csv,.txt"
        several
        optional
      />
    </Form>
  </Section>
);
