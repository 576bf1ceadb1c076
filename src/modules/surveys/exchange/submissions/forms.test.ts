import { expect, test } from 'vitest';
import type { Answers } from '../../questionnaires/schema.ts';
import { questionnaireOf } from '../questionnaire/rules.ts';
import { readXlsForm } from '../sheets/forms.ts';
import { readSubmission } from './forms.ts';
import { writeSubmission } from './rules.ts';

const cells = [
  ['type', 'name', 'label'],
  ['text', 'name', 'Name'],
  ['begin_group', 'home', 'Home'],
  ['integer', 'rooms', 'Rooms'],
  ['end_group', '', ''],
  ['begin_repeat', 'people', 'People'],
  ['integer', 'age', 'Age'],
  ['end_repeat', '', ''],
];
const { form } = readXlsForm([{ sheet: 'survey', rows: cells.map((row, i) => ({ line: i + 1, cells: row })) }]);
const made = questionnaireOf(form!);
if (!made.ok) throw new Error('the form of this test is not understood');
const { questionnaire } = made;
const id = '0192f0c1-7a4e-7c11-8f00-9d5d0f6a2b11';

test('an interview written and read again is the same', () => {
  const answers: Answers = { name: 'Ə & "<b>"\n2', home: { rooms: '3' }, people: [{ age: '40' }, { age: '7' }] };
  const read = readSubmission(questionnaire, writeSubmission(questionnaire, { id, answers }));
  expect(read).toEqual({ ok: true, submission: { id, form: 'data', answers, unknown: [] } });
});

test('elements that the questionnaire does not know are named, templates are no answers', () => {
  const xml = `<data id="data" xmlns:jr="j" xmlns:orx="o"><name>A</name><people jr:template=""><age>1</age></people>
    <people><age>5</age><shoe>42</shoe></people><extra/><orx:meta><orx:instanceID>uuid:${id}</orx:instanceID></orx:meta></data>`;
  const read = readSubmission(questionnaire, xml);
  expect(read.ok && read.submission.answers).toEqual({ name: 'A', people: [{ age: '5' }] });
  expect(read.ok && read.submission.unknown).toEqual(['people/1/shoe', 'extra']);
  expect(read.ok && read.submission.id).toBe(id);
});

test.each([
  ['<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><data><name>&b;</name></data>', 'definitions'],
  ['<data><name>&b;</name></data>', 'broken'],
  ['<data><name>A</data>', 'broken'],
  ['', 'broken'],
  ['<a>'.repeat(100), 'too_large'],
  [`<data>${'<name/>'.repeat(60_000)}</data>`, 'too_large'],
])('%.30s is refused', (xml, why) => {
  expect(readSubmission(questionnaire, xml)).toMatchObject({ ok: false, why });
});
