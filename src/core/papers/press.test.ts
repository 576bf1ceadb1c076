import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { pdfTrouble } from '#core/files/pdf.ts';
import type { Block, Body, Paper } from './paper.ts';
import { isPressFull, press } from './press.ts';

const AT = new Date('2026-11-24T06:00:00Z');
const RIBBON =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'><rect width='8' height='9' fill='#0b5563'/></svg>";

const paper = (body: Body, title = 'Gündəlik'): Paper => ({
  ...{ language: 'az', title, about: '3 saylı iclas', foot: 'http://localhost/az/durnasu', body },
  paging: 'Səhifə {page} / {pages}',
  head: { name: 'Durnasu', motto: '', accent: '#0b5563', ribbon: RIBBON, notice: null },
});
const letter = (...blocks: Block[]): Paper => paper({ layout: 'letter', blocks });

/** Pages of a PDF, as its page tree counts them (ISO 32000-1, 7.7.3). */
const pages = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type\s*\/Page(?![s\w])/g)?.length ?? 0;

const HOSTILE = '#read("/etc/passwd") ] } $ * _ <a> @b \\ "';

test('papers are printed into one file, each from a page of its own', async () => {
  const tents = Array.from({ length: 23 }, (_, i) => ({ above: `Yer ${i + 1}`, name: 'Bələdiyyə' }));
  const bytes = await press('pdf', [letter(), paper({ layout: 'tents', tents, fold: '' }), letter()], AT);
  expect(pages(bytes)).toBe(25);
  // Read aloud by programs: the tree of what is a heading, a table, a list.
  expect(Buffer.from(bytes).toString('latin1')).toContain('/StructTreeRoot');
  expect(await pdfTrouble(bytes)).toBeNull();
});

test('the same papers are the same file', async () => {
  const [one, other] = [await press('pdf', [letter()], AT), await press('pdf', [letter()], AT)];
  expect(Buffer.compare(one, other)).toBe(0);
});

test.each([
  ['a heading', { kind: 'heading', level: 2, text: HOSTILE }],
  ['a text', { kind: 'text', text: HOSTILE }],
  ['a list', { kind: 'list', ordered: true, items: [HOSTILE, ''] }],
  ['a list without anything', { kind: 'list', ordered: false, items: [] }],
  ['facts', { kind: 'facts', rows: [[HOSTILE, HOSTILE]] }],
  ['a table', { kind: 'table', columns: [{ label: HOSTILE, share: 1 }], rows: [[HOSTILE], { across: HOSTILE }] }],
] as const satisfies readonly (readonly [string, Block])[])(
  'what is written in %s is words, never orders',
  async (_, block) => {
    expect(pages(await press('pdf', [letter(block)], AT))).toBe(1);
  },
);

test('a word longer than its column, and a name longer than its plate, stay one page', async () => {
  const long = 'Beynəlmiləlləşdirilməyənlərdənsinizmi'.repeat(3);
  const columns = [
    { label: long, share: 1 },
    { label: long, share: 9 },
  ];
  const table = letter({ kind: 'table', columns, rows: [[long, long]], high: 9 });
  const tent = paper({ layout: 'tents', fold: '', tents: [{ above: '', name: `${long} ${long}` }] });
  expect(pages(await press('pdf', [table, tent], AT))).toBe(2);
});

test.each([
  ['three short options', ['Lehinə', 'Əleyhinə', 'Bitərəf'], 5],
  ['twelve long options', Array.from({ length: 12 }, (_, i) => `${i} – “Aran” Gənclərin Sosial Müdafiəsi Birliyi`), 8],
])('cards of %s: as many on a sheet as fit, one sheet at least', async (_, options, most) => {
  const card = { above: '', title: 'Bülleten', words: HOSTILE, how: '', options, below: '', stamp: 'M.Y.' };
  const found = pages(
    await press('pdf', [paper({ layout: 'cards', count: 30, card: { ...card, mark: 'cross' } })], AT),
  );
  expect(found).toBe(most);
});

test('a letter as a document keeps its headings, lists and tables', async () => {
  const bytes = await press(
    'docx',
    [
      letter(
        { kind: 'heading', level: 2, text: '1. Yetərsay' },
        { kind: 'text', text: HOSTILE },
        { kind: 'list', ordered: true, items: ['Birinci', 'İkinci'] },
        {
          kind: 'table',
          columns: [
            { label: 'Yer', share: 1 },
            { label: 'Təşkilat', share: 4 },
          ],
          rows: [{ across: 'QHT' }, ['7', 'Aran']],
        },
        { kind: 'lines', label: 'Qeydlər:', count: 2 },
        {
          kind: 'signs',
          signers: [{ role: 'Katib', name: '' }],
          words: { signature: 'imza', day: 'tarix', stamp: 'M.Y.' },
        },
      ),
    ],
    AT,
  );
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(value).toContain('<h1>Gündəlik</h1>');
  expect(value).toContain('<h2>1. Yetərsay</h2>');
  expect(value).toContain('<ol><li>Birinci</li><li>İkinci</li></ol>');
  expect(value).toContain('<th><p><strong>Yer</strong></p></th>');
  expect(value).toContain('<td colspan="2"><p><strong>QHT</strong></p></td>');
  expect(value).toContain('<td><p>7</p></td><td><p>Aran</p></td>');
  expect(value).toContain('M.Y.');
  expect(value).toContain('#read("/etc/passwd") ] } $ * _ &lt;a&gt; @b');
});

test('signatures of a whole forum go on from page to page', async () => {
  const signers = Array.from({ length: 23 }, (_, i) => ({ role: `Təşkilat ${i}`, name: '' }));
  const words = { signature: 'imza', day: 'tarix', stamp: 'M.Y.' };
  const bytes = await press('pdf', [letter({ kind: 'signs', signers, words })], AT);
  expect(pages(bytes)).toBe(2);
});

test('a press that is full says so, and works again when it has caught up', async () => {
  const orders = Array.from({ length: 16 }, () => press('docx', [], AT).catch(() => null));
  expect(isPressFull()).toBe(true);
  await Promise.all(orders);
  await new Promise((resolve) => setImmediate(resolve));
  expect(isPressFull()).toBe(false);
}, 30_000);

test('only one letter can be a document', async () => {
  await expect(press('docx', [letter(), letter()], AT)).rejects.toThrow('one letter');
  expect(pages(await press('pdf', [letter()], AT))).toBe(1);
});
