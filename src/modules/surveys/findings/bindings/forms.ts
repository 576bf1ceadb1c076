import type * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { FieldReading } from '#core/reading.ts';
import type { FindingId } from '../schema.ts';
import type { bindFinding } from './commands.ts';
import { FORMS, USES } from './schema.ts';

type Asked = v.InferOutput<ReturnType<typeof bindFinding>['input']>;

/** What a finding shall be used for; of an indicator the field `indicator` counts, of evidence `evaluation`. */
export function readUse(posted: Posted, finding: FindingId): Result<Asked> {
  const read = new FieldReading(posted);
  const use = USES.find((one) => one === posted.text('use'));
  if (!use) read.wrong('use', message('surveys.findings.binding.wrong.use'));
  const field = use === 'evidence' ? 'evaluation' : 'indicator';
  const of = posted.text(field);
  if (use && !isId(of)) read.wrong(field, message(`surveys.findings.binding.wrong.${field}`));
  const form = FORMS.find((one) => one === posted.text('form')) ?? 'share';
  return read.end({ finding, use: use!, of, form });
}
