import { post, type Route, redirect, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { handedOver, invite } from '../../letters/invitation/routes.ts';
import { idOf } from '../../people/forms.ts';
import { crumbs, noPerson } from '../../people/routes.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { makeLink, withdrawLink } from '../commands.ts';

/** Making a sign-in link for somebody: to hand over, or as an invitation by e-mail; sending it anew; taking it back. */
export const linkRoutes = (needs: IdentityNeeds): readonly Route[] => [
  post('/people/:person/links', async (web) => {
    const id = idOf(web.params.person);
    if (!id) return noPerson;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const send = posted.value.text('send') === 'yes';
    const made = await web.perform(makeLink, { person: id, send });
    if (!made.ok) return refused(made.refusal);
    const invitation = { made: made.value, crumbs: crumbs(web) };
    return send ? invite(needs, web, invitation) : handedOver(needs, web, invitation, null);
  }),
  post('/people/:person/links/:link/withdrawal', async (web) => {
    const link = idOf(web.params.link);
    if (!link) return refused({ kind: 'not_found', message: message('identity.refused.link_over') });
    const taken = await web.perform(withdrawLink, { link });
    return taken.ok
      ? redirect(web.at(`/people/${taken.value.person}?done=link_withdrawn#link`))
      : refused(taken.refusal);
  }),
];
