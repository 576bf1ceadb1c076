import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ZipPart, zipStored } from '#core/files/zip.ts';
import { readFile } from './read-tables.ts';
import { LIMITS, Refused } from './table.ts';
import { bookParts, cells, docxParts, number, paragraph, text, wordCell, wordTable } from './testing/books.ts';

/** Tables, or a refusal with words: never a surprise, whatever the bytes. */
async function judged(bytes: Uint8Array): Promise<void> {
  try {
    for (const table of await readFile(bytes, 'a')) {
      for (const row of table.rows) expect(row.line).toBeGreaterThan(0);
      expect(table.rows.length).toBeLessThanOrEqual(LIMITS.rows);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
  }
}

/** Some bytes changed, some taken out. */
const spoiled = (whole: Uint8Array) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
      fc.tuple(fc.nat(whole.length), fc.nat(60)),
    )
    .map(([changes, [at, length]]) => {
      const bytes = Buffer.from(whole);
      for (const [where, value] of changes) bytes[where] = value;
      return length > 30 ? Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length - 30)]) : bytes;
    });

const rows = `<row r="1">${text('A1', 'a')}${number('B1', 46_100, 1)}</row><row r="2"><c r="A2"><f>1</f></c></row>`;
const book = bookParts([
  { name: 'A', xml: `${cells(rows)}<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>` },
]);
const word = docxParts(paragraph('1.1. a') + wordTable([[wordCell('a'), wordCell('b')], [wordCell('c')]]));

/** The damage is done inside a part, so that the archive around it stays whole. */
const spoiledInside = (parts: readonly ZipPart[]) =>
  fc
    .nat(parts.length - 1)
    .chain((which) => spoiled(parts[which]?.bytes ?? new Uint8Array(1)).map((bytes) => ({ which, bytes })))
    .map(({ which, bytes }) => zipStored(parts.map((part, i) => (i === which ? { ...part, bytes } : part))));

describe('whatever comes', () => {
  test.each([
    ['bytes', fc.uint8Array({ maxLength: 300 })],
    [
      'text with separators',
      fc
        .string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', "'", '=', 'ə') })
        .map((s) => Buffer.from(s)),
    ],
    ['damaged archives', spoiled(zipStored(book))],
    ['damaged workbooks', spoiledInside(book)],
    ['damaged documents', spoiledInside(word)],
  ] as [string, fc.Arbitrary<Uint8Array>][])('%s', async (_, arbitrary) => {
    await fc.assert(fc.asyncProperty(arbitrary, judged), { numRuns: 300 });
  });

  test('a day that is no number is a broken cell', async () => {
    const xml = cells(`<row r="1">${text('A1', 'x')}<c r="B1" s="1"><v>\u{0}6100</v></c></row>`);
    const [table] = await readFile(zipStored(bookParts([{ name: 'A', xml }])), 'a');
    expect(JSON.stringify(table?.rows)).not.toContain('NaN');
  });
});
