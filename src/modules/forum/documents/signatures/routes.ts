import { type Result, refuse } from '#core/errors/result.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodiesOf, bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { signaturesOf } from '../queries.ts';
import { draftPage, type Opened, openedVersion, pathOf } from '../reading/routes.ts';
import type { Signature } from '../schema.ts';
import { mistakeSignature, signVersion } from './commands.ts';
import { readMistake, readSignature } from './forms.ts';
import { MistakeForm } from './pages/mistake-form.tsx';
import { SignatureForm } from './pages/signature-form.tsx';

const isAdopted = (version: Opened['version']): boolean => version.adoption !== null;

const DONE = ['signed', 'mistaken'] as const;

async function form(web: Web, { document, version }: Opened, of: Filled): Promise<Answer> {
  const { lang, db, forum } = web;
  const signatures = await signaturesOf(db, forum.id, version.id);
  const all = await bodiesOf(db, forum.id);
  const open = all.filter(
    (body) => body.to === null && !signatures.some((one) => one.body === body.id && !one.mistake),
  );
  const back = pathOf(web, { slug: document.slug, number: version.number });
  const main = SignatureForm({
    ...{ lang, of, signatures, back, action: `${back}/signatures`, today: web.today },
    document: lang.pick(document.title),
    bodies: open
      .map((body) => ({ value: body.id, label: lang.pick(body.name) }))
      .sort((a, b) => lang.compare(a.label, b.label)),
    names: new Map(all.map((body) => [body.id, body.name])),
    done: DONE.find((one) => one === web.url.searchParams.get('done')) ?? null,
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

/** The signature of the address, of the version that is open. */
async function asked(web: Web): Promise<Result<{ readonly opened: Opened; readonly signature: Signature }>> {
  const opened = await openedVersion(web, isAdopted);
  if (!opened.ok) return opened;
  const signatures = await signaturesOf(web.db, web.forum.id, opened.value.version.id);
  const signature = signatures.find(({ id, mistake }) => id === web.params.signature && !mistake);
  if (!signature) return refuse('not_found', message('forum.documents.wrong.no_signature'));
  return { ok: true, value: { opened: opened.value, signature } };
}

async function mistakeForm(web: Web, { document, version }: Opened, signature: Signature, of: Filled): Promise<Answer> {
  const back = `${pathOf(web, { slug: document.slug, number: version.number })}/signatures`;
  const name = (await bodyNames(web.db, web.forum.id, [signature.body])).get(signature.body);
  const body = web.lang.pick(name ?? {});
  const main = MistakeForm({
    of,
    document: web.lang.pick(document.title),
    body,
    back,
    action: `${back}/${signature.id}/mistake`,
  });
  return draftPage(web, web.lang.t('forum.documents.sign.mistake'), main, of);
}

async function takeBack(web: Web): Promise<Answer> {
  const found = await asked(web);
  if (!found.ok) return refused(found.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { opened, signature } = found.value;
  const read = readMistake(posted.value, { version: opened.version.id, signature: signature.id });
  const made: Result<unknown> = read.ok ? await web.perform(mistakeSignature, read.value) : read;
  const back = pathOf(web, { slug: opened.document.slug, number: opened.version.number });
  if (made.ok) return redirect(`${back}/signatures?done=mistaken`);
  return made.refusal.fields
    ? mistakeForm(web, opened, signature, filled(web.lang, keep(posted.value), made.refusal.fields))
    : refused(made.refusal);
}

/** Entering who signed, and taking back what was entered wrongly. */
export const signatureRoutes: readonly Route[] = [
  get('/documents/:document/versions/:version/signatures', async (web) => {
    const opened = await openedVersion(web, isAdopted);
    if (!opened.ok) return refused(opened.refusal);
    return form(web, opened.value, filled(web.lang, { on: opened.value.version.adoption?.on ?? web.today }));
  }),
  post('/documents/:document/versions/:version/signatures', sign),
  get('/documents/:document/versions/:version/signatures/:signature/mistake', async (web) => {
    const found = await asked(web);
    if (!found.ok) return refused(found.refusal);
    return mistakeForm(web, found.value.opened, found.value.signature, filled(web.lang));
  }),
  post('/documents/:document/versions/:version/signatures/:signature/mistake', takeBack),
];
