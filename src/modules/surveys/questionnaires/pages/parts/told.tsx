import type { Lang } from '#core/i18n/lang.ts';
import { wordsIn } from '../../rules.ts';
import type { Questionnaire, Words } from '../../schema.ts';

interface ToldProps {
  readonly lang: Lang;
  readonly of: Pick<Questionnaire, 'languages'>;
  readonly words: Words;
  /** The language of the questionnaire that is shown. */
  readonly language: string;
}

/** A language that a form did not name has no tag (BCP 47). */
const tagOf = (key: string): string | undefined => (/^[a-z]{2,3}(-\w+)*$/i.test(key) ? key : undefined);

/** A text of a questionnaire; one that is not written in this language is shown in another and marked. */
export const Told = ({ lang, of, words, language }: ToldProps) => {
  const { text, own } = wordsIn(words, language, of.languages);
  if (own) return <span lang={language === lang.code ? undefined : tagOf(language)}>{text}</span>;
  const other = of.languages.find(({ key }) => words[key] === text);
  return (
    <span lang={other && tagOf(other.key)}>
      {text}{' '}
      <small class="quiet" lang={lang.code}>
        {lang.t('surveys.questionnaires.only_in', { language: other?.label ?? '' })}
      </small>
    </span>
  );
};
