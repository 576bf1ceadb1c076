import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bookParts, cells, docx, paragraph } from '#core/sheets/testing/books.ts';
import { admit, LARGEST_FILE } from './admit.ts';
import { zipStored } from './zip.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const key = async (bytes: Uint8Array, name = 'a.bin', purpose: 'photo' | 'evidence' = 'evidence') => {
  const result = await admit(bytes, name, purpose);
  return result.ok ? result.value.mediaType : result.refusal.message.key;
};
const canvas = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha } } });

describe('photos', () => {
  test('place, camera and owner are gone, the picture stands upright and is small', async () => {
    const exif = { IFD0: { Make: 'SECRET-CAMERA', Artist: 'SECRET-NAME' }, IFD3: { GPSLatitude: '40/1 0/1 0/1' } };
    const photo = await canvas(3000, 1000)
      .removeAlpha()
      .jpeg()
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(photo.includes('SECRET-CAMERA')).toBe(true);
    const result = await admit(Buffer.concat([photo, Buffer.from('SECRET-TAIL')]), 'Şəkil.PNG', 'photo');
    if (!result.ok) throw new Error(result.refusal.message.key);
    const { bytes, thumb, ...facts } = result.value;
    expect(facts).toMatchObject({ mediaType: 'image/jpeg', name: 'Şəkil.jpg', width: 667, height: 2000 });
    const seen = await sharp(bytes).metadata();
    expect([seen.exif, seen.xmp, seen.iptc, seen.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    for (const secret of ['SECRET', 'GPS']) expect(Buffer.from(bytes).includes(secret)).toBe(false);
    expect(await sharp(thumb).metadata()).toMatchObject({ format: 'webp', width: 213, height: 640 });
  });

  test('what is see-through stays so; small pictures are not blown up', async () => {
    const result = await admit(await canvas(20, 10, 0.5).png().toBuffer(), 'logo.png', 'photo');
    expect(result.ok && result.value).toMatchObject({
      mediaType: 'image/webp',
      name: 'logo.webp',
      width: 20,
      height: 10,
    });
  });

  test('the same photo is the same file', async () => {
    const photo = await canvas(50, 50).jpeg().toBuffer();
    const [a, b] = [await admit(photo, 'a.jpg', 'photo'), await admit(photo, 'b.jpg', 'photo')];
    expect(a.ok && b.ok && a.value.sha256 === b.value.sha256).toBe(true);
  });

  test('a picture of thousands of millions of pixels is refused before it is drawn', async () => {
    const png = await canvas(10, 10).png().toBuffer();
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    const result = await admit(png, 'bomb.png', 'photo');
    expect(result.ok ? null : result.refusal).toMatchObject({
      kind: 'too_large',
      message: { key: 'core.files.too_many_pixels', params: { width: 60_000, height: 60_000 } },
    });
  });

  test('a photo cut off in the middle, and things that are no photo', async () => {
    const photo = await sharp(Buffer.alloc(300 * 300 * 3, 'noise'), { raw: { width: 300, height: 300, channels: 3 } })
      .jpeg()
      .toBuffer();
    expect(await key(photo.subarray(0, photo.length / 2), 'a.jpg', 'photo')).toBe('core.files.broken');
    expect(await key(bytesOf('%PDF-1.4 %%EOF'), 'a.jpg', 'photo')).toBe('core.files.not_photo');
    expect(await key(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'a.jpg', 'photo')).toBe(
      'core.files.heic',
    );
  });
});

/** A PDF of these objects, whole enough to be looked through. */
const pdf = (...objects: string[]): Uint8Array =>
  bytesOf(
    `%PDF-1.7\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer <</Root 1 0 R>>\n%%EOF\n`,
  );
const packedStream = (dictionary: string, content: string): string =>
  `<<${dictionary} /Filter /FlateDecode>>\nstream\n${deflateSync(Buffer.from(content)).toString('latin1')}\nendstream`;

describe('documents', () => {
  test.each([
    ['a plain PDF', pdf('<</Type /Catalog>>', packedStream('/Length 9', 'BT (hello) Tj ET')), 'application/pdf'],
    [
      'links and a first page to open at',
      pdf('<</Type /Catalog /OpenAction [3 0 R /Fit] /URI (https://a)>>'),
      'application/pdf',
    ],
    ['a clean object stream', pdf(packedStream('/Type /ObjStm /N 1', '4 0 <</Type /Page>>')), 'application/pdf'],
    ['script', pdf('<</S /JavaScript /JS (app.alert(1))>>'), 'core.files.pdf_active'],
    ['script with an escaped name', pdf('<</S /J#61vaScr#69pt /JS (app.alert(1))>>'), 'core.files.pdf_active'],
    [
      'script in an object stream',
      pdf(packedStream('/Type /ObjStm /N 1', '4 0 <</S /JavaScript>>')),
      'core.files.pdf_active',
    ],
    [
      'an object stream with an escaped name',
      pdf(packedStream('/Type /Obj#53tm /N 1', '4 0 <</S /Launch>>')),
      'core.files.pdf_active',
    ],
    [
      'an object stream packed in a way nobody uses',
      pdf('<</Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]>>\nstream\nabc\nendstream'),
      'core.files.pdf_active',
    ],
    [
      'an object stream that is a bomb',
      pdf(packedStream('/Type /ObjStm', '0'.repeat(60 * 2 ** 20))),
      'core.files.unpacks_too_big',
    ],
    ['a program to launch', pdf('<</S/Launch/F(cmd.exe)>>'), 'core.files.pdf_active'],
    ['a file inside', pdf('<</Type /EmbeddedFile>>'), 'core.files.pdf_active'],
    ['a password', bytesOf('%PDF-1.7\ntrailer <</Encrypt 5 0 R>>\n%%EOF'), 'core.files.pdf_locked'],
    ['cut off', bytesOf('%PDF-1.7\n1 0 obj <</Type /Cata'), 'core.files.broken'],
  ])('PDF with %s', async (_, bytes, expected) => {
    expect(await key(bytes, 'a.pdf')).toBe(expected);
  });

  const parts = bookParts([{ name: 'a', xml: cells('') }]);
  const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const template = `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://evil/x.dotm" TargetMode="External"/></Relationships>`;

  test.each([
    ['Word', docx(paragraph('a')), WORD],
    ['Excel', zipStored(parts), EXCEL],
    [
      'Excel with macros',
      zipStored([...parts, { name: 'xl/vbaProject.bin', bytes: bytesOf('x') }]),
      'core.files.macros',
    ],
    [
      'Excel with a template elsewhere',
      zipStored([...parts, { name: 'xl/_rels/settings.xml.rels', bytes: bytesOf(template) }]),
      'core.files.macros',
    ],
    ['an archive', zipStored([{ name: 'a.txt', bytes: bytesOf('x') }]), 'core.files.kind'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'core.files.kind'],
    ['an animation', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'core.files.kind'],
    [
      'an old document',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'core.files.old_office',
    ],
    ['SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'core.files.web_page'],
    ['SVG after a prologue', bytesOf('<?xml version="1.0"?><svg/>'), 'core.files.web_page'],
    ['a web page', bytesOf('<!doctype html><p>'), 'core.files.web_page'],
    ['script in text', bytesOf('hello <script>alert(1)</script>'), 'core.files.web_page'],
    ['text', Buffer.from('Görüşün qeydi: 5 < 7'), 'text/plain; charset=utf-8'],
    ['old Cyrillic text', Uint8Array.of(0xcc, 0xe5, 0xf0, 0xe0), 'text/plain; charset=windows-1251'],
    ['noise', Uint8Array.from({ length: 900 }, (_, i) => (i * 89 + 3) % 256), 'core.files.unknown_kind'],
    ['nothing', new Uint8Array(), 'core.files.empty'],
    ['far too much', new Uint8Array(LARGEST_FILE + 1), 'core.files.too_large'],
  ])('%s', async (_, bytes, expected) => {
    expect(await key(bytes)).toBe(expected);
  });

  test('a table keeps its name and says its letters', async () => {
    const result = await admit(Buffer.from('ad;yaş\n1;2'), 'C:\\siyahı.csv', 'evidence');
    expect(result.ok && result.value).toMatchObject({ mediaType: 'text/csv; charset=utf-8', name: 'siyahı.csv' });
  });
});
