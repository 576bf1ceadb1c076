import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** By which passkeys know this installation (W3C Web Authentication Level 3, 5.1.2). */
interface PasskeySite {
  /** Host name without port; passkeys are made for it and for nothing else. */
  readonly host: string;
  /** Scheme, host and port from which answers must come. */
  readonly origin: string;
}

/** What is kept of a passkey: nothing secret. */
export interface PasskeyKept {
  /** base64url */
  readonly credential: string;
  /** COSE key, base64url */
  readonly publicKey: string;
  readonly counter: number;
  /** "internal,hybrid" */
  readonly transports: string;
}

/**
 * Asks browsers for passkeys and judges their answers; every "no" is null, whatever the library says. The person must
 * have shown the device who they are (finger, face, PIN): a passkey counts as both steps.
 */
export interface PasskeyVerifier {
  /** `options` for the browser, as JSON. `person`: an id that says nothing about them. */
  askForNew(asked: {
    readonly challenge: string;
    readonly person: string;
    readonly name: string;
    readonly known: readonly PasskeyKept[];
  }): Promise<object>;
  askForUse(challenge: string): Promise<object>;
  judgeNew(answer: unknown, challenge: string): Promise<PasskeyKept | null>;
  /** The new counter; null: not an answer of this passkey to this challenge. */
  judgeUse(answer: unknown, challenge: string, kept: PasskeyKept): Promise<{ readonly counter: number } | null>;
}

/** Browsers hand out passkeys on https and on localhost only; null elsewhere: then none are offered. */
export function passkeysFor(publicUrl: string): PasskeyVerifier | null {
  const { protocol, hostname, origin } = new URL(publicUrl);
  return protocol === 'https:' || hostname === 'localhost' ? verifierOf({ host: hostname, origin }) : null;
}

/**
 * In place of a passkey that we do not know: it is judged all the same, so that the work does not tell. Its key is the
 * base point of P-256 (FIPS 186-5), for which anybody can sign: whatever is judged by it lets nobody in.
 */
export const NOBODYS_PASSKEY: PasskeyKept = {
  credential: 'AA',
  publicKey: 'pQECAyYgASFYIGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWIlggT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
  counter: 0,
  transports: '',
};

/** Signatures that every phone and computer can make: ES256, EdDSA, RS256 (IANA COSE registry). */
const SIGNATURES = [-7, -8, -257];

/** Loaded with the first passkey: it holds several megabytes. */
const library = () => import('@simplewebauthn/server');

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

function verifierOf({ host, origin }: PasskeySite): PasskeyVerifier {
  const expected = { expectedOrigin: origin, expectedRPID: host, requireUserVerification: true };
  return {
    askForNew: async ({ challenge, person, name, known }) =>
      (await library()).generateRegistrationOptions({
        rpName: host,
        rpID: host,
        userID: bytesOf(Buffer.from(person).toString('base64url')),
        userName: name,
        challenge: bytesOf(challenge),
        attestationType: 'none',
        supportedAlgorithmIDs: SIGNATURES,
        excludeCredentials: known.map((kept) => ({ id: kept.credential })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      }),
    askForUse: async (challenge) =>
      (await library()).generateAuthenticationOptions({
        rpID: host,
        challenge: bytesOf(challenge),
        userVerification: 'required',
      }),
    judgeNew: async (answer, challenge) => {
      const { verifyRegistrationResponse } = await library();
      const response = answer as RegistrationResponseJSON;
      const judged = await verifyRegistrationResponse({
        ...expected,
        response,
        expectedChallenge: challenge,
        supportedAlgorithmIDs: SIGNATURES,
      }).catch(() => null);
      const made = judged?.verified ? judged.registrationInfo.credential : null;
      return made
        ? {
            credential: made.id,
            publicKey: Buffer.from(made.publicKey).toString('base64url'),
            counter: made.counter,
            transports: (made.transports ?? []).join(','),
          }
        : null;
    },
    judgeUse: async (answer, challenge, kept) => {
      const { verifyAuthenticationResponse } = await library();
      const response = answer as AuthenticationResponseJSON;
      const credential = { id: kept.credential, publicKey: bytesOf(kept.publicKey), counter: kept.counter };
      const judged = await verifyAuthenticationResponse({
        ...expected,
        response,
        expectedChallenge: challenge,
        credential,
      }).catch(() => null);
      return judged?.verified ? { counter: judged.authenticationInfo.newCounter } : null;
    },
  };
}
