import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zipStored } from '#core/files/zip.ts';
import { readTables } from './read.ts';
import { LIMITS, placeOf } from './table.ts';
import { book, bookParts, cells, docx, number, paragraph, STYLE, text, wordCell, wordTable } from './testing/books.ts';

const read = async (bytes: Uint8Array, name = 'plan.xlsx') => {
  const result = await readTables(bytes, name);
  return result.ok ? { tables: result.value } : { refused: result.refusal };
};
const sheet = (xml: string, name = 'Plan') => book([{ name, xml }]);
const bytesOf = (content: string) => new TextEncoder().encode(content);

describe('a workbook', () => {
  test('text, numbers as seen, percents, booleans', async () => {
    const row = [
      text('A1', 'a'),
      number('B1', 1.1, STYLE.twoDecimals),
      number('C1', 0.30000000000000004),
      number('D1', 0.25, STYLE.percent),
      '<c r="E1" t="b"><v>1</v></c>',
      number('F1', 1.256, STYLE.twoDecimals),
    ];
    const made = await read(sheet(cells(`<row r="1">${row.join('')}</row>`)));
    expect(made.tables?.[0]).toMatchObject({
      kind: 'sheet',
      sheet: 'Plan',
      number: 1,
      rows: [{ line: 1, cells: ['a', '1.10', '0.3', '25%', 'TRUE', '1.256'] }],
      warnings: [],
    });
  });

  test('days, moments and times; lengths of time stay numbers', async () => {
    const row = [
      number('A1', 46100, STYLE.day),
      number('B1', 46100.604166666664, STYLE.moment),
      number('C1', 0.5, STYLE.moment),
      number('D1', 1.5, STYLE.hours),
      number('E1', 46100),
    ];
    const made = await read(sheet(cells(`<row r="1">${row.join('')}</row>`)));
    expect(made.tables?.[0]?.rows[0]?.cells).toEqual(['2026-03-19', '2026-03-19T14:30', '12:00', '1.5', '46100']);
  });

  test('the calendar that begins in 1904, and numbers of which no day can be told', async () => {
    const xml = cells(`<row r="1">${number('A1', 46100 - 1462, STYLE.day)}${number('B1', 1, STYLE.day)}</row>`);
    const old = await read(book([{ name: 'Plan', xml }], { from1904: true }));
    expect(old.tables?.[0]?.rows[0]?.cells).toEqual(['2026-03-19', '1904-01-02']);
    const usual = await read(book([{ name: 'Plan', xml }]));
    expect(usual.tables?.[0]?.rows[0]?.cells[1]).toBe('1');
    expect(usual.tables?.[0]?.warnings).toEqual([
      { key: 'core.sheets.warn.date', params: { sheet: 'Plan', row: 1, column: 'B', found: '1' } },
    ]);
  });

  test('formulas: the stored value is taken, one without value is empty and said, an error likewise', async () => {
    const row = [
      '<c r="A2"><f>1+1</f><v>2</v></c>',
      '<c r="B2"><f>1+1</f></c>',
      '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      text('D2', '=cmd|x'),
    ];
    const made = await read(sheet(cells(`<row r="2">${row.join('')}</row>`)));
    expect(made.tables?.[0]?.rows).toEqual([{ line: 2, cells: ['2', '', '', '=cmd|x'] }]);
    expect(made.tables?.[0]?.warnings).toEqual([
      { key: 'core.sheets.warn.formula', params: { sheet: 'Plan', row: 2, column: 'B' } },
      { key: 'core.sheets.warn.error', params: { sheet: 'Plan', row: 2, column: 'C', found: '#DIV/0!' } },
    ]);
  });

  test('a cell merged downwards speaks for each of its rows, a banner only once', async () => {
    const rows = [
      `<row r="1">${text('A1', 'Area 1')}${text('B1', 'm1')}</row>`,
      `<row r="2">${text('B2', 'm2')}</row>`,
      `<row r="3">${text('B3', 'm3')}</row>`,
      `<row r="5">${text('A5', 'Banner')}</row>`,
    ];
    const merges =
      '<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="A5:C6"/><mergeCell ref="D1:XFD1048576"/></mergeCells>';
    const made = await read(sheet(cells(rows.join('')) + merges));
    expect(made.tables?.[0]?.rows).toEqual([
      { line: 1, cells: ['Area 1', 'm1'] },
      { line: 2, cells: ['Area 1', 'm2'] },
      { line: 3, cells: ['Area 1', 'm3'] },
      { line: 5, cells: ['Banner'] },
    ]);
  });

  test('a hidden sheet is not read, and that is said', async () => {
    const xml = cells(`<row r="1">${text('A1', 'x')}</row>`);
    const made = await read(
      book([
        { name: 'Lists', xml, hidden: true },
        { name: 'Plan', xml },
      ]),
    );
    expect(made.tables?.map((table) => [table.sheet, table.number])).toEqual([['Plan', 2]]);
    expect(made.tables?.[0]?.warnings).toEqual([{ key: 'core.sheets.warn.hidden', params: { sheet: 'Lists' } }]);
  });

  test('what it declares about its size is nothing: 1,048,576 rows of styled emptiness hold one word', async () => {
    const blank = Array.from({ length: 60_000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/></row>`).join('');
    const xml = `<dimension ref="A1:XFD1048576"/>${cells(`<row r="1">${text('A1', 'x')}</row>${blank}`)}`;
    expect((await read(sheet(xml))).tables?.[0]?.rows).toEqual([{ line: 1, cells: ['x'] }]);
  });

  test.each(['', 'x:'])('a word far below is refused with sheet and row, never lost (prefix "%s")', async (prefix) => {
    const deep = `<row r="1">${text('A1', 'x')}</row><row r="1048576">${text('A1048576', 'y')}</row>`;
    const xml = cells(deep).replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
    const head = prefix
      ? `<${prefix}sheetPr xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`
      : '';
    expect(
      (
        await read(
          sheet(
            prefix
              ? xml.replace(
                  '<x:sheetData>',
                  `<x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
                )
              : head + xml,
          ),
        )
      ).refused,
    ).toEqual({
      kind: 'bad_input',
      message: { key: 'core.sheets.too_many_rows', params: { sheet: 'Plan', row: 1_048_576, max: LIMITS.rows } },
    });
  });

  test('rows that do not say their number are counted', async () => {
    const rows = `<row><c><v>1</v></c></row>`.repeat(LIMITS.rows + 5);
    expect((await read(sheet(cells(rows)))).refused?.message).toMatchObject({
      key: 'core.sheets.too_many_rows',
      params: { row: LIMITS.rows + 5 },
    });
  });

  test('macros are said and neither run nor kept', async () => {
    const parts = bookParts([{ name: 'Plan', xml: cells(`<row r="1">${text('A1', 'x')}</row>`) }]);
    const made = await read(zipStored([...parts, { name: 'xl/vbaProject.bin', bytes: bytesOf('Sub Auto_Open()') }]));
    expect(made.tables?.[0]?.warnings).toEqual([{ key: 'core.sheets.warn.macros' }]);
  });

  test('more cells than can be taken in are refused with the row', async () => {
    const rows = Array.from({ length: 2_100 }, (_, r) => {
      const row = Array.from({ length: 100 }, (_, c) => `<c r="${'A'.repeat(1)}${c}"><v>${c}</v></c>`).join('');
      return `<row r="${r + 1}">${row.replace(/ r="A\d+"/g, '')}</row>`;
    });
    expect((await read(sheet(cells(rows.join(''))))).refused?.message).toMatchObject({
      key: 'core.sheets.too_many_cells',
      params: { sheet: 'Plan', row: 2_001 },
    });
  });
});

/** An archive whose directory may say something else than its content. */
function packed(name: string, content: Buffer, declared = content.length): Uint8Array {
  const body = deflateRawSync(content, { level: 9 });
  const stored = Buffer.from(zipStored([{ name, bytes: body }]));
  const local = 0;
  const central = stored.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  stored.writeUInt16LE(8, local + 8);
  stored.writeUInt32LE(declared, local + 22);
  stored.writeUInt16LE(8, central + 10);
  stored.writeUInt32LE(declared, central + 24);
  return stored;
}

describe('files that mean harm', () => {
  const zeros = Buffer.alloc(30 * 2 ** 20, 0x20);

  test.each([
    ['a bomb that says its size', packed('xl/workbook.xml', Buffer.alloc(80 * 2 ** 20)), 'core.sheets.unpacks_too_big'],
    ['a bomb within the size, packed too tightly', packed('xl/workbook.xml', zeros), 'core.sheets.packed_too_tight'],
    ['a bomb that lies about its size', packed('xl/workbook.xml', zeros, 1000), 'core.sheets.packed_too_tight'],
    ['an archive cut off', book([{ name: 'a', xml: cells('') }]).slice(0, 900), 'core.sheets.broken'],
    [
      'an archive that is something else',
      zipStored([{ name: 'a.txt', bytes: bytesOf('a') }]),
      'core.sheets.found_kind',
    ],
    ['entities in Word', docx(paragraph('&a;'), '<!DOCTYPE a [<!ENTITY a "lol">]>'), 'core.sheets.entities'],
    [
      'entities in Excel',
      zipStored(
        bookParts([{ name: 'a', xml: cells('') }]).map((part) =>
          part.name.endsWith('sheet1.xml') ? { ...part, bytes: bytesOf(`<!DOCTYPE a>${part.bytes}`) } : part,
        ),
      ),
      'core.sheets.entities',
    ],
    ['nothing', new Uint8Array(), 'core.sheets.empty'],
    ['only white space', bytesOf(' \n \n'), 'core.sheets.empty'],
    ['too many bytes', new Uint8Array(LIMITS.file + 1), 'core.sheets.too_big'],
    ['noise', Uint8Array.from({ length: 5_000 }, (_, i) => (i * 89) % 256), 'core.sheets.unknown_kind'],
    ['a PDF', bytesOf('%PDF-1.7 ...'), 'core.sheets.pdf'],
    ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3), 'core.sheets.image'],
    ['a web page', bytesOf('<html><table><tr><td>1'), 'core.sheets.found_kind'],
    ['rich text', bytesOf('{\\rtf1 hello'), 'core.sheets.found_kind'],
    ['an old Word file', oldOffice('WordDocument'), 'core.sheets.old_word'],
    ['a locked workbook', oldOffice('EncryptedPackage'), 'core.sheets.locked'],
    ['a broken old workbook', oldOffice('Workbook'), 'core.sheets.broken'],
  ])('%s', async (_, bytes, key) => {
    // Every one comes with a name that lies.
    expect((await read(bytes, '../../plan.csv')).refused?.message).toMatchObject({ key, params: { name: 'plan.csv' } });
  });

  /** An OpenDocument sheet with one cell, repeated as the attributes say. */
  function repeated(rows: number, columns: number, content = 'x', times = 1): Uint8Array {
    const uris = ['office', 'table', 'text', 'manifest']
      .map((space) => `xmlns:${space}="urn:oasis:names:tc:opendocument:xmlns:${space}:1.0"`)
      .join(' ');
    const cell = `<table:table-cell table:number-columns-repeated="${columns}" office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
    const row = `<table:table-row table:number-rows-repeated="${rows}">${cell}</table:table-row>`.repeat(times);
    const table = `<table:table table:name="A">${row}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
    return zipStored([
      { name: 'mimetype', bytes: bytesOf('application/vnd.oasis.opendocument.spreadsheet') },
      {
        name: 'content.xml',
        bytes: bytesOf(
          `<?xml version="1.0"?><office:document-content ${uris}><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
        ),
      },
      { name: 'styles.xml', bytes: bytesOf(`<?xml version="1.0"?><office:document-styles ${uris}/>`) },
      { name: 'META-INF/manifest.xml', bytes: bytesOf(`<?xml version="1.0"?><manifest:manifest ${uris}/>`) },
    ]);
  }

  test('repeated rows and cells of OpenDocument', async () => {
    const made = await read(repeated(2, 3));
    expect(made.tables?.[0]?.rows).toEqual([
      { line: 1, cells: ['x', 'x', 'x'] },
      { line: 2, cells: ['x', 'x', 'x'] },
    ]);
    expect((await read(repeated(1_048_576, 1))).refused?.message).toMatchObject({
      key: 'core.sheets.too_many_rows',
      params: { sheet: 'A', row: 1_048_576 },
    });
    expect((await read(repeated(1, 16_384))).refused?.message).toMatchObject({
      key: 'core.sheets.too_many_columns',
      params: { column: 'XFD' },
    });
  });

  test('one that would fill the memory is stopped and named; the next one is read', async () => {
    const refused = (await read(repeated(20_000, 499, 'x', 500), 'a.ods')).refused;
    expect(refused?.kind).toBe('too_large');
    expect(['core.sheets.too_heavy', 'core.sheets.too_slow']).toContain(refused?.message.key);
    expect((await read(bytesOf('a,b'), 'a.csv')).tables?.[0]?.rows).toHaveLength(1);
  });
});

/** The least that looks like an old Office file with a stream of this name. */
function oldOffice(stream: string): Uint8Array {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([head, Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(100)]);
}

describe('CSV and Word by content', () => {
  test('a guessed code page is said', async () => {
    const made = await read(Uint8Array.of(0xcc, 0xe5, 0xf0, 0xe0, 0x2c, 0x31), 'мера.xlsx');
    expect(made.tables?.[0]).toMatchObject({
      sheet: 'мера.xlsx',
      rows: [{ line: 1, cells: ['Мера', '1'] }],
      warnings: [{ key: 'core.sheets.warn.encoding', params: { encoding: 'windows-1251' } }],
    });
  });

  test('tables of a document, merged cells, and the lines between them', async () => {
    const down = '<w:vMerge w:val="restart"/>';
    const made = await read(
      docx(
        [
          paragraph('1.1. Terminals'),
          wordTable([
            [wordCell('Area 1', down), wordCell('m1')],
            [wordCell('', '<w:vMerge/>'), wordCell('m2')],
          ]),
          paragraph(''),
          wordTable([[wordCell('wide', '<w:gridSpan w:val="2"/>'), wordCell('z')]]),
        ].join(''),
      ),
      'plan.docx',
    );
    expect(made.tables).toEqual([
      {
        kind: 'table',
        sheet: 'Table 1',
        number: 1,
        rows: [
          { line: 1, cells: ['Area 1', 'm1'] },
          { line: 2, cells: ['Area 1', 'm2'] },
        ],
        warnings: [],
      },
      { kind: 'table', sheet: 'Table 2', number: 2, rows: [{ line: 1, cells: ['wide', '', 'z'] }], warnings: [] },
      {
        kind: 'text',
        sheet: 'plan.docx',
        number: 3,
        rows: [{ line: 1, cells: ['1.1', 'Terminals'], raw: '1.1. Terminals' }],
        warnings: [],
      },
    ]);
  });

  test('breaks, tabs, links and changes in a document; a number that Word makes is missed aloud', async () => {
    const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const list =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const run = (inside: string): string => `<w:r>${inside}</w:r>`;
    const rich = [
      run('<w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t>'),
      `<w:del w:id="1">${run('<w:delText>gone</w:delText>')}</w:del>`,
      `<w:ins w:id="2">${run('<w:t xml:space="preserve"> new</w:t>')}</w:ins>`,
    ].join('');
    const rows = [
      [
        `<w:tc><w:p>${numbered}${run('<w:t>Title</w:t>')}</w:p></w:tc>`,
        `<w:tc><w:p>${rich}</w:p>${paragraph('next')}</w:tc>`,
      ],
    ];
    const made = await read(docx(wordTable(rows), '', list), 'plan.docx');
    expect(made.tables?.[0]).toMatchObject({
      rows: [{ line: 1, cells: ['Title', 'one\ntwo\tthree new\nnext'] }],
      warnings: [{ key: 'core.sheets.warn.numbering', params: { sheet: 'Table 1', row: 1, column: 1 } }],
    });
  });

  test('places are said as the program shows them', () => {
    expect(placeOf({ kind: 'sheet', sheet: 'Plan', number: 1 }, 3, 27)).toEqual({
      key: 'core.sheets.place.sheet_column',
      params: { sheet: 'Plan', row: '3', column: 'AB' },
    });
    expect(placeOf({ kind: 'table', sheet: 'Table 2', number: 2 }, 3)).toEqual({
      key: 'core.sheets.place.table',
      params: { number: '2', row: '3' },
    });
  });
});
