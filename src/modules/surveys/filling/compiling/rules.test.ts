import { expect, test } from 'vitest';
import { asked, choice, grouped, ofList, questionnaireOf, repeated } from '../samples.ts';
import { compile } from './rules.ts';

const problemsOf = (...[items, lists]: Parameters<typeof questionnaireOf>) => {
  const form = compile(questionnaireOf(items, lists));
  return form.is === 'form'
    ? []
    : form.problems.map(({ path, column, reason, name, near, names }) =>
        [path, column, reason, name, near, ...names].filter((said) => said !== null && said !== ''),
      );
};

test('a ring is refused with its names, however long, through groups and repeats too', () => {
  const calculated = (name: string, calculation: string) => asked('calculate', name, { calculation });
  expect(problemsOf([calculated('a', '${b}'), calculated('b', '${c} + 1'), calculated('c', '${a} * 2')])).toEqual([
    ['a', 'cycle', 'a', 'b', 'c'],
  ]);
  expect(problemsOf([asked('text', 'a', { relevant: "${a} != ''" })])).toEqual([['a', 'cycle', 'a']]);
  expect(problemsOf([grouped('g', [asked('integer', 'n')], { relevant: '${n} > 1' })])).toEqual([
    ['g', 'cycle', 'g', 'n'],
  ]);
  expect(problemsOf([repeated('r', [asked('integer', 'n')], { count: '${n}' })])[0]?.slice(0, 2)).toEqual([
    'r',
    'cycle',
  ]);
});

test('a constraint may ask about its own answer, and a column of a list may bear the name of a question', () => {
  const lists = { places: [choice('a', { town: 'x' })] };
  expect(
    problemsOf(
      [
        asked('integer', 'age', { constraint: '${age} > 1 and . < 100' }),
        asked('select_one', 'town', ofList('places')),
        asked('select_one', 'place', ofList('places', 'town = ${town}')),
        asked('calculate', 'name', { calculation: "instance('places')/root/item[name = ${place}]/town" }),
      ],
      lists,
    ),
  ).toEqual([]);
});

test('a name that is not there, is there twice, and a list that is not there, with the near spelling', () => {
  expect(
    problemsOf(
      [
        asked('text', 'village', { relevant: "${vilage} = 'x' and ${nothing_like_it} = 1" }),
        asked('text', 'village'),
        asked('note', 'n', { label: { en: 'In ${vilages}' } }),
        grouped('g', [asked('text', 'x', { relevant: '${village}' })]),
        asked('select_one', 's', ofList('yesno')),
      ],
      { yes_no: [] },
    ),
  ).toEqual([
    ['village', 'name_twice', 'village'],
    ['village', 'relevant', 'unknown_name', 'vilage', 'village'],
    ['village', 'relevant', 'unknown_name', 'nothing_like_it'],
    ['n', 'label', 'unknown_name', 'vilages', 'village'],
    ['g/x', 'relevant', 'ambiguous_name', 'village'],
    ['s', 'unknown_list', 'yesno', 'yes_no'],
  ]);
});

test('an expression that cannot be read and a function that does not exist stand by item and column', () => {
  expect(
    problemsOf([
      asked('text', 'a', { constraint: '. > ' }),
      grouped('g', [asked('text', 'b', { required: 'selcted(${a}, 1)' })]),
      asked('calculate', 'c', { calculation: 'round()' }),
    ]),
  ).toEqual([
    ['a', 'constraint', 'expression'],
    ['g/b', 'required', 'expression', 'selcted', 'selected'],
    ['c', 'calculation', 'expression', 'round'],
  ]);
});
