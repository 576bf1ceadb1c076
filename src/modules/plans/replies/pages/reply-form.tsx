import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { PaperFields } from '#ui/paper.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Statement } from '#ui/voices.tsx';
import { CompletionChip, groundsOf, Scales } from '../../dossier/pages/parts/evaluation.tsx';
import { SaidOnForm } from '../../dossier/pages/parts/said.tsx';
import type { EvaluationAt } from '../../evaluations/queries.ts';
import { WITHHELD } from '../../withheld/rules.ts';

interface ReplyFormProps {
  readonly of: Filled;
  readonly at: EvaluationAt;
  readonly author: string;
  readonly withheld: WithheldThings;
  /** They keep the record, and see what is withheld. */
  readonly keeper: boolean;
  readonly paper: boolean;
  /** The secret of the one-deed link by which the executor came. */
  readonly deed: string | null;
  readonly today: PlainDate;
  readonly action: string;
  readonly back: string;
}

/** The executor answers an evaluation: what it answers stands above the field. */
export const ReplyForm = (props: ReplyFormProps) => {
  const { of, at, paper, today, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t(paper ? 'plans.evaluations.reply_title_paper' : 'plans.evaluations.reply_title')}
        lede={<MeasureName lang={lang} at={at} />}
      />
      <Stack>
        <Judged {...props} lang={lang} />
        <p>{lang.t('plans.evaluations.reply_until', { date: lang.date(at.evaluation.reply_until) })}</p>
        <Form
          of={of}
          action={action}
          files={paper}
          deed={lang.t('plans.evaluations.reply_publish')}
          hidden={paper ? { way: 'paper' } : {}}
          second={<Cancel href={back}>{lang.t('plans.evaluations.cancel_reply')}</Cancel>}
        >
          {paper ? <PaperFields of={of} today={today} /> : null}
          <AreaField
            of={of}
            name="text"
            label={lang.t('plans.evaluations.reply_text')}
            hint={lang.t('plans.evaluations.reply_hint')}
            rows={7}
            maxlength={10_000}
            textLang={lang.code}
          />
        </Form>
      </Stack>
    </>
  );
};

const MeasureName = ({ lang, at }: { readonly lang: Lang; readonly at: EvaluationAt }) => (
  <>
    {at.measure.number} <ChosenText lang={lang} of={lang.choose(at.measure.title)} />
  </>
);

/** The whole evaluation: who comes by a link sees it nowhere else before it is public. Withheld words have no grounds. */
const Judged = ({ lang, at, author, withheld, keeper, deed }: ReplyFormProps & { readonly lang: Lang }) => {
  const gone = withheld.of(WITHHELD.evaluation, at.evaluation.id);
  return (
    <Statement
      voice="civil"
      who={lang.t('plans.dossier.who_evaluator', { name: author })}
      when={lang.t('plans.evaluations.sent_on', { date: lang.date(at.evaluation.sent_on) })}
      state={<CompletionChip lang={lang} completion={at.evaluation.completion} />}
      foot={gone && !keeper ? null : groundsOf(lang, at.evaluation, at.evidence, { withheld, deed })}
    >
      <SaidOnForm lang={lang} texts={at.evaluation.finding} withheld={gone} keeper={keeper} />
      <Scales lang={lang} row={at.evaluation} />
    </Statement>
  );
};

interface ExtensionFormProps {
  readonly of: Filled;
  readonly at: EvaluationAt;
  readonly action: string;
  readonly back: string;
}

/** The one extension of the time to reply. */
export const ExtensionForm = ({ of, at, action, back }: ExtensionFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('plans.evaluations.extension_title')} lede={<MeasureName lang={lang} at={at} />} />
      <p>
        {lang.t('plans.evaluations.extension_about', {
          n: at.extensionDays,
          date: lang.date(at.evaluation.reply_until),
        })}
      </p>
      <Form
        of={of}
        action={action}
        deed={lang.t('plans.evaluations.extend')}
        second={<Cancel href={back}>{lang.t('plans.evaluations.cancel_reply')}</Cancel>}
      >
        <AreaField
          of={of}
          name="reason"
          label={lang.t('plans.evaluations.reason')}
          rows={3}
          maxlength={1_000}
          textLang={lang.code}
        />
      </Form>
    </>
  );
};
