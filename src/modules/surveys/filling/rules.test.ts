import { describe, expect, test } from 'vitest';
import { addTo, answer, begin, finish, removeAt, stateOf } from './rules.ts';
import { AT_NOON, asked, choice, formOf, grouped, ofList, repeated } from './samples.ts';
import type { Filling, Form, State } from './schema.ts';

const started = (form: Form, filling: Filling = AT_NOON): State => stateOf(form, begin(form, filling), filling);
const answered = (form: Form, said: Readonly<Record<string, string>>, from = started(form)): State =>
  Object.entries(said).reduce((state, [path, value]) => answer(form, state, path, value, AT_NOON), from);
const paths = ({ items }: State) => items.map(({ path }) => path);
const problems = ({ items }: State) =>
  Object.fromEntries(items.flatMap(({ path, problem }) => (problem ? [[path, problem.reason]] : [])));

const YES_NO = { yes_no: [choice('yes'), choice('no')] };

describe('relevance', () => {
  const form = formOf(
    [
      asked('select_one', 'knows', ofList('yes_no')),
      grouped('more', [asked('text', 'how'), asked('text', 'when', { relevant: "${how} != ''" })], {
        relevant: "${knows} = 'yes'",
      }),
      asked('note', 'bye', { relevant: "${when} = 'today'" }),
    ],
    YES_NO,
  );

  test('goes from a group to what is in it, and what is hidden counts as not answered', () => {
    expect(paths(started(form))).toEqual(['knows']);
    const full = answered(form, { knows: 'yes', 'more/how': 'radio', 'more/when': 'today' });
    expect(paths(full)).toEqual(['knows', 'more', 'more/how', 'more/when', 'bye']);
    expect(paths(answered(form, { knows: 'no' }, full))).toEqual(['knows']);
  });

  test('an answer that is hidden comes back, and does not leave with the interview', () => {
    const full = answered(form, { knows: 'yes', 'more/how': 'radio', 'more/when': 'today' });
    const hidden = answered(form, { knows: 'no' }, full);
    expect(hidden.answers).toEqual({ knows: 'no', more: { how: 'radio', when: 'today' } });
    expect(finish(form, hidden.answers, AT_NOON)).toEqual({ answers: { knows: 'no' }, problems: {} });
    expect(answered(form, { knows: 'yes' }, hidden).byPath.get('more/when')?.value).toBe('today');
    expect(finish(form, full.answers, AT_NOON).answers).toEqual({
      knows: 'yes',
      more: { how: 'radio', when: 'today' },
    });
  });

  test('a group of which nothing is seen has no heading', () => {
    const empty = formOf([grouped('none', [asked('text', 'never', { relevant: 'false()' })]), asked('text', 'name')]);
    expect(paths(started(empty))).toEqual(['name']);
  });

  test('earlier states stay as they were', () => {
    const before = started(form);
    answered(form, { knows: 'yes' }, before);
    expect(paths(before)).toEqual(['knows']);
    expect(before.answers).toEqual({ more: {} });
  });
});

describe('what is wrong with an answer', () => {
  const message = { en: 'At most 120.' };
  const form = formOf([
    asked('integer', 'age', { constraint: '. < 120', constraintMessage: message, required: 'true()' }),
    asked('text', 'job', { required: '${age} > 17', requiredMessage: { en: 'Please say.' } }),
    asked('range', 'mark', { parameters: { start: '1', end: '5', step: '2' } }),
    asked('geopoint', 'spot'),
    asked('date', 'day'),
    asked('time', 'hour'),
    asked('dateTime', 'moment'),
    asked('decimal', 'price'),
  ]);

  test('required, and only under its condition', () => {
    expect(problems(started(form))).toEqual({ age: 'required' });
    const adult = answered(form, { age: '18' });
    expect(adult.byPath.get('job')).toMatchObject({ required: true, problem: { message: { en: 'Please say.' } } });
    expect(problems(answered(form, { age: '17' }))).toEqual({});
  });

  test('a question that was declined is not owed any more', () => {
    const declined: Filling = { ...AT_NOON, declined: { age: 'refused' } };
    expect(problems(started(form, declined))).toEqual({});
    expect(finish(form, {}, declined).problems).toEqual({});
  });

  test('the shape comes before the constraint, which speaks in the words of the author', () => {
    expect(answered(form, { age: '130' }).byPath.get('age')?.problem).toEqual({ reason: 'constraint', message });
    expect(problems(answered(form, { age: '12.5' }))).toEqual({ age: 'integer' });
  });

  test.each([
    ['mark', '3', '2', 'range'],
    ['mark', '5', '6', 'range'],
    ['spot', '40.2 48.9 12 5.5', '95 48.9', 'geopoint'],
    ['spot', '40.2 48.9', 'Şirvan', 'geopoint'],
    ['day', '2026-02-28', '2026-02-30', 'date'],
    ['hour', '23:59', '24:00', 'time'],
    ['moment', '2026-11-23T10:00', '2026-11-23', 'dateTime'],
    ['price', '-0.5', '1e5', 'decimal'],
    ['job', 'x'.repeat(10_000), 'x'.repeat(10_001), 'long'],
  ])('%s may be %s and not %s', (path, good, bad, reason) => {
    expect(problems(answered(form, { age: '1', [path]: good }))).toEqual({});
    expect(problems(answered(form, { age: '1', [path]: bad }))).toEqual({ [path]: reason });
  });

  test('at the end every problem stands by its path', () => {
    const { problems: found } = finish(form, { age: '200', day: 'x' }, AT_NOON);
    expect(Object.entries(found).map(([path, { reason }]) => [path, reason])).toEqual([
      ['age', 'constraint'],
      ['job', 'required'],
      ['day', 'date'],
    ]);
  });
});

describe('choices', () => {
  const villages = [choice('v1', { town: 't1' }), choice('v2', { town: 't2' }), choice('v3', { town: 't2' })];
  const form = formOf(
    [
      asked('select_one', 'town', ofList('towns')),
      asked('select_one', 'village', ofList('villages', 'town = ${town}')),
      asked('select_multiple', 'needs', ofList('needs', null, true)),
      asked('rank', 'first', ofList('needs')),
      asked('calculate', 'said', { calculation: "jr:choice-name(${village}, '${village}')" }),
      asked('calculate', 'pulled', { calculation: "pulldata('villages', 'town', 'name', ${village})" }),
    ],
    { towns: [choice('t1'), choice('t2')], villages, needs: [choice('water'), choice('road')] },
  );
  const names = (state: State, path: string) => state.byPath.get(path)?.choices?.map(({ name }) => name);

  test('are filtered by what was answered before; a chosen one that is not offered any more is wrong', () => {
    expect(names(started(form), 'village')).toEqual([]);
    const state = answered(form, { town: 't2', village: 'v3' });
    expect(names(state, 'village')).toEqual(['v2', 'v3']);
    expect(state.answers).toMatchObject({ said: 'v3', pulled: 't2' });
    expect(problems(answered(form, { town: 't1' }, state))).toEqual({ village: 'choice' });
  });

  test('something else has a choice and a text of its own', () => {
    expect(names(started(form), 'needs')).toEqual(['water', 'road', 'other']);
    expect(paths(answered(form, { needs: 'water' }))).not.toContain('needs_other');
    expect(paths(answered(form, { needs: 'water other' }))).toContain('needs_other');
  });

  test('none twice, and a rank names each once', () => {
    expect(problems(answered(form, { needs: 'water water' }))).toEqual({ needs: 'choices' });
    expect(problems(answered(form, { needs: 'water sun' }))).toEqual({ needs: 'choice' });
    expect(problems(answered(form, { first: 'road' }))).toEqual({ first: 'choices' });
    expect(problems(answered(form, { first: 'road water' }))).toEqual({});
  });

  test('a shuffled order is the same for one interview everywhere, and another for another', () => {
    const many = { many: Array.from({ length: 30 }, (_, n) => choice(`c${n}`)) };
    const shuffled = formOf(
      [asked('select_one', 'one', { ...ofList('many'), parameters: { randomize: 'true' } })],
      many,
    );
    const order = (seed: string) => names(started(shuffled, { ...AT_NOON, seed }), 'one');
    expect(order('a')).toEqual(order('a'));
    expect(order('a')).not.toEqual(order('b'));
    expect(new Set(order('a')).size).toBe(30);
  });
});

describe('calculations, defaults and facts', () => {
  test('run in the order of what they wait for, wherever they stand', () => {
    const form = formOf([
      asked('calculate', 'total', { calculation: '${net} + ${tax}' }),
      asked('calculate', 'tax', { calculation: '${net} * 0.18' }),
      asked('calculate', 'net', { calculation: '${price} * ${pieces}' }),
      asked('decimal', 'price'),
      asked('integer', 'pieces', { preset: '2' }),
    ]);
    expect(answered(form, { price: '50' }).answers).toMatchObject({ net: '100', tax: '18', total: '118' });
    expect(started(form).answers).toEqual({ pieces: '2' });
  });

  test('a default that is worked out is worked out once', () => {
    const form = formOf([
      asked('date', 'day', { preset: 'today()' }),
      asked('text', 'plain', { preset: 'yes and no (both)' }),
      asked('date', 'fixed', { preset: '2026-01-05' }),
      asked('date', 'week', { preset: 'date(${day} + 7)' }),
    ]);
    const state = started(form);
    expect(state.answers).toEqual({
      ...{ day: '2026-11-23', plain: 'yes and no (both)', fixed: '2026-01-05', week: '2026-11-30' },
    });
    const emptied = answered(form, { day: '' }, state);
    expect(stateOf(form, emptied.answers, AT_NOON).answers).not.toHaveProperty('day');
  });

  test('facts are written at the beginning and the end, and nobody sees or answers them', () => {
    const form = formOf([asked('start', 's'), asked('end', 'e'), asked('today', 't'), asked('deviceid', 'd')]);
    const state = started(form);
    expect(state.items).toEqual([]);
    const start = '2026-11-23T12:00:00.000+04:00';
    expect(state.answers).toEqual({ s: start, e: start, t: '2026-11-23', d: 'phone 7' });
    expect(answer(form, state, 'd', 'forged', AT_NOON)).toBe(state);
    const later = { ...AT_NOON, now: AT_NOON.now + 60_000 };
    expect(finish(form, state.answers, later).answers).toMatchObject({ s: start, e: '2026-11-23T12:01:00.000+04:00' });
  });

  test('what is calculated is seen and not changed', () => {
    const form = formOf([asked('integer', 'a'), asked('integer', 'double', { calculation: '${a} * 2' })]);
    const state = answered(form, { a: '4', double: '99' });
    expect(state.byPath.get('double')).toMatchObject({ value: '8', readonly: true });
  });

  test('once keeps what it gave, and chance is the same for one interview', () => {
    const form = formOf([
      asked('calculate', 'lot', { calculation: 'once(random())' }),
      asked('calculate', 'die', { calculation: 'int(random() * 1000000)' }),
      asked('text', 'name'),
    ]);
    const [state, named] = [started(form), answered(form, { name: 'Lalə' })];
    expect(named.answers).toMatchObject({ lot: state.answers.lot, die: state.answers.die });
    expect(started(form, { ...AT_NOON, seed: 'interview 2' }).answers.die).not.toBe(state.answers.die);
  });

  test('the interview before is remembered', () => {
    const form = formOf([grouped('who', [asked('text', 'village', { preset: '${last-saved#village}' })])]);
    expect(started(form, { ...AT_NOON, lastSaved: { who: { village: 'Zərdab' } } }).answers).toEqual({
      who: { village: 'Zərdab' },
    });
    expect(started(form).answers).toEqual({ who: {} });
  });

  test('a label says answers', () => {
    const form = formOf([asked('text', 'name'), asked('integer', 'age', { label: { en: 'How old is ${name}?' } })]);
    expect(answered(form, { name: 'Anar' }).byPath.get('age')?.label).toEqual({ en: 'How old is Anar?' });
  });
});

describe('repetitions', () => {
  const form = formOf([
    repeated('people', [
      asked('text', 'name', { required: 'true()' }),
      asked('integer', 'age'),
      asked('text', 'job', { relevant: '${age} > 17' }),
      asked('calculate', 'n', { calculation: 'position(..)' }),
      asked('note', 'hi', { label: { en: 'Person ${n}: ${name}' } }),
    ]),
    asked('calculate', 'adults', { calculation: 'count(${people}[age > 17])' }),
    asked('calculate', 'all', { calculation: 'sum(${age})' }),
    asked('calculate', 'second', { calculation: 'indexed-repeat(${name}, ${people}, 2)' }),
  ]);
  const two = addTo(form, started(form), 'people', AT_NOON);
  const full = answered(
    form,
    { 'people/1/name': 'Anar', 'people/1/age': '41', 'people/2/name': 'Nigar', 'people/2/age': '7' },
    two,
  );

  test('each entry knows its own answers, and all are known outside', () => {
    expect(paths(two).filter((path) => !path.includes('hi'))).toEqual([
      ...['people', 'people/1', 'people/1/name', 'people/1/age', 'people/2', 'people/2/name', 'people/2/age'],
    ]);
    expect(paths(full)).toContain('people/1/job');
    expect(paths(full)).not.toContain('people/2/job');
    expect(full.answers).toMatchObject({ adults: '1', all: '48', second: 'Nigar' });
    expect(full.byPath.get('people/2/hi')?.label).toEqual({ en: 'Person 2: Nigar' });
    expect(full.byPath.get('people')).toMatchObject({ kind: 'repeat', value: '2', open: true });
  });

  test('an entry that is removed is gone, and those behind it move up', () => {
    const one = removeAt(form, full, 'people/1', AT_NOON);
    expect(one.answers).toMatchObject({ people: [{ name: 'Nigar', age: '7', n: '1' }], adults: '0', all: '7' });
    expect(removeAt(form, one, 'people/1', AT_NOON).answers).toMatchObject({ people: [], all: '0' });
    expect(removeAt(form, one, 'people/9', AT_NOON)).toBe(one);
  });

  test('a number that is asked for makes the entries, and keeps those that are too many', () => {
    const counted = formOf([
      asked('integer', 'how_many'),
      repeated('terminals', [asked('text', 'place', { preset: "concat('no. ', position(..))" })], {
        count: '${how_many}',
      }),
      asked('calculate', 'places', { calculation: "join(', ', ${place})" }),
    ]);
    const three = answered(counted, { how_many: '3', 'terminals/3/place': 'post' });
    expect(three.answers.places).toBe('no. 1, no. 2, post');
    const fewer = answered(counted, { how_many: '1' }, three);
    expect(fewer.answers.places).toBe('no. 1');
    expect(finish(counted, fewer.answers, AT_NOON).answers.terminals).toEqual([{ place: 'no. 1' }]);
    expect(answered(counted, { how_many: '3' }, fewer).answers.places).toBe('no. 1, no. 2, post');
    expect(addTo(counted, three, 'terminals', AT_NOON)).toBe(three);
    expect(answered(counted, { how_many: '999999999' }).byPath.get('terminals')?.value).toBe('200');
  });

  test('one within the other', () => {
    const nested = formOf([
      repeated('houses', [
        repeated('rooms', [asked('integer', 'beds')]),
        asked('calculate', 'in_house', { calculation: 'sum(${beds})' }),
      ]),
      asked('calculate', 'in_all', { calculation: 'sum(${beds})' }),
    ]);
    const grown = addTo(nested, addTo(nested, started(nested), 'houses', AT_NOON), 'houses/1/rooms', AT_NOON);
    const state = answered(
      nested,
      { 'houses/1/rooms/1/beds': '2', 'houses/1/rooms/2/beds': '3', 'houses/2/rooms/1/beds': '4' },
      grown,
    );
    expect(state.answers).toMatchObject({ in_all: '9', houses: [{ in_house: '5' }, { in_house: '4' }] });
  });
});

test('answers from outside that do not fit the form are left out and break nothing', () => {
  const form = formOf([asked('text', 'name'), grouped('g', [asked('text', 'x')]), repeated('r', [asked('text', 'y')])]);
  const strange = { name: { a: 'b' }, g: 'text', r: { y: '1' }, more: 'x', __proto__: { polluted: 'yes' } };
  expect(stateOf(form, strange as never, AT_NOON).answers).toEqual({ g: {}, r: [] });
  const state = started(form);
  for (const path of ['', 'nowhere', 'g', 'g/', 'r/9/y', 'r/0', '__proto__', 'constructor', 'r/x/y'])
    expect(answer(form, state, path, 'v', AT_NOON)).toBe(state);
});
