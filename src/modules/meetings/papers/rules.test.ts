import { expect, test } from 'vitest';
import { kindsFor, paperNamed } from './rules.ts';
import { KINDS } from './schema.ts';

const none = { keeps: false, called: false, minutes: false, secret: false };

test('a stranger prints the agenda of a meeting that was called, and minutes that are there for everybody', () => {
  expect(kindsFor(none)).toEqual([]);
  expect(kindsFor({ ...none, called: true })).toEqual(['agenda']);
  expect(kindsFor({ ...none, called: true, minutes: true })).toEqual(['agenda', 'minutes']);
});

test('keepers print everything; ballot papers only where there is a secret ballot', () => {
  expect(kindsFor({ ...none, keeps: true, secret: true })).toEqual(KINDS);
  expect(kindsFor({ ...none, keeps: true })).toEqual(KINDS.filter((kind) => kind !== 'slips' && kind !== 'counting'));
});

test.each([
  ['agenda.pdf', { kind: 'agenda', format: 'pdf' }],
  ['minutes.docx', { kind: 'minutes', format: 'docx' }],
  ['minutes.doc', null],
  ['x.pdf', null],
  ['../agenda.pdf', null],
])('%s', (file, named) => {
  expect(paperNamed(file)).toEqual(named);
});
