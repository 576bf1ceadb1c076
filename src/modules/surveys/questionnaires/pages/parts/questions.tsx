import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { kindKey, kindOf } from '../../building/values/rules.ts';
import { choicesOf, hasChoices, type Line, linesOf } from '../../rules.ts';
import type { Questionnaire } from '../../schema.ts';
import { skipWords } from './skip-words.tsx';
import { Told } from './told.tsx';

interface QuestionsProps {
  readonly lang: Lang;
  readonly of: Questionnaire;
  /** The language of the questionnaire in which it is shown. */
  readonly language: string;
  /** What stands beside a line: deeds of its keepers. */
  readonly beside?: ((line: Line) => ComponentChildren) | undefined;
}

/** Everything that is asked, in its order: sections as headings, choices under their question, skips in words. */
export const Questions = (props: QuestionsProps) => (
  <ol class="asked">
    {linesOf(props.of).map((line) => (
      <OneLine key={line.path} {...props} line={line} />
    ))}
  </ol>
);

const OneLine = (props: QuestionsProps & { readonly line: Line }) => {
  const { lang, of, language, line, beside } = props;
  const { item, number, path, depth } = line;
  const head = (
    <>
      {number === null ? null : <span class="num">{number}. </span>}
      {Object.keys(item.label).length > 0 ? (
        <Told lang={lang} of={of} words={item.label} language={language} />
      ) : (
        <span class="quiet">{item.name}</span>
      )}
    </>
  );
  return (
    <li id={`q-${path}`} class={`in${Math.min(depth, 3)}`}>
      {item.is === 'question' ? <p>{head}</p> : <h3>{head}</h3>}
      <p class="quiet">
        <small>{aboutLine(lang, of, line, language)}</small>
      </p>
      {item.is === 'question' && hasChoices(item.type) ? (
        <ul>
          {choicesOf(of, item).map(({ name, label }) => (
            <li key={name}>
              <Told lang={lang} of={of} words={label} language={language} />
            </li>
          ))}
        </ul>
      ) : null}
      {beside?.(line)}
    </li>
  );
};

/** "one answer · household · only if 3 is “Yes”" */
function aboutLine(lang: Lang, of: Questionnaire, { item }: Line, language: string): string {
  const isAsked = item.is === 'question' && item.type !== 'note';
  return [
    lang.t(`surveys.questionnaires.kind.${kindKey(kindOf(item))}`),
    ...(isAsked ? [lang.t(`surveys.questionnaires.unit.${item.unit}`)] : []),
    ...(item.is === 'question' && item.about ? [lang.t(`surveys.questionnaires.about.${item.about}`)] : []),
    ...(item.is === 'question' && item.required ? [lang.t('surveys.questionnaires.needed')] : []),
    ...(item.relevant ? [skipWords(lang, of, item.relevant, language)] : []),
  ].join(' · ');
}
