import { canonicalJson } from '#core/canonical-json.ts';
import { xlsx } from '#core/sheets/excel.ts';
import { xFormOf } from '../../exchange/writing/forms.ts';
import { xlsFormOf } from '../../exchange/writing/rules.ts';
import type { Questionnaire } from '../schema.ts';

/** Ways in which a questionnaire is taken away, by the ending of the file. */
export const FILES = ['xlsx', 'xml', 'json'] as const;
export type FileKind = (typeof FILES)[number];

const TYPES: Readonly<Record<FileKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export const typeOf = (kind: FileKind): string => TYPES[kind];

/**
 * The questionnaire as a file: XLSForm (https://xlsform.org), XForm (https://getodk.github.io/xforms-spec/), or canonical
 * JSON (RFC 8785), whose SHA-256 is the mark of the edition. Null: an unfinished one makes no XForm.
 */
export async function fileOf(kind: FileKind, questionnaire: Questionnaire): Promise<string | Uint8Array | null> {
  if (kind === 'xlsx') return xlsx(xlsFormOf(questionnaire));
  return kind === 'xml' ? xFormOf(questionnaire) : canonicalJson(questionnaire);
}
