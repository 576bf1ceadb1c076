import { OFFICE_LIMITS, type ZipPart, type ZipTrouble } from '#core/files/zip.ts';
import { message } from '#core/i18n/message.ts';
import { Refused } from './table.ts';

/**
 * Refuses definitions inside the XML of a document: Word, Excel and OpenDocument never write any, and entities that
 * stand for entities grow without end. UTF-16 parts would hide them from this look and are refused too.
 */
export function judgeXml(parts: readonly ZipPart[], name: string): void {
  for (const part of parts) {
    if (!/\.(xml|rels)$/i.test(part.name)) continue;
    const bytes = Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength);
    const wide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
    if (wide || bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY'))
      throw new Refused(message('core.sheets.entities', { name }));
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

export function refuseZip(why: ZipTrouble, name: string, kind: string): Refused {
  if (why === 'locked') return new Refused(message('core.sheets.locked', { name }));
  if (why === 'broken') return new Refused(message('core.sheets.broken', { name, kind }));
  if (why === 'too_tight') return new Refused(message('core.sheets.packed_too_tight', { name }), 'too_large');
  return new Refused(
    message('core.sheets.unpacks_too_big', { name, max: megabytes(OFFICE_LIMITS.unpacked) }),
    'too_large',
  );
}
