import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { idShape, isId } from '#core/ids.ts';
import { dayShape } from '#core/shapes.ts';
import { Fields, lineShape, textsShape } from '../forms.ts';
import type { VersionId } from '../schema.ts';

export const signatureShape = v.object({
  version: idShape<VersionId>(),
  body: idShape(),
  capacity: v.nullable(textsShape),
  on: dayShape,
});

export function readSignature(
  posted: Posted,
  version: VersionId,
  language: LanguageCode,
): Result<v.InferOutput<typeof signatureShape>> {
  const read = new Fields(posted);
  const body = read.line('body');
  if (!isId(body)) read.wrong('body', message('forum.documents.wrong.body'));
  const capacity = read.line('capacity');
  return read.end({ version, body, capacity: capacity ? { [language]: capacity } : null, on: read.day('on') });
}

export const mistakeShape = v.object({ version: idShape<VersionId>(), signature: idShape(), reason: lineShape });

export function readMistake(
  posted: Posted,
  { version, signature }: { readonly version: VersionId; readonly signature: string },
): Result<v.InferOutput<typeof mistakeShape>> {
  const read = new Fields(posted);
  const reason = read.line('reason');
  if (reason === '') read.wrong('reason', message('forum.wrong.no_reason'));
  return read.end({ version, signature, reason });
}
