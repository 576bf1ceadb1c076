import { type FileKind, fileKind } from '#core/files/kind.ts';
import { decodeText } from '#core/files/letters.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { readSeparated } from './csv.ts';
import { type Counter, Refused, type Table } from './table.ts';
import { readWord } from './word.ts';
import { readBinaryWorkbook, readZippedWorkbook } from './workbook.ts';

/** Reads one file, whatever it is. Throws Refused. Runs in the worker: it may take long and may be stopped. */
export async function readFile(bytes: Uint8Array, name: string): Promise<Table[]> {
  const counter: Counter = { cells: 0 };
  const tables = await byKind(fileKind(bytes), bytes, name, counter);
  if (tables.every((table) => table.rows.length === 0)) throw new Refused(message('core.sheets.empty', { name }));
  return tables;
}

async function byKind(kind: FileKind, bytes: Uint8Array, name: string, counter: Counter): Promise<Table[]> {
  switch (kind) {
    case 'text':
      return [readText(bytes, name, counter)];
    case 'workbook':
      return readZippedWorkbook(bytes, name, counter);
    case 'old_workbook':
      return readBinaryWorkbook(bytes, name, counter);
    case 'word':
      return readWord(bytes, name, counter);
    // Unpacking says whether such an archive is broken or too large.
    case 'broken_zip':
      return readZippedWorkbook(bytes, name, counter);
    case 'locked':
      throw new Refused(message('core.sheets.locked', { name }));
    default:
      throw new Refused(refusalOf(kind, name), 'unsupported');
  }
}

function refusalOf(kind: 'old_word' | 'pdf' | 'image' | { readonly other: string }, name: string): Message {
  if (kind === 'old_word') return message('core.sheets.old_word', { name });
  if (kind === 'pdf') return message('core.sheets.pdf', { name });
  if (kind === 'image') return message('core.sheets.image', { name });
  return message('core.sheets.found_kind', { name, found: kind.other });
}

function readText(bytes: Uint8Array, name: string, counter: Counter): Table {
  const decoded = decodeText(bytes);
  if ('binary' in decoded) {
    if (decoded.binary) throw new Refused(message('core.sheets.unknown_kind', { name }), 'unsupported');
    throw new Refused(message('core.sheets.bad_encoding', { name, found: decoded.found }));
  }
  const table = readSeparated(decoded.text, name, counter);
  if (!decoded.guessed) return table;
  const said = message('core.sheets.warn.encoding', { encoding: decoded.encoding });
  return { ...table, warnings: [said, ...table.warnings] };
}
