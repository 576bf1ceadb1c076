import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { ResponseSaid } from '../../pages/parts/response.tsx';
import type { Around } from '../../pages/parts/said.tsx';
import { citation, commentState, placePath, WITHHELD } from '../../rules.ts';
import type { Comment, Unit } from '../../schema.ts';

interface StatusProps extends Around {
  readonly of: Filled;
  readonly comment: Comment;
  /** In which it is answered; null: it is not public. */
  readonly unit: Unit | null;
  readonly code: string;
  /** Where it is taken back. */
  readonly withdrawal: string;
  readonly done: string | null;
}

/** What became of one's comment: for whoever has its code. */
export const StatusPage = (props: StatusProps) => {
  const { lang, at, comment, unit, consultation, withheld, done } = props;
  const state = commentState(comment);
  const means = unit?.response ? 'answered' : state;
  const gone = withheld.of(WITHHELD.comment, comment.id);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        title={lang.t('participation.consultations.receipt.title', { citation: citation(consultation, comment.place) })}
        lede={lang.t(`participation.consultations.your_state.${means}`)}
      />
      <Stack>
        {comment.refusal ? (
          <Section title={lang.t('participation.receipt.why_refused')}>
            <p>
              <b>{lang.t(`participation.rule.${comment.refusal.rule}`)}.</b>{' '}
              {lang.t(`participation.rule_means.${comment.refusal.rule}`)}
            </p>
            <Said lang={lang} texts={comment.refusal.sentence} />
          </Section>
        ) : null}
        {unit?.group ? (
          <p>
            {lang.t('participation.consultations.answered_with', {
              n: unit.comments.length - 1,
              citation: citation(consultation, unit.place),
            })}
          </p>
        ) : null}
        {unit?.response ? <ResponseSaid {...props} takeDown={null} response={unit.response} /> : null}
        {comment.text ? (
          <Section title={lang.t('participation.consultations.you_said')}>
            {gone ? <WithheldNote lang={lang} of={gone} /> : <Said lang={lang} texts={comment.text} />}
          </Section>
        ) : null}
        {unit ? (
          <p>
            <Link href={at(placePath(consultation, unit.place))}>
              {lang.t('participation.consultations.place_page')}
            </Link>
          </p>
        ) : null}
        {state === 'waiting' ? <Withdrawal {...props} /> : null}
      </Stack>
    </>
  );
};

const Withdrawal = ({ of, code, withdrawal }: StatusProps) => (
  <Section title={of.lang.t('participation.receipt.withdraw_title')}>
    <Stack>
      <p>{of.lang.t('participation.receipt.withdraw_about')}</p>
      <Form
        of={of}
        action={withdrawal}
        deed={of.lang.t('participation.consultations.receipt.withdraw')}
        hidden={{ code }}
      />
    </Stack>
  </Section>
);
