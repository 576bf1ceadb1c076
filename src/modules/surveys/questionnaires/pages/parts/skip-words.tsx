import type { Lang } from '#core/i18n/lang.ts';
import { type Condition, isAlone, skipOf } from '../../building/skips/rules.ts';
import { choicesOf, linesOf, wordsIn } from '../../rules.ts';
import type { Question, Questionnaire } from '../../schema.ts';

/** When something is asked, in words: "only if 3 is “Yes”"; as it was written where it says more than words can. */
export function skipWords(lang: Lang, of: Questionnaire, relevant: string, language: string): string {
  const skip = skipOf(relevant);
  if (!skip) return lang.t('surveys.questionnaires.skip.rule', { rule: relevant });
  const said = skip.conditions.map((one) => conditionWords(lang, of, one, language));
  const joined = said.join(` ${lang.t(`surveys.questionnaires.skip.${skip.join}`)} `);
  return lang.t('surveys.questionnaires.skip.if', { conditions: joined });
}

function conditionWords(lang: Lang, of: Questionnaire, { question, is, value }: Condition, language: string): string {
  const line = linesOf(of).find(({ item }) => item.name === question);
  const what = line?.number ? lang.t('surveys.questionnaires.skip.number', { n: line.number }) : question;
  if (isAlone(is)) return lang.t(`surveys.questionnaires.skip.${is}`, { what });
  const asked = line?.item.is === 'question' ? line.item : null;
  return lang.t(`surveys.questionnaires.skip.${is}`, { what, value: choiceWords(of, asked, value, language) });
}

function choiceWords(of: Questionnaire, question: Question | null, value: string, language: string): string {
  const choice = question && choicesOf(of, question).find(({ name }) => name === value);
  return choice ? wordsIn(choice.label, language, of.languages).text || value : value;
}
