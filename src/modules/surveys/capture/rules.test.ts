import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../filling/compiling/rules.ts';
import { begin, finish, stateOf } from '../filling/rules.ts';
import { AT_NOON, longQuestionnaire } from '../filling/samples.ts';
import { answered, everyIn, type Fields, fieldOf, partsOf, shownIn, type Written, written } from './rules.ts';

const made = compile(longQuestionnaire(30));
if (made.is !== 'form') throw new Error('the sample cannot be asked');
const form = made;
const part = partsOf(form.questionnaire.items).flat();
const begun = stateOf(form, begin(form, AT_NOON), AT_NOON);

const posted = (values: Readonly<Record<string, readonly string[]>>): Fields => ({
  all: (name) => values[name] ?? [],
  text: (name) => values[name]?.[0] ?? '',
});

/** Somebody answers whatever is shown, in any order, and changes their mind. */
const typed = fc.array(
  fc.tuple(
    fc.nat(),
    fc.constantFrom(
      ['yes'],
      ['no'],
      ['~refused'],
      ['d1'],
      ['d2'],
      ['p1', 'p3'],
      ['20'],
      ['130'],
      ['2.5'],
      ['01.02.2026'],
      [],
    ),
  ),
  { maxLength: 60 },
);

test('answered one by one in the browser or sent whole to the server, the same counts', () => {
  fc.assert(
    fc.property(typed, (steps) => {
      const values: Record<string, readonly string[]> = {};
      let now: Written = { state: begun, declined: {} };
      const asked = new Set<string>();
      const look = (): readonly string[] => {
        const paths = shownIn(now.state, part).map(({ path }) => path);
        for (const path of paths) asked.add(path);
        return paths;
      };
      for (const [at, said] of steps) {
        const paths = look();
        const path = paths[at % paths.length]!;
        values[fieldOf(path)] = said;
        now = answered(form, now, now.state.byPath.get(path)!, posted(values), { ...AT_NOON, declined: now.declined });
      }
      look();
      const sent = written(form, begun, part, posted({ ...values, shown: [[...asked].join(' ')] }), AT_NOON);
      const counts = ({ state, declined }: Written) => finish(form, state.answers, { ...AT_NOON, declined });
      expect(counts(sent)).toEqual(counts(now));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('everything that an answer may bring up is kept ready, with all its choices', () => {
  const every = everyIn(begun, AT_NOON, ['s0']);
  expect(every.map(({ path }) => path)).toEqual(['s0', ...'abcdeghij'.split('').map((letter) => `s0/${letter}0`)]);
  expect(every.find(({ path }) => path === 's0/c0')!.choices).toHaveLength(60);
  expect(shownIn(begun, ['s0']).find(({ path }) => path === 's0/c0')!.choices).toEqual([]);
});
