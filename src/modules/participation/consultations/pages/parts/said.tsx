import type { Lang } from '#core/i18n/lang.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { wayWords } from '#ui/paper.tsx';
import { Said } from '#ui/said.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { NameOf } from '../../../questions/pages/parts/about.tsx';
import { TakeDown } from '../../../questions/pages/parts/answer.tsx';
import type { Names } from '../../../questions/schema.ts';
import { citation, isRedacted, WITHHELD } from '../../rules.ts';
import type { Comment, Consultation } from '../../schema.ts';

/** What pages of a consultation are given. */
export interface Around {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly names: Names;
  readonly withheld: WithheldThings;
  readonly consultation: Consultation;
  /** For those who keep the record: the form of a demand to take words down. */
  readonly takeDown: ((type: string, id: string) => string) | null;
}

/** Who says it: the organisation, the signature, or a resident. */
const Who = ({
  comment,
  ...around
}: Pick<Around, 'lang' | 'at' | 'names' | 'withheld'> & { readonly comment: Comment }) => {
  const { lang, withheld } = around;
  if (comment.body) return <NameOf {...around} id={comment.body} />;
  const signature = withheld.of(WITHHELD.signature, comment.id) ? null : comment.signature;
  return <>{signature ?? lang.t('participation.consultations.resident')}</>;
};

/** A public comment with who says it, as it was written. */
export const CommentSaid = ({ comment, ...around }: Around & { readonly comment: Comment }) => {
  const { lang, withheld, consultation, takeDown } = around;
  const gone = withheld.of(WITHHELD.comment, comment.id);
  const way =
    comment.way === 'paper'
      ? wayWords(lang, { way: 'paper', ref: comment.paper?.ref ?? null, day: comment.paper?.day ?? null })
      : null;
  const redacted = isRedacted(lang.choose(comment.text ?? {}).text) && !gone;
  return (
    <Statement
      voice="other"
      who={
        <>
          {citation(consultation, comment.place)} · <Who {...around} comment={comment} />
        </>
      }
      when={lang.date(comment.receivedOn)}
      foot={redacted ? lang.t('participation.questions.redacted') : way}
    >
      {gone ? <WithheldNote lang={lang} of={gone} /> : <Said lang={lang} texts={comment.text ?? {}} />}
      <TakeDown lang={lang} href={gone ? null : (takeDown?.(WITHHELD.comment, comment.id) ?? null)} />
    </Statement>
  );
};
