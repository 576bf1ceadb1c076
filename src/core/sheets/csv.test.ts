import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type PlainDate } from '#core/time/plain-date.ts';
import { csv, guessSeparator, plain, readSeparated, safe } from './csv.ts';

const rowsOf = (text: string) => readSeparated(text, 'a.csv', { cells: 0 }).rows;
const cellsOf = (text: string) => rowsOf(text).map((row) => row.cells);

describe('an export and its import', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'=1", "''+x", '-', '@a', '\tx', '\rx', '\nx', 'a\r\nb', 'a"b', ' a ', "'", 'ə', ';', ','),
  );
  const filled = anyText.filter((text) => text.trim() !== '');

  test('the escape is taken away exactly', () => {
    fc.assert(fc.property(anyText, (text) => plain(safe(text)) === text));
  });

  test('no exported text begins as a formula', () => {
    fc.assert(fc.property(anyText, (text) => !/^[=+\-@\t\r\n]/.test(safe(text))));
  });

  test('what was written is read back, whatever stands in the cells', () => {
    const sheet = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.array(fc.array(filled, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(sheet, ([header, ...rows]) => {
        const back = readSeparated(csv(rows, header ?? []), 'a.csv', { cells: 0 }, ',');
        expect(back.rows.map((row) => row.cells)).toEqual([header, ...rows]);
      }),
      { numRuns: 300 },
    );
  });

  test('numbers stay numbers, days are ISO, nothing is empty', () => {
    const today: PlainDate = day('2026-03-19');
    expect(csv([[-5, null, { day: today }, '-5', true]], ['a', 'b', 'c', 'd', 'e'])).toBe(
      "a,b,c,d,e\r\n-5,,2026-03-19,'-5,true\r\n",
    );
  });

  test('the mark of UTF-8 only when asked', () => {
    expect(csv([], ['ə'], { bom: true })).toBe('\ufeffə\r\n');
    expect(csv([], ['ə'])).toBe('ə\r\n');
  });
});

describe('reading what offices produce', () => {
  test.each([
    ['a;b;c\n1;2,5;3', ';'],
    ['a,b,c\n1,2,3', ','],
    ['a\tb\n1,5\t2,5', '\t'],
    ['"a;b;c;d",x\n"1;2;3;4",y', ','],
    ['one column\nonly', ','],
  ])('separator of %j', (text, separator) => {
    expect(guessSeparator(text)).toBe(separator);
  });

  test("Excel's own hint decides and is not a row", () => {
    expect(rowsOf('sep=;\r\na,1;b\r\n')).toEqual([{ line: 1, cells: ['a,1', 'b'] }]);
  });

  test('empty rows are left out and the others keep their numbers', () => {
    expect(rowsOf('a,b\r\n\r\n,,\r\n1,2,,\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: ['1', '2'] },
    ]);
  });

  test('quoted cells over several lines count as one row', () => {
    expect(rowsOf('a,b\n"1\n2",x\ny,z')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n2', 'x'] },
      { line: 3, cells: ['y', 'z'] },
    ]);
  });

  test('line ends of every kind, also mixed', () => {
    expect(cellsOf('a,b\r1,2\n3,4\r\n5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  test('a quotation mark inside a plain cell is a letter', () => {
    expect(cellsOf('size,pipe 5" wide\n"a ""b""",c')).toEqual([
      ['size', 'pipe 5" wide'],
      ['a "b"', 'c'],
    ]);
  });

  test.each([
    ['a,b\nc,"never\nclosed', 'core.sheets.open_quote', 2],
    ['a,b\nc,d\n"x"y,z', 'core.sheets.stray_quote', 3],
  ])('%j is refused with its row', (text, key, row) => {
    expect(() => rowsOf(text)).toThrow(
      expect.objectContaining({ refusal: { kind: 'bad_input', message: { key, params: { name: 'a.csv', row } } } }),
    );
  });

  test('a long cell, a wide row and a long table are refused with their place', () => {
    const said = (text: string) => {
      try {
        rowsOf(text);
      } catch (error) {
        return (error as { refusal: { message: unknown } }).refusal.message;
      }
      return null;
    };
    expect(said(`a,b\nc,${'x'.repeat(32_768)}`)).toEqual({
      key: 'core.sheets.cell_too_long',
      params: { sheet: 'a.csv', row: 2, column: 'B', found: 32_768, max: 32_767 },
    });
    expect(said(`${'a,'.repeat(600)}b`)).toMatchObject({
      key: 'core.sheets.too_many_columns',
      params: { row: 1, column: 'WC' },
    });
    expect(said('a\n'.repeat(20_001))).toMatchObject({ key: 'core.sheets.too_many_rows', params: { row: 20_001 } });
    expect(said(`${'a,'.repeat(19)}a\n`.repeat(11_000))).toMatchObject({
      key: 'core.sheets.too_many_cells',
      params: { row: 10_001 },
    });
  });
});
