import type { Lang } from '#core/i18n/lang.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import { Link } from '#ui/link.tsx';
import { wayWords } from '#ui/paper.tsx';
import { Said } from '#ui/said.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import type { Answer } from '../../schema.ts';
import { type Around, NameOf } from './about.tsx';

interface AnswerProps extends Pick<Around, 'lang' | 'at' | 'names'> {
  readonly answer: Answer;
  readonly withheld: Withheld | null;
  readonly takeDown: string | null;
}

/** What the body answered, under its name, with the way in which it came. */
export const AnswerSaid = ({ answer, withheld, takeDown, ...around }: AnswerProps) => {
  const { lang } = around;
  const way = wayWords(lang, { way: answer.way, ref: answer.paper?.ref ?? null, day: answer.paper?.day ?? null });
  return (
    <Statement
      voice="executor"
      id="answer"
      who={<NameOf {...around} id={answer.body} />}
      when={lang.t('participation.questions.answered_on', { date: lang.date(answer.on) })}
      foot={way}
    >
      {withheld ? <WithheldNote lang={lang} of={withheld} /> : <Said lang={lang} texts={answer.text} />}
      <TakeDown lang={lang} href={withheld ? null : takeDown} />
    </Statement>
  );
};

/** For those who keep the record: the form of a demand to take the words down. */
export const TakeDown = ({ lang, href }: { readonly lang: Lang; readonly href: string | null }) =>
  href ? (
    <p class="small">
      <Link href={href}>{lang.t('participation.withheld.take_down')}</Link>
    </p>
  ) : null;
