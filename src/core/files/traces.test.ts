import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { docxParts, paragraph } from '#core/sheets/testing/books.ts';
import { admit } from './admit.ts';
import { unzip, zipPacked, zipStored } from './zip.ts';

const canvas = () => sharp({ create: { width: 40, height: 30, channels: 3, background: { r: 9, g: 90, b: 30 } } });
/** A photo as a phone makes it: who, with what, where. */
const photo = (place: boolean) =>
  canvas()
    .jpeg()
    .withExif({
      IFD0: { Make: 'SECRET-CAMERA', Artist: 'SECRET-NAME' },
      ...(place ? { IFD3: { GPSLatitude: '40/1 0/1 0/1' } } : {}),
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET-XMP</x:xmpmeta>')
    .toBuffer();
const pdf = (picture: Uint8Array, more = ''): Uint8Array =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<</Filter /DCTDecode /Length ${picture.length}>>\nstream\n`, 'latin1'),
    picture,
    Buffer.from(`\nendstream\nendobj\n${more}\ntrailer <</Root 1 0 R>>\n%%EOF\n`, 'latin1'),
  ]);
const word = (name: string, picture: Uint8Array, more: readonly string[] = []): Uint8Array =>
  zipStored([
    ...docxParts(paragraph('Hesabat')),
    { name, bytes: picture },
    ...more.map((other) => ({ name: other, bytes: Buffer.from('<Signature/>') })),
  ]);
const taken = async (bytes: Uint8Array, name: string) => {
  const result = await admit(bytes, name, 'evidence');
  return result.ok ? Buffer.from(result.value.bytes) : result.refusal.message.key;
};

describe('photos in a document', () => {
  test('in a PDF tell neither place nor owner, and no byte moves', async () => {
    const picture = await photo(true);
    expect(['SECRET-NAME', 'SECRET-XMP'].map((secret) => picture.includes(secret))).toEqual([true, true]);
    const sent = Buffer.from(pdf(picture));
    const kept = await taken(sent, 'hesabat.pdf');
    if (typeof kept === 'string') throw new Error(kept);
    expect([kept.includes('SECRET'), kept.length]).toEqual([false, sent.length]);
    const at = sent.indexOf(picture);
    const seen = await sharp(kept.subarray(at, at + picture.length)).metadata();
    expect(seen).toMatchObject({ width: 40, height: 30 });
  });

  test('in Word are the same pictures without what the camera wrote; all other parts stay', async () => {
    const sent = word('word/media/image1.jpeg', await photo(true));
    const kept = await taken(sent, 'hesabat.docx');
    if (typeof kept === 'string') throw new Error(kept);
    const parts = await unzip(kept, () => true);
    const before = await unzip(sent, () => true);
    if (!parts.ok || !before.ok) throw new Error('not an archive');
    expect(parts.value.map(({ name }) => name)).toEqual(before.value.map(({ name }) => name));
    for (const [i, { name, bytes }] of parts.value.entries()) {
      expect(Buffer.from(bytes).includes('SECRET'), name).toBe(false);
      if (!name.endsWith('.jpeg')) expect(Buffer.from(bytes).equals(before.value[i]!.bytes), name).toBe(true);
    }
    const image = parts.value.find(({ name }) => name.endsWith('.jpeg'))!;
    expect(await sharp(image.bytes).metadata()).toMatchObject({ width: 40, height: 30 });
    expect(await taken(kept, 'hesabat.docx')).toBeInstanceOf(Buffer);
  });

  test('a PNG loses its words and stays a picture', async () => {
    const png = await canvas()
      .png()
      .withExif({ IFD0: { Artist: 'SECRET-NAME' } })
      .toBuffer();
    expect(png.includes('SECRET-NAME')).toBe(true);
    const kept = await taken(word('word/media/image1.png', png), 'a.docx');
    if (typeof kept === 'string') throw new Error(kept);
    const parts = await unzip(kept, (name) => name.endsWith('.png'));
    if (!parts.ok) throw new Error(parts.why);
    expect(Buffer.from(parts.value[0]!.bytes).includes('SECRET')).toBe(false);
    expect(await sharp(parts.value[0]!.bytes).metadata()).toMatchObject({ width: 40, height: 30 });
  });

  test('a signed document is kept as it is, and refused when a photo in it tells where it was taken', async () => {
    const [there, nowhere] = [await photo(true), await photo(false)];
    const signature = '9 0 obj <</ByteRange [0 1 2 3]>>';
    expect(await taken(pdf(there, signature), 'a.pdf')).toBe('core.files.signed_place');
    const signed = pdf(nowhere, signature);
    expect(await taken(signed, 'a.pdf')).toEqual(Buffer.from(signed));
    const xml = ['_xmlsignatures/sig1.xml'];
    expect(await taken(word('word/media/image1.jpg', there, xml), 'a.docx')).toBe('core.files.signed_place');
    const doc = word('word/media/image1.jpg', nowhere, xml);
    expect(await taken(doc, 'a.docx')).toEqual(Buffer.from(doc));
  });

  test('a document without photos is kept byte for byte; a length that leads out of the file harms nothing', async () => {
    const plain = zipPacked(docxParts(paragraph('Hesabat')));
    expect(await taken(plain, 'a.docx')).toEqual(Buffer.from(plain));
    const cut = pdf(
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]), Buffer.from('Exif\0\0x', 'latin1')]),
    );
    const kept = await taken(cut, 'a.pdf');
    expect([kept.length, kept.includes('endstream\nendobj')]).toEqual([cut.length, true]);
    expect(await taken(Buffer.from('%PDF-1.7\nExif\0\0 %%EOF', 'latin1'), 'a.pdf')).toBeInstanceOf(Buffer);
  });
});
