import { describe, expect, test } from 'vitest';
import { tablesFromText } from './lines.ts';

const read = (text: string) => {
  const result = tablesFromText(text);
  return result.ok ? result.value[0] : result.refusal.message;
};

describe('pasted text', () => {
  test('cells from Word or Excel come with tabs', () => {
    expect(read('No\tMeasure\tDeadline\n1.1\tTerminals in\tJune\n\n1.2\t"a\nb"\tMay')).toMatchObject({
      kind: 'sheet',
      rows: [
        { line: 1, cells: ['No', 'Measure', 'Deadline'] },
        { line: 2, cells: ['1.1', 'Terminals in', 'June'] },
        { line: 4, cells: ['1.2', 'a\nb', 'May'] },
      ],
    });
  });

  test('numbered lines give number and words', () => {
    expect(
      read('1. Elektron xidmətlər\n1.1. Terminallar\n 1.2) “Açıq gün”\n2016-2018\n5.6 Şura\nSadə sətir, vergüllə'),
    ).toMatchObject({
      kind: 'text',
      rows: [
        { cells: ['1', 'Elektron xidmətlər'] },
        { cells: ['1.1', 'Terminallar'] },
        { cells: ['1.2', '“Açıq gün”'] },
        { cells: ['', '2016-2018'] },
        { cells: ['5.6', 'Şura'] },
        { line: 6, cells: ['', 'Sadə sətir, vergüllə'] },
      ],
    });
  });

  test('lines of a CSV are told from prose by their even commas', () => {
    expect(read('no;title\n1;a\n2;b')).toMatchObject({ kind: 'sheet', rows: [{ cells: ['no', 'title'] }, {}, {}] });
    expect(read('We will, soon, build.\nAnd then, rest.')).toMatchObject({ kind: 'text' });
  });

  test('nothing, and far too much', () => {
    expect(read(' \n\n')).toMatchObject({ key: 'core.sheets.empty_text' });
    expect(read('a'.repeat(1_000_001))).toMatchObject({ key: 'core.sheets.too_big' });
  });
});
