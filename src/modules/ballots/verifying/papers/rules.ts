import { codeFrom } from '#core/typed-code.ts';
import type { Slip } from '../../tallies/schema.ts';
import type { Sha256 } from '../recounting/rules.ts';
import type { BallotExport } from '../schema.ts';

/** RSASSA-PSS-VERIFY of RFC 9474's suite: is this the signature of the key over the prepared message? */
export type IsSigned = (key: Uint8Array, prepared: Uint8Array, signature: Uint8Array) => boolean;

/** Bytes of chance before the message (RFC 9474, section 4.1). */
const RANDOM = 32;
/** Letters of a tracker code, in groups of four. */
const LETTERS = 12;

/** What is signed behind 32 random bytes: for which ballot and urn the paper is; `box` null: the urn of all. */
export const messageFor = (ballot: string, box: string | null): string => `ortaq secret ballot ${ballot} ${box ?? ''}`;

/** The code by which a voter finds the own slip: the first letters of SHA-256 of the prepared message, "K3F7-9QXM-2HTR". */
const trackerOf = (sha256: Sha256, prepared: Uint8Array): string =>
  (codeFrom(sha256(prepared).subarray(0, LETTERS)).match(/.{4}/g) ?? []).join('-');

/** What lies in the urns of a secret vote from afar; `constituency` '': of all. Texts in base64url without padding. */
export interface Papers {
  readonly urns: readonly { readonly constituency: string; readonly publicKey: string }[];
  readonly votes: readonly {
    readonly constituency: string;
    readonly slip: Slip;
    readonly prepared: string;
    readonly signature: string;
  }[];
}

/** The papers as the file shows them: by their codes, so that nobody learns in which order they came. */
export function paperSlips(sha256: Sha256, { urns, votes }: Papers): BallotExport['slips'] {
  const of = votes.map(({ constituency, slip, prepared, signature }) => ({
    tracker: trackerOf(sha256, bytesOf(prepared) ?? new Uint8Array(LETTERS)),
    ...{ box: boxOf(constituency), slip, prepared, signature },
  }));
  return {
    keys: urns.map(({ constituency, publicKey }) => ({ box: boxOf(constituency), key: publicKey })),
    of: of.sort((a, b) => (a.tracker < b.tracker ? -1 : 1)),
  };
}
const boxOf = (constituency: string): string | null => (constituency === '' ? null : constituency);

/** Each slip is a paper of this ballot and its urn, signed with the urn's key, under the code that follows from it. */
export function arePapers(sha256: Sha256, isSigned: IsSigned, { ballot, slips }: BallotExport): boolean {
  const keys = new Map(slips.keys.map(({ box, key }) => [box, bytesOf(key)]));
  return slips.of.every(({ tracker, box, prepared, signature }) => {
    const [key, paper, signed] = [keys.get(box), bytesOf(prepared), bytesOf(signature)];
    if (!key || !paper || !signed || paper.length < RANDOM) return false;
    const message = new TextDecoder().decode(paper.subarray(RANDOM));
    return (
      message === messageFor(ballot.id, box) && trackerOf(sha256, paper) === tracker && isSigned(key, paper, signed)
    );
  });
}

/** base64url without padding (RFC 4648, section 5); null: it is none. */
function bytesOf(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
