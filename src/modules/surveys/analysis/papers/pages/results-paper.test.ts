import { expect, it } from 'vitest';
import type { Forum } from '#core/forum.ts';
import { REFERENCE } from '#core/forum.ts';
import { Lang } from '#core/i18n/lang.ts';
import { day } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../../../../texts.gen.ts';
import { sayIn } from '../../../questionnaires/rules.ts';
import { declared } from '../../../rounds/samples.ts';
import type { Round } from '../../../rounds/schema.ts';
import type { QuestionnaireId, RoundId } from '../../../schema.ts';
import type { Distribution, QuestionResult } from '../../composing/schema.ts';
import { resultsPaper } from './results-paper.tsx';

const lang = new Lang('en', SENTENCES.en);
const forum = {
  id: REFERENCE,
  name: { en: 'Platform' },
  motto: {},
  motif: 1,
  demonstration: false,
} as unknown as Forum;
const spread: Distribution = {
  ...{ n: 50, what: 'none', why: 'purposive' },
  figures: [
    { code: 'yes', yes: 13, share: 0.26, interval: null, hidden: null },
    { code: 'no', yes: null, share: null, interval: null, hidden: 'small' },
  ],
};
const question: QuestionResult = {
  ...{ ...spread, name: 'aware', words: { en: 'Have you heard of the plan?' }, kind: 'one', unit: 'person' },
  codes: [
    { code: 'yes', words: { en: 'Yes' } },
    { code: 'no', words: { en: 'No' } },
  ],
  ...{ bases: null, answers: null },
};

it('the report has every figure of every question and group, and of a hidden one neither count nor share', () => {
  const paper = resultsPaper({
    ...{ lang, say: sayIn({ lang }), forum, address: 'https://example.org/en/x/surveys/1/results' },
    round: {
      ...{ id: 'r' as RoundId, number: 1, after: null, enteredOn: day('2026-01-01'), closure: null },
      declaration: declared({ questionnaire: 'q' as QuestionnaireId, from: day('2026-01-01') }),
    } satisfies Round,
    publication: {
      ...{ id: 'p', printed: [], words: { en: 'A quarter knows.' }, reason: null, on: day('2026-02-01') },
      results: {
        ...{ sampling: 'purposive', smallest: 5, counted: 50, excluded: 2, modes: {}, questions: [question] },
        numbers: [
          {
            name: 'far',
            words: { en: 'How far?' },
            unit: 'person',
            n: 40,
            mean: 3.25,
            median: 3,
            interval: null,
            why: 'purposive',
          },
        ],
        splits: [{ name: '@group', words: {}, codes: [{ code: 'ngo', words: { en: 'Members of NGOs' } }] }],
        crosses: [{ rows: 'aware', columns: '@group', by: [{ ...spread, n: null, code: 'ngo' }] }],
        notShown: [{ rows: 'portal', columns: null, why: 'dependent', words: { en: 'The portal?' } }],
        notCounted: [{ name: 'wish', words: { en: 'Your wish?' }, why: 'text' }],
        hidden: { small: 2, all: 0, complement: 0 },
      },
    },
  });
  const hidden = lang.t('surveys.analysis.results.cell_hidden');
  const tables = paper.body.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
  expect(tables).toEqual([
    [
      ['Yes', '13', '26 %'],
      ['No', hidden, '–'],
    ],
    [
      [`Members of NGOs, ${lang.t('surveys.analysis.results.base_hidden')}`, 'Yes', '13', '26 %'],
      ['', 'No', hidden, '–'],
    ],
  ]);
  const whole = JSON.stringify(paper.body.blocks);
  for (const words of ['A quarter knows.', 'Have you heard of the plan?', '3.3', 'The portal?', 'Your wish?'])
    expect(whole).toContain(words);
  expect(whole).toContain(lang.t('surveys.analysis.printing.purposive'));
  expect(paper.foot).toBe('https://example.org/en/x/surveys/1/results');
});
