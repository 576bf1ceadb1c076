import { post, type Route, redirect, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idOf } from '../people/forms.ts';
import { tell } from './commands.ts';
import { CALL_KINDS } from './schema.ts';

/** The tick "told by phone"; the list itself lies on the desk. */
export const callRoutes: readonly Route[] = [
  post('/calls/:kind/:id/tellings', async (web) => {
    const [kind, id] = [CALL_KINDS.find((one) => one === web.params.kind), idOf(web.params.id)];
    if (!kind || !id) return refused({ kind: 'not_found', message: message('identity.calls.refused_nothing') });
    const told = await web.perform(tell, { kind, id });
    return told.ok ? redirect(web.at('/desk?done=told#calls')) : refused(told.refusal);
  }),
];
