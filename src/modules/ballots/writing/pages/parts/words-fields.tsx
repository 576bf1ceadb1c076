import type { LanguageCode } from '#core/i18n/texts.ts';
import { AreaField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Stack } from '#ui/layout.tsx';
import { MOST } from '../../../rules.ts';
import { Fold } from './fold.tsx';

interface WordsFieldsProps {
  readonly of: Filled;
  readonly languages: readonly LanguageCode[];
}

/** What is put to the vote, in the first language of the forum and, if somebody wrote it, in others. */
export const WordsFields = ({ of, languages }: WordsFieldsProps) => {
  const [first, ...others] = languages;
  return (
    <>
      {first ? <WordsIn of={of} code={first} first /> : null}
      {others.map((code) => (
        <Fold
          key={code}
          of={of}
          title={of.lang.t(`ballots.writing.in.${code}`)}
          names={['title', 'words', 'options'].map((name) => `${name}_${code}`)}
        >
          <WordsIn of={of} code={code} first={false} />
        </Fold>
      ))}
    </>
  );
};

const WordsIn = ({ of, code, first }: { of: Filled; code: LanguageCode; first: boolean }) => {
  const { lang } = of;
  return (
    <fieldset>
      <legend>{lang.t(`ballots.writing.in.${code}`)}</legend>
      <Stack>
        <TextField
          of={of}
          name={`title_${code}`}
          label={lang.t('ballots.writing.title')}
          maxlength={MOST.title}
          textLang={code}
          optional={!first}
        />
        <AreaField
          of={of}
          name={`words_${code}`}
          label={lang.t('ballots.writing.words')}
          hint={first ? lang.t('ballots.writing.words_hint') : undefined}
          maxlength={MOST.words}
          textLang={code}
          optional={!first}
        />
        <AreaField
          of={of}
          name={`options_${code}`}
          label={lang.t('ballots.writing.options')}
          hint={first ? lang.t('ballots.writing.options_hint') : undefined}
          rows={4}
          textLang={code}
          optional
        />
      </Stack>
    </fieldset>
  );
};
