import { type Answer, page, type Web } from '#core/http/route.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { DutiesFirst } from '../pages/duties-first.tsx';

/** In the place of a form that stores names: why it is closed, until the operator has answered; null: it is open. */
export async function closedByDuties(needs: IdentityNeeds, web: Web): Promise<Answer | null> {
  if (!needs.mayStorePeople || (await needs.mayStorePeople(web.db, web.forum))) return null;
  const main = DutiesFirst({ lang: web.lang });
  return page({ title: web.lang.t('identity.people.add'), noindex: true, main }, 403);
}
