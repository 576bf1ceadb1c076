import type { Result } from '#core/errors/result.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { signaturesOf } from '../queries.ts';
import { draftPage, type Opened, openedVersion, pathOf } from '../reading/routes.ts';
import { signVersion } from './commands.ts';
import { readSignature } from './forms.ts';
import { SignatureForm } from './pages/signature-form.tsx';

const isAdopted = (version: Opened['version']): boolean => version.adoption !== null;

async function form(web: Web, { document, version }: Opened, of: Filled): Promise<Answer> {
  const { lang, db, forum } = web;
  const signatures = await signaturesOf(db, forum.id, version.id);
  const all = await bodiesOf(db, forum.id);
  const open = all.filter((body) => body.to === null && !signatures.some((one) => one.body === body.id));
  const back = pathOf(web, { slug: document.slug, number: version.number });
  const main = SignatureForm({
    ...{ lang, of, signatures, back, action: `${back}/signatures`, today: web.today },
    document: lang.pick(document.title),
    bodies: open
      .map((body) => ({ value: body.id, label: lang.pick(body.name) }))
      .sort((a, b) => lang.compare(a.label, b.label)),
    names: new Map(all.map((body) => [body.id, body.name])),
    done: web.url.searchParams.get('done') === 'signed',
  });
  return draftPage(web, lang.t('forum.documents.sign.title'), main, of);
}

async function sign(web: Web): Promise<Answer> {
  const opened = await openedVersion(web, isAdopted);
  if (!opened.ok) return refused(opened.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { document, version } = opened.value;
  const read = readSignature(posted.value, version.id, web.lang.code);
  const made: Result<unknown> = read.ok ? await web.perform(signVersion, read.value) : read;
  const back = pathOf(web, { slug: document.slug, number: version.number });
  if (made.ok) return redirect(`${back}/signatures?done=signed`);
  return made.refusal.fields
    ? form(web, opened.value, filled(web.lang, keep(posted.value), made.refusal.fields))
    : refused(made.refusal);
}

/** Entering who signed. */
export const signatureRoutes: readonly Route[] = [
  get('/documents/:document/versions/:version/signatures', async (web) => {
    const opened = await openedVersion(web, isAdopted);
    if (!opened.ok) return refused(opened.refusal);
    return form(web, opened.value, filled(web.lang, { on: opened.value.version.adoption?.on ?? web.today }));
  }),
  post('/documents/:document/versions/:version/signatures', sign),
];
