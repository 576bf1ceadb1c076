import { post, type Route, redirect, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import type { ReminderId } from '../schema.ts';
import { tellByPhone } from './commands.ts';

/** The tick "told by phone", pressed on the desk. */
export const reminderRoutes: readonly Route[] = [
  post('/obligations/reminders/:reminder/telling', async (web) => {
    const reminder = web.params.reminder ?? '';
    if (!isId(reminder)) return refused({ kind: 'not_found', message: message('obligations.refused.no_reminder') });
    const made = await web.perform(tellByPhone, { reminder: reminder as ReminderId });
    return made.ok ? redirect(`${web.at('/desk')}#tell`) : refused(made.refusal);
  }),
];
