import * as docx from 'docx';
import type { Block, Letter, Letterhead, Signer, SignWords, TableBlock } from './paper.ts';

type Child = docx.Paragraph | docx.Table;

/** Twentieths of a point, as Word counts lengths: 56.7 to a millimetre. */
const mm = (millimetres: number): number => Math.round(millimetres * 56.7);
const QUIET = '56636B';
const RULE = '9AA3A6';
const WASH = 'F3F0E9';
/** Width between the margins of an A4 sheet. */
const TEXT_WIDTH = mm(170);

const HEADINGS = { 2: docx.HeadingLevel.HEADING_2, 3: docx.HeadingLevel.HEADING_3 } as const;

/** The letter as a Word document with true headings, lists and tables (ECMA-376), to be written in further. */
export async function documentOf({ title, about, head, foot, paging, body, language }: Letter): Promise<Uint8Array> {
  const made = new docx.Document({
    title,
    creator: head.name,
    styles: {
      default: {
        document: { run: { font: 'Noto Sans', size: 21, language: { value: language } } },
        heading1: { run: { bold: true, size: 30 }, paragraph: { spacing: { before: 200, after: 80 } } },
        heading2: { run: { bold: true, size: 25 }, paragraph: { spacing: { before: 280, after: 120 } } },
        heading3: { run: { bold: true, size: 22 }, paragraph: { spacing: { before: 200, after: 80 } } },
      },
    },
    numbering: {
      config: [
        { reference: 'items', levels: [{ level: 0, format: 'decimal', text: '%1.', style: { paragraph: INDENT } }] },
        { reference: 'points', levels: [{ level: 0, format: 'bullet', text: '•', style: { paragraph: INDENT } }] },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { left: mm(25), right: mm(15), top: mm(15), bottom: mm(20) },
          },
        },
        footers: { default: footer(foot, paging) },
        children: [
          ...letterhead(head),
          new docx.Paragraph({ text: title, heading: docx.HeadingLevel.HEADING_1, alignment: 'center' }),
          ...(about ? [new docx.Paragraph({ text: about, alignment: 'center', spacing: { after: 240 } })] : []),
          ...body.blocks.flatMap((block, index) => written(block, index)),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(made));
}

const INDENT = { indent: { left: mm(8), hanging: mm(8) } };

const plain = (text: string, more: Partial<docx.IRunOptions> = {}, paragraph: docx.IParagraphOptions = {}) =>
  new docx.Paragraph({ spacing: { after: 120 }, ...paragraph, children: [new docx.TextRun({ text, ...more })] });

function letterhead({ name, motto, accent, notice }: Letterhead): readonly docx.Paragraph[] {
  const lines = [
    plain(name, { bold: true, size: 22 }, { spacing: { after: 0 } }),
    ...(motto ? [plain(motto, { size: 17, color: QUIET }, { spacing: { after: 0 } })] : []),
    ...(notice ? [plain(notice, { size: 16, bold: true }, { spacing: { after: 0 } })] : []),
  ];
  const border = { bottom: { style: 'single' as const, size: 18, space: 4, color: accent.slice(1) } };
  return [...lines, new docx.Paragraph({ children: [], border, spacing: { after: 200 } })];
}

function footer(foot: string, paging: string): docx.Footer {
  const numbers = { page: docx.PageNumber.CURRENT, pages: docx.PageNumber.TOTAL_PAGES } as const;
  // "Page {page} of {pages}": every second piece is one of the two words.
  const children = paging
    .split(/\{(page|pages)\}/)
    .map((piece, i) => (i % 2 === 0 ? piece : numbers[piece as keyof typeof numbers]));
  const small = { size: 15, color: QUIET };
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        tabStops: [{ type: 'right', position: TEXT_WIDTH }],
        children: [
          new docx.TextRun({ ...small, text: foot }),
          new docx.TextRun({ ...small, children: ['\t', ...children] }),
        ],
      }),
    ],
  });
}

function written(block: Block, index: number): readonly Child[] {
  switch (block.kind) {
    case 'heading':
      return [new docx.Paragraph({ text: block.text, heading: HEADINGS[block.level], keepNext: true })];
    case 'text':
      return [plain(block.text, toned(block.tone))];
    case 'list':
      return block.items.map(
        (text) =>
          new docx.Paragraph({
            text,
            // Each list counts from one.
            numbering: { reference: block.ordered ? 'items' : 'points', level: 0, instance: index },
            spacing: { after: 80 },
          }),
      );
    case 'facts':
      return [facts(block.rows), gap()];
    case 'table':
      return [table(block), gap()];
    case 'lines':
      return [plain(block.label, {}, { keepNext: true }), ...Array.from({ length: block.count }, () => ruled())];
    case 'signs':
      return block.signers.flatMap((signer) => signed(signer, block.words));
    case 'break':
      return [new docx.Paragraph({ children: [], pageBreakBefore: true })];
  }
}

const toned = (tone: 'quiet' | 'strong' | undefined): Partial<docx.IRunOptions> =>
  tone === 'quiet' ? { color: QUIET, size: 18 } : { bold: tone === 'strong' };

const gap = () => new docx.Paragraph({ children: [], spacing: { after: 60 } });
const ruled = () =>
  new docx.Paragraph({
    children: [],
    spacing: { before: 280 },
    border: { bottom: { style: 'single', size: 4, space: 1, color: RULE } },
  });

const EDGE = { style: 'single', size: 4, color: RULE } as const;
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE };
const NO_EDGE = { style: 'none', size: 0, color: 'auto' } as const;
const NO_EDGES = {
  ...{ top: NO_EDGE, bottom: NO_EDGE, left: NO_EDGE, right: NO_EDGE },
  ...{ insideHorizontal: NO_EDGE, insideVertical: NO_EDGE },
};
const PADDING = { marginUnitType: 'dxa', top: 60, bottom: 60, left: 90, right: 90 } as const;

const cell = (text: string, run: Partial<docx.IRunOptions>, more: Partial<docx.ITableCellOptions> = {}) =>
  new docx.TableCell({
    margins: PADDING,
    ...more,
    children: text.split('\n').map((line) => plain(line, run, { spacing: { after: 0 } })),
  });

const shaded = { shading: { type: 'clear', color: 'auto', fill: WASH } } as const;

function table({ columns, rows, high }: TableBlock): docx.Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / whole));
  const height = high ? { height: { value: mm(high), rule: 'atLeast' as const } } : {};
  return new docx.Table({
    width: { size: TEXT_WIDTH, type: 'dxa' },
    columnWidths: widths,
    layout: 'fixed',
    borders: EDGES,
    rows: [
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ label }) => cell(label, { bold: true, size: 17 }, shaded)),
      }),
      ...rows.map((row) =>
        'across' in row
          ? new docx.TableRow({
              children: [cell(row.across, { bold: true, size: 19 }, { ...shaded, columnSpan: columns.length })],
            })
          : new docx.TableRow({ cantSplit: true, ...height, children: row.map((text) => cell(text, { size: 19 })) }),
      ),
    ],
  });
}

const facts = (rows: readonly (readonly [string, string])[]): docx.Table =>
  new docx.Table({
    width: { size: TEXT_WIDTH, type: 'dxa' },
    columnWidths: [mm(50), TEXT_WIDTH - mm(50)],
    layout: 'fixed',
    borders: NO_EDGES,
    rows: rows.map(
      ([label, value]) => new docx.TableRow({ children: [cell(label, { color: QUIET }), cell(value, {})] }),
    ),
  });

/** Role and name, then a line for each of signature, day and stamp. */
function signed({ role, name }: Signer, { signature, day, stamp }: SignWords): readonly Child[] {
  const line = { style: 'single', size: 6, color: '1C2326' } as const;
  const small = { size: 16, color: QUIET };
  const under = (text: string) => cell(text, small, { borders: { top: line } });
  const bare = (text: string, run: Partial<docx.IRunOptions> = {}) => cell(text, run);
  return [
    new docx.Paragraph({ children: [], spacing: { before: 360 }, keepNext: true }),
    new docx.Table({
      width: { size: TEXT_WIDTH, type: 'dxa' },
      columnWidths: [mm(62), mm(50), mm(6), mm(32), mm(20)],
      layout: 'fixed',
      borders: NO_EDGES,
      rows: [
        new docx.TableRow({
          cantSplit: true,
          children: [
            bare([role, name].filter((text) => text !== '').join('\n'), { bold: true }),
            ...[under(signature), bare(''), under(day), bare(stamp ?? '', { color: QUIET })],
          ],
        }),
      ],
    }),
  ];
}
