import { describe, expect, it } from 'vitest';
import type { Table } from '#core/sheets/table.ts';
import { areaOf, headingOf, locate } from './rules.ts';

const table = (rows: readonly (readonly string[])[], kind: Table['kind'] = 'sheet'): Table => ({
  ...{ kind, sheet: 'Plan', number: 1, warnings: [] },
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
});

const read = (...heads: string[]): Record<string, string> =>
  Object.fromEntries(
    (locate(table([heads, ['x']]))?.columns ?? []).map((column) => [
      column.head,
      `${column.column}${column.guessed ? '?' : ''}`,
    ]),
  );

describe('names of columns', () => {
  it('are understood in three languages and in the English of the recovered plan', () => {
    expect(
      read('№', 'Tədbirin adı', 'QİYMƏTLƏNDİRMƏ İNDİKATORU', 'Əsas icraçı', 'İştirakçılar', 'İcra müddəti'),
    ).toEqual({
      '№': 'measure_no',
      'Tədbirin adı': 'measure',
      'QİYMƏTLƏNDİRMƏ İNDİKATORU': 'indicator',
      'Əsas icraçı': 'lead',
      İştirakçılar: 'participants',
      'İcra müddəti': 'deadline',
    });
    expect(read('№ п/п', 'Мероприятие', 'Ответственные исполнители', 'Срок исполнения', 'Показатели')).toEqual({
      '№ п/п': 'measure_no',
      Мероприятие: 'measure',
      'Ответственные исполнители': 'lead_and_participants',
      'Срок исполнения': 'deadline',
      Показатели: 'indicator',
    });
    expect(read('point_no', 'point', 'measure_no', 'measure', 'lead_and_participants', 'deadline')).toEqual({
      point_no: 'point_no',
      point: 'point',
      measure_no: 'measure_no',
      measure: 'measure',
      lead_and_participants: 'lead_and_participants',
      deadline: 'deadline',
    });
  });

  it('are guessed by a part of a word, and that is said; what is not understood is not read', () => {
    expect(read('Sıra', 'Tədbir', 'Tədbirin icrasına məsul olan qurum', 'Tədbirin icra müddəti (il)', 'Rəng')).toEqual({
      Sıra: 'measure_no',
      Tədbir: 'measure',
      'Tədbirin icrasına məsul olan qurum': 'lead_and_participants?',
      'Tədbirin icra müddəti (il)': 'deadline?',
      Rəng: 'null',
    });
    // Two columns of one meaning: the second is not read.
    expect(read('No', 'Measure', 'Measure')).toEqual({ No: 'measure_no', Measure: 'null' });
  });

  it('of our own file mean something else than the same word of people', () => {
    expect(read('No', 'Measure', 'Executors', 'Late')).toMatchObject({
      Executors: 'lead_and_participants',
      Late: 'null',
    });
    expect(read('measure_no', 'title_az', 'executors', 'late')).toMatchObject({ executors: 'executors', late: 'late' });
  });

  it('are found below titles, never in them', () => {
    const found = locate(
      table([
        ['Tədbirlər planı'],
        ['Tədbirlər planı', 'Rayon üzrə tədbirlər'],
        ['S/s', 'Tədbir', 'İcraçı'],
        ['1', '2', '3'],
        ['1.1', 'A', 'B'],
        ['S/s', 'Tədbir', 'İcraçı'],
        ['1.2', 'C', 'D'],
      ]),
    );
    expect(found?.rows.map((row) => row.cells[0])).toEqual(['1.1', '1.2']);
    expect(
      locate(
        table([
          ['Ad', 'Telefon'],
          ['A', '1'],
        ]),
      ),
    ).toBeNull();
    expect(locate(table([['Tədbir'], ['A']]))?.columns[0]?.column).toBe('measure');
  });
});

describe('areas between the measures', () => {
  const on = {
    at: new Map([
      ['measure_no', 0],
      ['measure', 1],
    ]),
    hasPoints: false,
  };
  const row = (...cells: string[]) => ({ line: 1, cells });
  it.each([
    ['a banner', row('1. Elektron xidmətlər'), undefined, { number: '1', title: 'Elektron xidmətlər' }],
    ['a banner repeated by a converter', row('I. Услуги', 'I. Услуги'), undefined, { number: 'I', title: 'Услуги' }],
    [
      'a number and words before its measures',
      row('2', 'Xidmətlər'),
      row('2.1', 'A'),
      { number: '2', title: 'Xidmətlər' },
    ],
    [
      'words with a number in the column of measures',
      row('', '3. Xidmətlər'),
      undefined,
      { number: '3', title: 'Xidmətlər' },
    ],
    ['a measure', row('', 'Terminal quraşdırmaq'), undefined, null],
    ['a whole number without measures of its own', row('2', 'Terminal'), row('3', 'B'), null],
    ['a measure with a number of its own', row('1.1', 'A', 'B'), undefined, null],
  ])('%s', (_name, one, next, expected) => {
    expect(headingOf(one, next, on)).toEqual(expected);
  });

  it.each([
    ['1-ci istiqamət. Elektron xidmətlər', '1', 'Elektron xidmətlər'],
    ['İstiqamət 4: İştirakçılıq', '4', 'İştirakçılıq'],
    ['Направление 2. Услуги', '2', 'Услуги'],
    ['Elektron xidmətlər', null, 'Elektron xidmətlər'],
  ])('%s', (text, number, title) => {
    expect(areaOf(text)).toEqual({ number, title });
  });
});
