import type { Configuration } from 'openid-client';

/** An OpenID provider by which people may come in, as the operator configured it. */
export interface ProviderSettings {
  /** Its issuer, an https address (http on this machine, for tests). */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people know it: "Regional account". */
  readonly name: string;
}

/** What must come back with the browser, kept by us alone meanwhile. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
}

/** Who somebody is there. `email` only when the provider says that it verified the address. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
}

/** Code flow with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1; RFC 9700). Every "no" is null. */
export interface Provider {
  readonly name: string;
  /** Where to send the browser; null: the provider does not answer. */
  begin(returnTo: string): Promise<(Errand & { readonly url: string }) | null>;
  /** `address`: the whole address with which the browser came back. */
  finish(address: URL, errand: Errand): Promise<Identified | null>;
}

/** Told what a provider did wrong, for the operator's log; people get a plain sentence. */
type OnTrouble = (error: unknown) => void;

/** Loaded with the first sign-in: pages need none of it. */
const library = () => import('openid-client');

export function openProvider(settings: ProviderSettings, onTrouble: OnTrouble): Provider {
  let found: Promise<Configuration> | null = null;
  const configuration = async (): Promise<Configuration> => {
    found ??= discover(settings);
    // A provider that was away is asked again by the next person.
    found.catch(() => {
      found = null;
    });
    return found;
  };
  const orNull = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      onTrouble(error);
      return null;
    }
  };
  return {
    name: settings.name,
    begin: (returnTo) =>
      orNull(async () => {
        const oidc = await library();
        const errand = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          verifier: oidc.randomPKCECodeVerifier(),
        };
        const url = oidc.buildAuthorizationUrl(await configuration(), {
          redirect_uri: returnTo,
          scope: 'openid email',
          state: errand.state,
          nonce: errand.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
          code_challenge_method: 'S256',
        });
        return { ...errand, url: url.href };
      }),
    finish: (address, errand) =>
      orNull(async () => {
        const oidc = await library();
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, address, {
          pkceCodeVerifier: errand.verifier,
          expectedState: errand.state,
          expectedNonce: errand.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) return null;
        // Many providers say the address only when asked for it by itself.
        const said = claims.email ? claims : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
        const email = said.email_verified === true && typeof said.email === 'string' ? said.email : null;
        return { issuer: claims.iss, subject: claims.sub, email };
      }),
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const oidc = await library();
  const url = new URL(issuer);
  const options = { timeout: 10, ...(url.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {}) };
  return oidc.discovery(url, clientId, clientSecret, undefined, options);
}
