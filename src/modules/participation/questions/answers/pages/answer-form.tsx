import type { PlainDate } from '#core/time/plain-date.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { PaperFields } from '#ui/paper.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { About, type Around } from '../../pages/parts/about.tsx';
import { ANSWER_MOST } from '../../rules.ts';
import type { Question } from '../../schema.ts';

interface AnswerFormProps extends Around {
  readonly of: Filled;
  readonly question: Question;
  readonly withheld: Withheld | null;
  readonly paper: boolean;
  readonly today: PlainDate;
  readonly action: string;
  readonly back: string;
}

/** The body answers in public: what it answers stands above the field. */
export const AnswerForm = ({ of, question, withheld, paper, today, action, back, ...around }: AnswerFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t(paper ? 'participation.answers.title_paper' : 'participation.answers.title', {
          number: question.number,
        })}
        lede={lang.t('participation.answers.lede')}
      />
      <Stack>
        <Statement
          voice="other"
          who={lang.t('participation.questions.resident')}
          when={lang.t('participation.questions.received_on', { date: lang.date(question.receivedOn) })}
        >
          {withheld ? <WithheldNote lang={lang} of={withheld} /> : <Said lang={lang} texts={question.text ?? {}} />}
        </Statement>
        <About {...around} question={question} />
        <Form
          of={of}
          action={action}
          files={paper}
          deed={lang.t('participation.answers.publish')}
          hidden={paper ? { way: 'paper' } : {}}
          second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        >
          {paper ? <PaperFields of={of} today={today} /> : null}
          <AreaField
            of={of}
            name="text"
            label={lang.t('participation.answers.text')}
            hint={lang.t('participation.answers.text_hint')}
            rows={8}
            maxlength={ANSWER_MOST}
            textLang={lang.code}
          />
        </Form>
      </Stack>
    </>
  );
};
