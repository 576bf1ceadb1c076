import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayConfirm } from '../access.ts';
import { confirmCheckpoint } from './commands.ts';
import { sizeOf } from './forms.ts';
import { ConfirmForm } from './pages/confirm-form.tsx';
import { noteOver } from './queries.ts';

const ADDRESS = '/log/checkpoints/:size/cosignatures';

async function formPage(web: Web, of: Filled, status: number): Promise<Answer> {
  const verdict = mayConfirm(web.actor, web.forum.id);
  if (!verdict.may)
    return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
  const size = sizeOf(web.params.size);
  const note = size && (await noteOver(web.db, web.forum.id, size));
  if (!note) return refused({ kind: 'not_found', message: message('opendata.confirm.no_checkpoint') });
  const action = web.at(`/log/checkpoints/${size}/cosignatures`);
  const main = ConfirmForm({ of, note, action, back: web.at('/log') });
  return page({ title: web.lang.t('opendata.confirm.title'), main, noindex: true }, status);
}

/** A member's signature under a head of the forum's log. */
export const cosigningRoutes: readonly Route[] = [
  get(`${ADDRESS}/new`, async (web) => formPage(web, filled(web.lang), 200)),
  post(ADDRESS, async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const [key, signature] = [posted.value.text('key'), posted.value.text('signature')];
    const confirmed = await web.perform(confirmCheckpoint, { size: sizeOf(web.params.size) ?? 1, key, signature });
    if (confirmed.ok) return redirect(web.at('/log?done=confirmed'));
    const { fields } = confirmed.refusal;
    return fields ? formPage(web, filled(web.lang, keep(posted.value), fields), 422) : refused(confirmed.refusal);
  }),
];
