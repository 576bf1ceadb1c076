import { type Answer, getTop, page, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { isPerson, refusalOf } from '../access.ts';
import { recoveriesLeft, standingAuthenticator } from '../authenticators/queries.ts';
import { passkeysOf } from '../passkeys/queries.ts';
import { passwordOf } from '../passwords/queries.ts';
import { findPerson } from '../people/queries.ts';
import { noPerson } from '../people/routes.ts';
import { linkedSince } from '../providers/queries.ts';
import type { IdentityNeeds } from '../schema.ts';
import { WaysPage } from './pages/ways.tsx';

/** All ways in of one person, on their own page. */
export const wayRoutes = (needs: IdentityNeeds): readonly Route[] => [
  getTop('/me/ways', (web) => waysPage(needs, web)),
];

const DONE = [
  'password_set',
  'password_removed',
  'authenticator_removed',
  'passkey_added',
  'passkey_removed',
  'provider_linked',
  'provider_removed',
] as const;

async function waysPage(needs: IdentityNeeds, web: Web): Promise<Answer> {
  const { actor, lang, db } = web;
  const refusal = refusalOf(actor, isPerson(actor));
  if (refusal || actor.kind !== 'person') return refusal ? refused(refusal) : redirect(web.at('/sign-in'));
  const person = await findPerson(db, actor.id);
  if (!person) return noPerson;
  const password = await passwordOf(db, actor.id);
  const standing = await standingAuthenticator(db, actor.id);
  const done = DONE.find((one) => one === web.url.searchParams.get('done'));
  const moment = (at: Date): string => lang.moment(at, web.forum.zone);
  const since = await linkedSince(db, actor.id);
  const main = WaysPage({
    lang,
    at: web.at,
    done: done ? lang.t(`identity.ways.done.${done}`) : null,
    email: person.email,
    password: password && { setAt: moment(password.setAt), userName: password.userName },
    passkeys: (await passkeysOf(db, actor.id)).map((passkey) => ({
      id: passkey.id,
      device: passkey.agent || lang.t('identity.me.unknown_device'),
      madeAt: moment(passkey.madeAt),
      usedAt: passkey.usedAt ? moment(passkey.usedAt) : null,
    })),
    provider: needs.provider && { name: needs.provider.name, since: since && moment(since) },
    mayAddPasskey: needs.passkeys !== null,
    authenticator: standing && {
      since: moment(standing.confirmedAt ?? standing.madeAt),
      left: await recoveriesLeft(db, standing.id),
    },
  });
  return page({ title: lang.t('identity.ways.title'), noindex: true, main });
}
