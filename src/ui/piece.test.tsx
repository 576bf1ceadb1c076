import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pieces } from '#core/cache/pieces.ts';
import { FormId } from './form-id.ts';
import { piece } from './piece.ts';
import { render } from './render.ts';

interface Row {
  readonly day: string;
  readonly words: readonly string[];
  readonly late: boolean;
}

let drawn = 0;
const draw = ({ day, words, late }: Row) => {
  drawn++;
  return (
    <p class={late ? 'state s-late' : 'quiet'}>
      {day}
      {words.map((word) => (
        <b key={word}>{word}</b>
      ))}
    </p>
  );
};
// All pieces of one name: the worst there can be.
const Line = piece(draw, () => 'the same');
const row = fc.record({
  day: fc.constantFrom('2026-11-23', '2026-11-24'),
  words: fc.array(fc.constantFrom('a', '<b>', 'c'), { maxLength: 2 }),
  late: fc.boolean(),
});

test('kept or not, pages say the same and wear the same', () => {
  const pieces = new Pieces(100_000);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const page = () => rows.map((each) => <Line key="x" {...each} />);
      const [kept, anew] = [render(page(), { pieces }), render(page())];
      expect(kept.parts.join('')).toBe(anew.parts.join(''));
      expect([...kept.worn].sort()).toEqual([...anew.worn].sort());
    }),
    { numRuns: 1_000 },
  );
});

test('a piece is drawn once', () => {
  const pieces = new Pieces(100_000);
  drawn = 0;
  for (let n = 0; n < 3; n++) render(<Line day="2026-11-23" words={['a']} late />, { pieces });
  expect(drawn).toBe(1);
  render(<Line day="2026-11-23" words={['b']} late />, { pieces });
  expect(drawn).toBe(2);
});

test('pieces of different components do not meet', () => {
  const pieces = new Pieces(100_000);
  const Other = piece(
    ({ day }: Row) => <i>{day}</i>,
    () => 'the same',
  );
  render(<Line day="1" words={[]} late />, { pieces });
  expect(render(<Other day="1" words={[]} late />, { pieces }).parts.join('')).toBe('<i>1</i>');
});

test('nothing around a piece reaches into it: a form in one is a fault', () => {
  const Form = piece(
    (_: { readonly day: string }) => <FormId.Consumer>{(id) => <b>{id}</b>}</FormId.Consumer>,
    () => '',
  );
  const told = new Map([[FormId, 'an id']]);
  expect(() => render(<Form day="1" />, { told, pieces: new Pieces(100_000) })).toThrow('is not told');
  // Also where nothing is kept, so that every test finds it.
  expect(() => render(<Form day="1" />, { told })).toThrow('is not told');
});
