import { post, type Route, redirect, refused } from '#core/http/route.ts';
import { markSeen } from './commands.ts';
import { sizeSeen } from './forms.ts';

/** The press that moves the mark; opening the desk never does. */
export const newsRoutes: readonly Route[] = [
  post('/desk/seen', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const marked = await web.perform(markSeen, { size: sizeSeen(posted.value) });
    return marked.ok ? redirect(web.at('/desk?done=seen')) : refused(marked.refusal);
  }),
];
