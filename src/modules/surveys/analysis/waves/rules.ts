import { differenceOf } from '../../statistics/waves/rules.ts';
import type { Difference, WaveFigure } from '../../statistics/waves/schema.ts';
import type { Figure, QuestionResult } from '../composing/schema.ts';
import type { AnswerCompared, Compared, QuestionCompared, Wave } from './schema.ts';

/** Waves that one chart shows. */
export const MOST_WAVES = 3;

/**
 * Rounds of one questionnaire question by question, the newest question order first. Nothing is counted again: every number
 * is one that both publications print, so what either of them hides stays hidden.
 */
export function comparedIn(waves: readonly Wave[]): Compared {
  const names = [...new Set(waves.toReversed().flatMap(({ results }) => results.questions.map(({ name }) => name)))];
  const found = names.map((name) => {
    const asked = waves.map(({ results }) => results.questions.find((one) => one.name === name) ?? null);
    const at = asked.flatMap((one, i) => (one ? [i] : []));
    return { name, asked, at };
  });
  return {
    questions: found.filter(({ at }) => at.length > 1).map(({ asked, at }) => comparedOf(waves, asked, at)),
    once: found
      .filter(({ at }) => at.length === 1)
      .map(({ name, asked, at }) => ({ name, words: asked[at[0]!]!.words, round: waves[at[0]!]!.number })),
  };
}

type AskedIn = readonly (QuestionResult | null)[];

function comparedOf(waves: readonly Wave[], asked: AskedIn, at: readonly number[]): QuestionCompared {
  const [later, earlier] = [at.at(-1)!, at.at(-2)!];
  const [now, before] = [asked[later]!, asked[earlier]!];
  const same = isSame(now, before);
  const difference = (code: string): Difference | null => {
    const [last, first] = [figureIn(now, code, waves[later]!.places), figureIn(before, code, waves[earlier]!.places)];
    return same && last && first ? differenceOf(last, first) : null;
  };
  const answers = now.codes.map(
    ({ code, words }): AnswerCompared => ({
      ...{ code, words, difference: difference(code) },
      shown: asked.map((one) => {
        const figure = one?.figures.find((each) => each.code === code);
        return figure ? { ...figure, n: one!.n } : null;
      }),
    }),
  );
  return {
    ...{ name: now.name, words: now.words, unit: now.unit, answers },
    between: [waves[later]!.number, waves[earlier]!.number],
    why: same ? whyOf(answers, now, before) : 'worded',
  };
}

/** What is said once of the question; where all its answers are hidden, what the rounds themselves allow. */
function whyOf(
  answers: readonly AnswerCompared[],
  now: QuestionResult,
  before: QuestionResult,
): QuestionCompared['why'] {
  const told = answers.find(({ difference }) => difference !== null)?.difference;
  if (told) return told.why;
  const nothing = { counted: { yes: 0, n: 1 }, communities: [] };
  const printed = ({ what, why }: QuestionResult) => ({ what, why, share: null, interval: null });
  return differenceOf({ ...nothing, printed: printed(now) }, { ...nothing, printed: printed(before) }).why;
}

/** Asked in the same words, of the same units, with the same answers to choose from. */
function isSame(now: QuestionResult, before: QuestionResult): boolean {
  const codes = (of: QuestionResult): string => of.codes.map(({ code }) => code).join('\n');
  const worded = Object.entries(now.words).every(([language, text]) => {
    const then = before.words[language];
    return then === undefined || then === text;
  });
  return now.unit === before.unit && now.kind === before.kind && codes(now) === codes(before) && worded;
}

/** A printed figure as the difference takes it; null: it is hidden, or its base is. */
function figureIn(question: QuestionResult, code: string, communities: readonly string[]): WaveFigure | null {
  const figure: Figure | undefined = question.figures.find((each) => each.code === code);
  const { n, what, why } = question;
  if (!figure || figure.yes === null || n === null) return null;
  return {
    ...{ communities, counted: { yes: figure.yes, n } },
    printed: { what, why, share: figure.share, interval: figure.interval },
  };
}
