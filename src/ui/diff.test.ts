import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diff, type Piece } from './diff.ts';

const join = (pieces: readonly Piece[], without: Piece['kind']): string =>
  pieces
    .filter((piece) => piece.kind !== without)
    .map((piece) => piece.text)
    .join('');

describe('diff', () => {
  test('a changed number is one cut and one added word', () => {
    expect(diff('ən azı 6 icmada', 'ən azı 8 icmada')).toEqual([
      { kind: 'same', text: 'ən azı ' },
      { kind: 'cut', text: '6' },
      { kind: 'added', text: '8' },
      { kind: 'same', text: ' icmada' },
    ]);
  });

  test('equal texts have no change, empty ones neither', () => {
    expect(diff('eyni mətn', 'eyni mətn')).toEqual([{ kind: 'same', text: 'eyni mətn' }]);
    expect(diff('', '')).toEqual([]);
    expect(diff('', 'yeni')).toEqual([{ kind: 'added', text: 'yeni' }]);
  });

  test('letters of Azerbaijani belong to words', () => {
    expect(diff('İcraçı', 'icraçı').map((piece) => piece.kind)).toEqual(['cut', 'added']);
  });

  test('several replaced words in a row are one replacement', () => {
    expect(diff('a b c d', 'a x y d').map((piece) => piece.text)).toEqual(['a ', 'b c', 'x y', ' d']);
  });

  test('both texts can be read out of it, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', ', ', 'ə', '\n', '8', '.'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diff(before, after);
        expect(join(pieces, 'added')).toBe(before);
        expect(join(pieces, 'cut')).toBe(after);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });

  test('very long texts count as rewritten in the middle', () => {
    const long = (word: string): string => Array.from({ length: 3000 }, (_, i) => `${word}${i}`).join(' ');
    const pieces = diff(`baş ${long('a')} son`, `baş ${long('b')} son`);
    expect(pieces.map((piece) => piece.kind)).toEqual(['same', 'cut', 'added', 'same']);
  });
});
