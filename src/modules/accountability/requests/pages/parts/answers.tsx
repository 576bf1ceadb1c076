import type { Lang } from '#core/i18n/lang.ts';
import { FILE_OBJECT, type WithheldThings } from '#core/withholding/withheld.ts';
import { Link } from '#ui/link.tsx';
import { wayWords } from '#ui/paper.tsx';
import { Said } from '#ui/said.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { WITHHELD } from '../../rules.ts';
import type { Answer } from '../../schema.ts';

export interface AnswersProps {
  readonly lang: Lang;
  readonly forum: string;
  readonly answers: readonly Answer[];
  readonly body: string;
  readonly withheld: WithheldThings;
  readonly takeDown: ((type: string, id: string) => string) | null;
}

/** What the body answered, as far as a person decided that everybody reads it. */
export const AnswersSaid = (props: AnswersProps) => (
  <>
    {props.answers.map((answer) => (
      <OneAnswer key={answer.id} {...props} answer={answer} />
    ))}
  </>
);

const OneAnswer = ({ lang, forum, answer, body, withheld, takeDown }: AnswersProps & { readonly answer: Answer }) => {
  const gone = withheld.of(WITHHELD.answer, answer.id);
  const files = answer.files.filter(({ shown }) => shown);
  const way = answer.way === 'paper' ? wayWords(lang, { way: 'paper', ref: answer.ref, day: answer.day }) : null;
  return (
    <Statement
      voice="executor"
      who={body}
      when={lang.date(answer.on)}
      foot={way ?? lang.t('accountability.requests.answer.by_code')}
    >
      {!answer.shown ? (
        <p class="quiet">{lang.t('accountability.requests.answer.unread')}</p>
      ) : gone ? (
        <WithheldNote lang={lang} of={gone} />
      ) : answer.shown.words ? (
        <Said lang={lang} texts={answer.text} />
      ) : (
        <p class="quiet">{lang.t('accountability.requests.answer.not_shown')}</p>
      )}
      {files.length > 0 ? (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              {withheld.of(FILE_OBJECT, file.id) ? (
                <WithheldNote lang={lang} of={withheld.of(FILE_OBJECT, file.id)!} />
              ) : (
                <Link href={`/files/${forum}/${file.id}`}>{file.name}</Link>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {takeDown && answer.shown?.words && !gone ? (
        <p>
          <Link href={takeDown(WITHHELD.answer, answer.id)}>{lang.t('accountability.requests.take_down')}</Link>
        </p>
      ) : null}
    </Statement>
  );
};
