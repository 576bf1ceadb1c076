import * as v from 'valibot';
import { idShape } from '#core/ids.ts';
import type { BallotId } from '../schema.ts';
import type { SecretSlip } from './schema.ts';

const MOST_LETTERS = 1_000;
const MOST_OPTIONS = 200;
const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(MOST_LETTERS));
const constituency = v.pipe(v.string(), v.maxLength(100));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const slip = v.custom<SecretSlip>(
  (said) =>
    (typeof said === 'string' && ['for', 'against', 'abstain', 'blank'].includes(said)) ||
    (Array.isArray(said) &&
      said.length <= MOST_OPTIONS &&
      said.every((mark) => Number.isSafeInteger(mark) && mark >= 0)),
);
const ballot = idShape<BallotId>();

export const urnsShape = v.object({
  ballot,
  urns: v.pipe(
    v.array(v.object({ constituency, publicKey: base64url, sealed: v.pipe(v.string(), v.maxLength(4_000)) })),
    v.minLength(1),
    v.maxLength(100),
  ),
});

/** `blinded`: SHA-256 (hex) of what was signed blind. */
export const paperShape = v.object({ ballot, key: v.pipe(v.string(), v.maxLength(100)), blinded: hash });

export const voteShape = v.object({ ballot, prepared: base64url, signature: base64url, slip });
