import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers, Item } from '../../questionnaires/schema.ts';
import { addTo, answer, begin, finish, removeAt, stateOf } from '../rules.ts';
import { AT_NOON, asked, choice, formOf, grouped, ofList, repeated } from '../samples.ts';
import type { Form, State } from '../schema.ts';

const LISTS = { abc: ['a', 'b', 'c'].map((name, n) => choice(name, { k: String(n) })) };
const VALUES = ['', '1', '2', '17', 'a', 'b', 'a c', 'x', '2026-11-23'];

/** A rule about one of the items before, or about all of them. */
const rule = fc.tuple(fc.nat(), fc.nat(7)).map(([which, kind]) => (names: readonly string[]): string | null => {
  const name = names.length > 0 ? names[which % names.length] : null;
  if (name === null) return null;
  const kinds = [
    `\${${name}} = '1'`,
    `selected(\${${name}}, 'a')`,
    `\${${name}} != '' and \${${names[0]}} != 'x'`,
    `sum(\${${name}}) > 3`,
    `string-length(\${${name}}) < 2`,
    `\${${name}} < today()`,
    `count-non-empty(\${${name}}/self::*[. != '1']/preceding-sibling::q0) > 0`,
    `count-selected(\${${name}}) + number(\${${names[0]}})`,
  ];
  return kinds[kind]!;
});

type Drawn = {
  readonly kind: string;
  readonly rules: readonly ((names: readonly string[]) => string | null)[];
  readonly inside: readonly Drawn[];
};
const drawn: fc.Arbitrary<readonly Drawn[]> = fc.letrec<{ list: readonly Drawn[] }>((tie) => ({
  list: fc.array(
    fc.record({
      kind: fc.constantFrom('text', 'integer', 'one', 'many', 'calculate', 'group', 'repeat', 'counted'),
      rules: fc.array(rule, { minLength: 3, maxLength: 3 }),
      inside: fc.oneof({ depthSize: 'small' }, fc.constant([]), tie('list')),
    }),
    { maxLength: 6 },
  ),
})).list;

/** Items in which every rule is about items before, so that there is no ring. */
function itemsOf(list: readonly Drawn[], names: string[], serial = { n: 0 }): readonly Item[] {
  return list.map(({ kind, rules, inside }) => {
    const [relevant, second, third] = rules.map((make) => make(names));
    const name = `q${names.length}`;
    if (['group', 'repeat', 'counted'].includes(kind)) {
      serial.n += 1;
      const own = `${kind}${serial.n}`;
      const count = kind === 'counted' ? (third ?? '2') : null;
      const items = itemsOf(inside, names, serial);
      return kind === 'group'
        ? grouped(own, items, { relevant: relevant! })
        : repeated(own, items, { relevant: relevant!, count });
    }
    names.push(name);
    const shared = { relevant: relevant!, constraint: second!, required: third! };
    if (kind === 'calculate') return asked('calculate', name, { relevant: relevant!, calculation: second ?? '1 + 1' });
    if (kind === 'one')
      return asked('select_one', name, { ...shared, ...ofList('abc', second ? `k < 2 or ${second}` : null) });
    if (kind === 'many') return asked('select_multiple', name, { ...shared, ...ofList('abc') });
    return asked(kind === 'integer' ? 'integer' : 'text', name, shared);
  });
}

const form = drawn.map((list) => formOf(itemsOf(list, []), LISTS));
const moves = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...VALUES), fc.nat(9)), { maxLength: 15 });
const seen = ({ answers, items }: State) => ({ answers, items });

/** Where somebody could answer: all places of the tree, hidden ones too. */
function placesOf(state: State): readonly string[] {
  const found: string[] = [];
  const visit = (place: State['tree']['root'], path: string): void => {
    place.inside.forEach((child, index) => {
      const own = place.isHead ? `${path}/${index + 1}` : path ? `${path}/${child.name}` : child.name;
      if (!child.isHead && child.spot.item?.is === 'question') found.push(own);
      visit(child, own);
    });
  };
  visit(state.tree.root, '');
  return found;
}

/** Answers, adds and removes at random, and calls `look` with every state. */
function play(
  filled: Form,
  steps: readonly (readonly [number, string, number])[],
  look: (state: State) => void,
): State {
  let state = stateOf(filled, begin(filled, AT_NOON), AT_NOON);
  for (const [which, value, deed] of steps) {
    const places = placesOf(state);
    const heads = state.items.filter(({ open }) => open);
    const head = heads[which % Math.max(1, heads.length)];
    if (deed === 0 && head) state = addTo(filled, state, head.path, AT_NOON);
    else if (deed === 1 && head) state = removeAt(filled, state, `${head.path}/1`, AT_NOON);
    else if (places.length > 0) state = answer(filled, state, places[which % places.length]!, value, AT_NOON);
    look(state);
  }
  return state;
}

test('answered one by one it is the same as worked out at once', () => {
  fc.assert(
    fc.property(form, moves, (filled, steps) => {
      play(filled, steps, (state) => {
        expect(seen(state)).toEqual(seen(stateOf(filled, state.answers, AT_NOON)));
      });
    }),
    { numRuns: 400 },
  );
});

test('the order of answering never matters', () => {
  fc.assert(
    fc.property(form, moves, fc.array(fc.nat(), { minLength: 15, maxLength: 15 }), (filled, steps, order) => {
      const start = stateOf(filled, begin(filled, AT_NOON), AT_NOON);
      const places = placesOf(start);
      if (places.length === 0) return;
      const said = [...new Map(steps.map(([which, value]) => [places[which % places.length]!, value]))];
      const mixed = said.map((one, index) => [order[index]!, one] as const).sort((a, b) => a[0] - b[0]);
      const all = (pairs: readonly (readonly [string, string])[]) =>
        pairs.reduce((state, [path, value]) => answer(filled, state, path, value, AT_NOON), start);
      expect(seen(all(mixed.map(([, one]) => one)))).toEqual(seen(all(said)));
    }),
    { numRuns: 400 },
  );
});

test('what is not seen never leaves, what is seen and wrong is told', () => {
  const leaves = (answers: Answers, around = ''): readonly string[] =>
    Object.entries(answers).flatMap(([name, value]) => {
      if (typeof value === 'string') return [around + name];
      if (!Array.isArray(value)) return leaves(value as Answers, `${around}${name}/`);
      return value.flatMap((entry, index) => leaves(entry, `${around}${name}/${index + 1}/`));
    });
  fc.assert(
    fc.property(form, moves, (filled, steps) => {
      const state = play(filled, steps, () => undefined);
      const { answers, problems } = finish(filled, state.answers, AT_NOON);
      const left = leaves(answers).filter(
        (path) => filled.byName.get(path.split('/').at(-1)!)![0]!.item!.is === 'question',
      );
      const visible = left.filter((path) => {
        const item = filled.byName.get(path.split('/').at(-1)!)![0]!.item!;
        return item.is === 'question' && item.type !== 'calculate';
      });
      expect(visible).toEqual(state.items.filter(({ kind }) => kind === 'question').map(({ path }) => path));
      const wrong = state.items.filter(({ problem }) => problem).map(({ path }) => path);
      expect(
        Object.keys(problems)
          .filter((path) => visible.includes(path))
          .sort(),
      ).toEqual(wrong.sort());
    }),
    { numRuns: 400 },
  );
});
