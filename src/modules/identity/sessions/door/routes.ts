import { type Answer, page, type Web } from '#core/http/route.ts';
import { type Filled, filled } from '#ui/filled.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { type Doors, SignInPage } from '../pages/sign-in.tsx';

/** The page with all ways in. `refused` is the form that was sent and not taken, with what stands in it. */
export function doorPage(
  needs: Pick<IdentityNeeds, 'passkeys' | 'provider'>,
  web: Web,
  refused: Partial<Doors> = {},
  status = 422,
): Answer {
  const { lang, actor } = web;
  const empty: Filled = filled(lang);
  const main = SignInPage({
    lang,
    of: { link: empty, password: empty, letter: empty, ...refused },
    at: web.at,
    current: actor.kind === 'person' ? { name: actor.name, href: web.at('/me') } : null,
    passkeys: needs.passkeys !== null,
    provider: needs.provider?.name ?? null,
    done: doneOf(web),
  });
  const title = lang.t('identity.sign_in.title');
  return page({ title, main }, Object.keys(refused).length > 0 ? status : 200);
}

function doneOf({ url, lang }: Web): string | null {
  const done = url.searchParams.get('done');
  if (done === 'signed_out') return lang.t('identity.sign_in.signed_out');
  return done === 'letter' ? lang.t('identity.letter.done') : null;
}
