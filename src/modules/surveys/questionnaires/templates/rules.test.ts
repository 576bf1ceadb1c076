import { expect, it } from 'vitest';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { faultsOf } from '../faults/rules.ts';
import { linesOf, placedItems } from '../rules.ts';
import { ABOUT, UNITS } from '../schema.ts';
import { writtenIn } from '../wording/rules.ts';
import { baselineQuestionnaire } from './rules.ts';

it('the baseline questionnaire has no fault, all units, and every word in three languages', () => {
  const of = baselineQuestionnaire((code) => new Lang(code, SENTENCES[code]));
  expect(faultsOf(of)).toEqual([]);
  expect(linesOf(of).filter(({ number }) => number !== null)).toHaveLength(31);
  const questions = placedItems(of.items).flatMap(({ item }) => (item.is === 'question' ? [item] : []));
  expect(new Set(questions.map(({ unit }) => unit))).toEqual(new Set(UNITS));
  expect(new Set(questions.flatMap(({ about }) => about ?? []))).toEqual(new Set(ABOUT));
  for (const language of ['az', 'en', 'ru']) {
    const { written, all } = writtenIn(of, language);
    expect(written).toBe(all);
  }
});
