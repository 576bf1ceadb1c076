import { expect, it } from 'vitest';
import { type Actor, NOBODY, SYSTEM } from '#core/actor.ts';
import { day } from '#core/time/plain-date.ts';
import { paperGiven, personOf, wayOf } from './way.ts';

const today = day('2026-11-23');
const given = (ref: string, on: string) =>
  paperGiven({ text: (name) => ({ paper_ref: ref, paper_day: on })[name] ?? '' }, today);
const wrong = (ref: string, on: string) => {
  const read = given(ref, on);
  return read.ok ? [] : read.refusal.fields?.map((field) => `${field.field} ${field.message.key}`);
};

it('reads number and date of a letter, in both ways of writing a day', () => {
  expect(given(' 14/2 ', '19.03.2026')).toEqual({ ok: true, value: { ref: '14/2', day: '2026-03-19' } });
  expect(given('14/2', '2026-11-23')).toMatchObject({ ok: true });
});

it('says what is missing at its field, and takes no letter from tomorrow or from a day that does not exist', () => {
  expect(wrong('', '')).toEqual(['paper_ref core.paper.ref_missing', 'paper_day core.paper.day_missing']);
  expect(wrong('a'.repeat(201), '2026-11-24')).toEqual([
    'paper_ref core.paper.ref_long',
    'paper_day core.paper.day_future',
  ]);
  expect(wrong('1', '30.02.2026')).toEqual(['paper_day core.paper.day_missing']);
});

it('names the way and the person of a deed, and never the helper', () => {
  const person: Actor = { kind: 'person', id: 'p', name: '', roles: [] };
  const link: Actor = { kind: 'link', deed: { id: '', command: '', object: '', forum: '', body: null }, person: 'q' };
  const assisted: Actor = {
    ...{ kind: 'assisted', session: 's', forum: 'f', person: 'r', name: '', roles: [] },
    ...{ until: new Date(0), over: false },
  };
  const actors = [NOBODY, SYSTEM, person, link, assisted];
  expect(actors.map(wayOf)).toEqual(['account', 'system', 'account', 'link', 'assisted']);
  expect(actors.map(personOf)).toEqual([null, null, 'p', 'q', 'r']);
});
