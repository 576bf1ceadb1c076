import * as v from 'valibot';

const TEXT = v.pipe(v.string(), v.maxLength(20_000));

/** The parts of a browser's answer of which we speak ourselves; the rest is judged by the verifier. */
const ANSWER = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,1400}$/)),
  response: v.looseObject({ clientDataJSON: TEXT }),
});
const CLIENT_DATA = v.looseObject({ challenge: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)) });

export interface PasskeyAnswer {
  /** Which passkey speaks. */
  readonly credential: string;
  /** Which question it claims to answer. */
  readonly challenge: string;
  readonly whole: unknown;
}

/** What a browser sent in place of a passkey's answer; null: nonsense. */
export function passkeyAnswer(text: string): PasskeyAnswer | null {
  const answer = v.safeParse(ANSWER, jsonOf(text));
  if (!answer.success) return null;
  const said = v.safeParse(CLIENT_DATA, jsonOf(textOf(answer.output.response.clientDataJSON)));
  return said.success ? { credential: answer.output.id, challenge: said.output.challenge, whole: answer.output } : null;
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** base64url of UTF-8; null when it is neither. */
function textOf(base64url: string): string | null {
  try {
    const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)));
  } catch {
    return null;
  }
}
