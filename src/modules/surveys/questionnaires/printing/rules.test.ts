// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how expressions name questions
import { expect, test } from 'vitest';
import { questionnaireOf } from '../../exchange/questionnaire/rules.ts';
import { readXlsForm } from '../../exchange/sheets/forms.ts';
import type { Question } from '../schema.ts';
import { jumpsAfter } from './rules.ts';

const sheet = (name: string, ...rows: readonly (readonly string[])[]) => ({
  sheet: name,
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
});

/** A questionnaire of rows type, name, relevant; `yn` is the list of yes and no. */
function asked(...rows: readonly (readonly string[])[]) {
  const survey = sheet('survey', ['type', 'name', 'relevant', 'label'], ...rows.map((row) => [...row, 'Words']));
  const choices = sheet('choices', ['list_name', 'name', 'label'], ['yn', 'yes', 'Yes'], ['yn', 'no', 'No']);
  const made = questionnaireOf(readXlsForm([survey, choices]).form!);
  if (!made.ok) throw new Error(made.issues.map(({ code }) => code).join());
  return made.questionnaire;
}
const jumps = (of: ReturnType<typeof asked>) => [...jumpsAfter(of, of.items[0] as Question, ['yes', 'no'])];

test('a choice that leaves out what follows leads to the next question that is asked', () => {
  const bank = "${bank} = 'yes'";
  const of = asked(
    ['select_one yn', 'bank', ''],
    ['text', 'which', bank],
    ['integer', 'years', bank],
    ['text', 'end', ''],
  );
  expect(jumps(of)).toEqual([['no', 4]]);
});

test('a section is left out whole, and at the end nothing follows', () => {
  const of = asked(
    ['select_one yn', 'bank', ''],
    ['begin group', 'more', "${bank} != 'no'"],
    ['text', 'which', ''],
    ['end group', 'more', ''],
  );
  expect(jumps(of)).toEqual([['no', 0]]);
});

test('what waits for another answer too, or says more than a choice, is never jumped over', () => {
  const or = asked(
    ['select_one yn', 'bank', ''],
    ['integer', 'age', ''],
    ['text', 'a', "${bank} = 'yes' or ${age} > 18"],
  );
  expect(jumps(or)).toEqual([]);
  const free = asked(['select_one yn', 'bank', ''], ['text', 'a', 'string-length(${bank}) = 3'], ['text', 'b', '']);
  expect(jumps(free)).toEqual([]);
});
