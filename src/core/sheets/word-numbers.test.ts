import { expect, test } from 'vitest';
import { readTables } from './read.ts';
import { docx, docxParts, paragraph, wordCell, wordTable } from './testing/books.ts';
import { writeNumbers } from './word-numbers.ts';

const level = (n: number, text: string, more = '', format = 'decimal') =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const pattern = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const ARTICLES = pattern(0, level(0, 'Maddə %1.') + level(1, '%1.%2.')) + list(1, 0);
const numbered = (words: string, n = 0, id = 1) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;

async function read(body: string, numbering: string) {
  const made = await readTables(docx(body, '', numbering), 'reqlament.docx');
  if (!made.ok) throw new Error(made.refusal.message.key);
  const text = made.value.find(({ kind }) => kind === 'text');
  return { lines: text?.rows.map((row) => row.raw), warnings: text?.warnings.map(({ key }) => key) };
}

test('articles and their points get the numbers that Word shows, each article beginning its points anew', async () => {
  const body = [
    numbered('Ad'),
    numbered('Platforma', 1),
    numbered('Üzvlər', 1),
    paragraph('mətn'),
    numbered('Yer'),
    numbered('Bir', 1),
  ];
  expect(await read(body.join(''), ARTICLES)).toEqual({
    lines: ['Maddə 1. Ad', '1.1. Platforma', '1.2. Üzvlər', 'mətn', 'Maddə 2. Yer', '2.1. Bir'],
    warnings: [],
  });
});

test('lists of one pattern count together, one that begins anew does not', async () => {
  const again = list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
  const body = numbered('a') + numbered('b', 0, 2) + numbered('c', 0, 3) + numbered('d', 0, 3);
  const { lines } = await read(body, ARTICLES + list(2, 0) + again);
  expect(lines).toEqual(['Maddə 1. a', 'Maddə 2. b', 'Maddə 5. c', 'Maddə 6. d']);
});

test('a list that begins with four, points without their article, a number switched off', async () => {
  const four = pattern(0, level(0, '%1)').replace('"1"', '"4"') + level(1, '%1.%2')) + list(1, 0);
  expect((await read(numbered('x', 1) + numbered('y') + numbered('z', 0, 0), four)).lines).toEqual([
    '4.1 x',
    '4) y',
    'z',
  ]);
});

test('letters and Roman numbers are not guessed: the reader is told to look', async () => {
  const roman = pattern(0, level(0, '%1.', '', 'upperRoman') + level(1, '%1.%2.')) + list(1, 0);
  const found = await read(numbered('Fəsil') + numbered('Bənd', 1), roman);
  expect(found).toEqual({ lines: ['Fəsil', 'Bənd'], warnings: ['core.sheets.warn.numbered_text'] });
  const bullets = pattern(0, level(0, '•', '', 'bullet')) + list(1, 0);
  expect(await read(numbered('nöqtə'), bullets)).toEqual({ lines: ['nöqtə'], warnings: [] });
});

test('a style numbers its paragraphs, also by the style on which it is based; a deleted numbering does not', () => {
  const linked =
    pattern(0, level(0, '%1.', '<w:pStyle w:val="Head"/>') + level(1, '%1.%2.', '<w:pStyle w:val="Sub"/>')) +
    list(1, 0);
  const by = (style: string, words: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const numPr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
  const styles = `<w:styles><w:style w:styleId="Head">${numPr}</w:style><w:style w:styleId="Sub">${numPr}</w:style><w:style w:styleId="Own"><w:basedOn w:val="Sub"/></w:style><w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>`;
  const parts = docxParts(by('Head', 'a') + by('Sub', 'b') + by('Sub', 'c') + by('Loop', 'd'), '', linked);
  const made = writeNumbers([...parts, { name: 'word/styles.xml', bytes: new TextEncoder().encode(styles) }]);
  const xml = new TextDecoder().decode(made.parts.find(({ name }) => name === 'word/document.xml')!.bytes);
  expect([...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words)).toEqual([
    ...['1. ', 'a', '1.1. ', 'b', '1.2. ', 'c', 'd'],
  ]);
  expect(made.written).toBe(3);
});

test('paragraphs in tables keep their words and count on', async () => {
  const cell = wordCell('').replace('<w:p>', '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>');
  const { lines } = await read(numbered('a') + wordTable([[cell]]) + numbered('b'), ARTICLES);
  expect(lines).toEqual(['Maddə 1. a', 'Maddə 3. b']);
});
