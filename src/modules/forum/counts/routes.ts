import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayKeepSeats } from '../access.ts';
import { again, formPage, stranger } from '../routes.ts';
import { seatingOf } from '../seats/queries.ts';
import { countPeople } from './commands.ts';
import { readCount } from './forms.ts';
import { CountForm } from './pages/count-form.tsx';

async function form(web: Web, of: Filled): Promise<Answer> {
  const { db, forum, lang } = web;
  const { constituencies } = await seatingOf(db, forum.id);
  const groups = constituencies.map(({ id, name }) => ({ value: id as string, label: lang.pick(name) }));
  const main = CountForm({ of, groups, action: web.at('/members/counts'), back: web.at('/members') });
  return formPage(web, lang.t('forum.counts.enter'), [], main, of);
}

/** Women and men by constituency: numbers that staff enters. */
export const countRoutes: readonly Route[] = [
  get('/members/counts/new', async (web) => {
    const no = stranger(web, mayKeepSeats(web.actor, web.forum));
    return no ?? form(web, filled(web.lang, { on: web.today }));
  }),
  post('/members/counts', async (web) => {
    const no = stranger(web, mayKeepSeats(web.actor, web.forum));
    if (no) return no;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readCount(posted.value);
    const made = read.ok ? await web.perform(countPeople, read.value) : read;
    if (made.ok) return redirect(`${web.at('/members')}?done=counted#composition`);
    return again(web, posted.value, made, (of) => form(web, of));
  }),
];
