import type { Answer, Web } from '#core/http/route.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { lookCookie, sessionCookie, setCookie, shortAgent, thresholdCookie } from '../rules.ts';
import type { Browser, Entered } from './commands.ts';

/** What every form of a way in brings along besides its proof. */
export const browserOf = (needs: Pick<IdentityNeeds, 'secure'>, web: Web, shared: boolean): Browser => ({
  shared,
  agent: shortAgent(web.header('user-agent')),
  replaces: web.cookie(sessionCookie(needs.secure)),
});

interface Arriving {
  readonly shared: boolean;
  readonly to: string;
  /** The page that asks for a code, where it is not the one in the language of this address. */
  readonly asks?: string;
}

/** The session goes into the browser, a look through another's eyes ends; or on to the page that asks for a code. */
export async function arrive(
  { secure }: Pick<IdentityNeeds, 'secure'>,
  web: Web,
  entered: Entered,
  { shared, to, asks }: Arriving,
): Promise<Answer> {
  if (entered.kind === 'threshold') {
    const cookies = [setCookie(thresholdCookie(secure), entered.token, secure)];
    return { kind: 'redirect', to: asks ?? web.at('/sign-in/code'), cookies };
  }
  // On a phone of several people the cookie goes with the browser's window, too.
  const until = shared ? undefined : { now: web.now, endsAt: entered.endsAt };
  const cookies = [
    setCookie(sessionCookie(secure), entered.token, secure, until),
    setCookie(lookCookie(secure), '', secure),
    setCookie(thresholdCookie(secure), '', secure),
  ];
  // From now on this device is counted apart from the others behind the same address.
  if (!shared) cookies.push(...(await web.deviceCookies(entered.person)));
  return { kind: 'redirect', to, cookies };
}
