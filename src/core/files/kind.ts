import { isZip, zipNames } from './zip.ts';

/** What a file is by its content; names and media types that came with it prove nothing. */
export type FileKind =
  | 'text'
  | 'workbook'
  | 'old_workbook'
  | 'word'
  | 'old_word'
  | 'locked'
  | 'pdf'
  | 'image'
  | 'broken_zip'
  | { readonly other: string };

/** Looks at the first bytes, and for archives at the names inside. */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (isZip(bytes)) return zipKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes);
  if (head.includes('%PDF-')) return 'pdf';
  if (
    /^(\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(heic|heix|mif1|avif))/s.test(
      head,
    )
  )
    return 'image';
  if (head.startsWith('{\\rtf')) return { other: 'RTF' };
  if (['\x1f\x8b', 'BZh', '7z\xbc\xaf', 'Rar!'].some((mark) => head.startsWith(mark))) return { other: 'ZIP' };
  const marked = /^(?:\xef\xbb\xbf)?\s*<(\?xml|!doctype html|html|table|meta)\b/i.exec(head)?.[1]?.toLowerCase();
  if (marked) return { other: marked === '?xml' ? 'XML' : 'HTML' };
  return 'text';
}

function zipKind(bytes: Uint8Array): FileKind {
  const names = zipNames(bytes);
  // Sizes that are too large are judged again, and named, when the archive is unpacked.
  if (!names.ok) return names.why === 'locked' ? 'locked' : 'broken_zip';
  const has = (pattern: RegExp): boolean => names.value.some((name) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/)) return 'word';
  if (has(/^xl\/workbook\d*\.(xml|bin)$/) || has(/(^|\/)worksheets\/sheet\d+\.(xml|bin)$/)) return 'workbook';
  if (has(/^content\.xml$/)) return openDocumentKind(bytes);
  if (has(/^ppt\//)) return { other: 'PowerPoint' };
  return { other: 'ZIP' };
}

/** OpenDocument writes its kind uncompressed into the first entry, "mimetype". */
function openDocumentKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  if (head.includes('opendocument.text')) return { other: 'ODT' };
  return head.includes('opendocument.presentation') ? { other: 'ODP' } : 'workbook';
}

/** Old Office files keep a directory of streams with names in UTF-16. */
function compoundKind(bytes: Uint8Array): FileKind {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string): boolean => content.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return 'locked';
  if (has('WordDocument')) return 'old_word';
  if (has('Workbook') || has('Book')) return 'old_workbook';
  return has('PowerPoint Document') ? { other: 'PowerPoint' } : { other: 'OLE' };
}
