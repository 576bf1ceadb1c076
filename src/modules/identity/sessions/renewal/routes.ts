import { type Answer, postTop, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { sessionCookie, setCookie } from '../rules.ts';
import { endOtherSessions, type Renewed } from './commands.ts';

/** Signing out everywhere but here. */
export const renewalRoutes = (needs: IdentityNeeds): readonly Route[] => [
  postTop('/me/sessions/others/closure', async (web) => {
    const ended = await web.perform(endOtherSessions, { session: web.cookie(sessionCookie(needs.secure)) });
    return ended.ok ? redirect(web.at('/me?done=others#sessions')) : refused(ended.refusal);
  }),
];

/** Goes on under the fresh token of a session whose person changed a way in. */
export function goOn({ secure }: Pick<IdentityNeeds, 'secure'>, web: Web, renewed: Renewed, to: string): Answer {
  return { kind: 'redirect', to, cookies: [renewedCookie(secure, web, renewed)] };
}

export const renewedCookie = (secure: boolean, web: Web, { token, endsAt, shared }: Renewed): string =>
  setCookie(sessionCookie(secure), token, secure, shared ? undefined : { now: web.now, endsAt });
