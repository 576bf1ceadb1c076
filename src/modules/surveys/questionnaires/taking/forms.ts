import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import type { Table } from '#core/sheets/table.ts';
import { questionnaireOf } from '../../exchange/questionnaire/rules.ts';
import type { Issue } from '../../exchange/schema.ts';
import { readXlsForm } from '../../exchange/sheets/forms.ts';
import { questionnaireShape } from '../drafts/forms.ts';
import { nameFrom } from '../naming/rules.ts';
import type { Questionnaire } from '../schema.ts';

/** What stands in a file: the questionnaire where nothing is wrong with it, and everything there is to say. */
export interface Looked {
  readonly questionnaire: Questionnaire | null;
  readonly issues: readonly Issue[];
  /** It was read, but holds more, or longer names and texts, than a questionnaire here may. */
  readonly tooMuch: boolean;
}

/** Reads the sheets of an XLSForm; `fileName` names a form that does not name itself. */
export function lookAt(tables: readonly Table[], fileName: string): Looked {
  const name = nameFrom(fileName.replace(/\.[a-z]{3,4}$/i, ''), 'anket');
  const { form, issues } = readXlsForm(tables, { name, id: name });
  if (!form) return { questionnaire: null, issues, tooMuch: false };
  const made = questionnaireOf(form);
  const all = [...issues, ...made.issues];
  if (!made.ok) return { questionnaire: null, issues: all, tooMuch: false };
  const fits = v.is(questionnaireShape, made.questionnaire);
  return { questionnaire: fits ? made.questionnaire : null, issues: all, tooMuch: !fits };
}

/** A field of a form holds no more than 100,000 characters. */
const PIECE = 90_000;
const MOST_PIECES = 40;
const MOST_BYTES = 16 * 1024 * 1024;

/** A questionnaire as unseen fields of a form: looked at and not yet kept, it lies on no server. */
export function packed(questionnaire: Questionnaire): Readonly<Record<string, string>> {
  const text = deflateRawSync(JSON.stringify(questionnaire)).toString('base64');
  const pieces = text.match(new RegExp(`.{1,${PIECE}}`, 'g')) ?? [];
  return Object.fromEntries(pieces.map((piece, i) => [`content_${i}`, piece]));
}

/** The questionnaire in the unseen fields; null: what came is none. */
export function unpacked(text: (name: string) => string): Questionnaire | null {
  const pieces = Array.from({ length: MOST_PIECES }, (_, i) => text(`content_${i}`));
  try {
    const bytes = inflateRawSync(Buffer.from(pieces.join(''), 'base64'), { maxOutputLength: MOST_BYTES });
    const read = v.safeParse(questionnaireShape, JSON.parse(bytes.toString('utf8')));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
