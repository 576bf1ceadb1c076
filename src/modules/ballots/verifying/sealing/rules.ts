import { canonicalJson, jsonHash } from '#core/canonical-json.ts';
import type { Result } from '../../tallies/schema.ts';
import { rollHash, type Sha256, type Taken } from '../recounting/rules.ts';
import { FORMAT, VERSION } from '../schema.ts';

/**
 * The file of a closed ballot, one line of canonical JSON, and its seal, which belongs into the record of the closing.
 * `result`: as it was kept when the ballot was closed.
 */
export function writeExport(
  sha256: Sha256,
  { roll, ...taken }: Taken,
  result: Result,
): { text: string; sealed: string } {
  const whole = {
    format: FORMAT,
    version: VERSION,
    ...taken,
    roll: { ...roll, sha256: rollHash(sha256, roll) },
    result,
  };
  const sealed = jsonHash(sha256, whole);
  return { text: `${canonicalJson({ ...whole, sealed })}\n`, sealed };
}
