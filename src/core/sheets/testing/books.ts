import { type ZipPart, zipStored } from '#core/files/zip.ts';

const part = (name: string, text: string): ZipPart => ({ name, bytes: new TextEncoder().encode(text) });
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export interface MadeSheet {
  readonly name: string;
  /** Inside of the worksheet element. */
  readonly xml: string;
  readonly hidden?: boolean;
}

/** The parts of a workbook made of raw sheet XML, as nasty as a test needs it. */
export function bookParts(sheets: readonly MadeSheet[], options: { readonly from1904?: boolean } = {}): ZipPart[] {
  const types = sheets.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const listed = sheets.map(
    (sheet, i) =>
      `<sheet name="${sheet.name}" sheetId="${i + 1}" r:id="rId${i + 1}"${sheet.hidden ? ' state="hidden"' : ''}/>`,
  );
  const relations = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const formats = ['yyyy-mm-dd', '0.00', '0%', '[h]:mm', 'yyyy-mm-dd hh:mm'].map(
    (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`,
  );
  const styles = [0, 164, 165, 166, 167, 168].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`);
  return [
    part(
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${types.join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><workbookPr${options.from1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="rId99" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${SHEETS}"><numFmts count="5">${formats.join('')}</numFmts><cellXfs count="6">${styles.join('')}</cellXfs></styleSheet>`,
    ),
    ...sheets.map((sheet, i) =>
      part(`xl/worksheets/sheet${i + 1}.xml`, `${XML}<worksheet xmlns="${SHEETS}">${sheet.xml}</worksheet>`),
    ),
  ];
}

/** Positions in the styles of `bookParts`. */
export const STYLE = { day: 1, twoDecimals: 2, percent: 3, hours: 4, moment: 5 } as const;

export const book = (sheets: readonly MadeSheet[], options: { readonly from1904?: boolean } = {}): Uint8Array =>
  zipStored(bookParts(sheets, options));

export const cells = (rows: string): string => `<sheetData>${rows}</sheetData>`;
export const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
export const number = (at: string, value: number, style = 0): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`;

/** A .docx whose body is this raw XML. */
export const docx = (body: string, before = '', numbering = ''): Uint8Array =>
  zipStored(docxParts(body, before, numbering));

export function docxParts(body: string, before = '', numbering = ''): ZipPart[] {
  return [
    part(
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    part('word/document.xml', `${XML}${before}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
    ...(numbering
      ? [
          part(
            'word/_rels/document.xml.rels',
            `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
          ),
          part('word/numbering.xml', `${XML}<w:numbering xmlns:w="${WORD}">${numbering}</w:numbering>`),
        ]
      : []),
  ];
}

export const paragraph = (value: string): string => `<w:p><w:r><w:t xml:space="preserve">${value}</w:t></w:r></w:p>`;
export const wordCell = (value: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(value)}</w:tc>`;
export const wordTable = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`;
