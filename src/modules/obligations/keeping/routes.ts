import type { FieldError, Result } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { withDeed } from '#core/http/deed-address.ts';
import {
  type Answer,
  get,
  type Posted,
  page,
  post,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { EXTEND_DEED, FULFIL_DEED, mayAnswer, mayKeepCases } from '../access.ts';
import { caseOf } from '../cases/routes.ts';
import type { CaseSeen } from '../cases/schema.ts';
import { readFulfilment, readOpening, readReason } from '../forms.ts';
import { rulesOf } from '../rulebook/queries.ts';
import { inForce, wordsIn } from '../rules.ts';
import { extendByHand, fulfilByHand, openByHand, waiveByHand } from './commands.ts';
import { DeedForm, type DeedName, type Filling } from './pages/deed-form.tsx';
import { OpenForm } from './pages/open-form.tsx';

/** Why whoever asks may not keep cases, as an answer; null: they may. */
function stranger(web: Web): Answer | null {
  const verdict = mayKeepCases(web.actor, web.forum);
  if (verdict.may) return null;
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

const crumbs = (web: Web) => [{ label: web.lang.t('obligations.title'), href: web.at('/obligations') }];

/** A refusal with fields shows the form again with what was typed; any other is its own page. */
function again(made: Result<unknown>, show: (errors: readonly FieldError[]) => Promise<Answer> | Answer) {
  if (made.ok) throw new Error('nothing was refused');
  return made.refusal.fields ? show(made.refusal.fields) : refused(made.refusal);
}

async function openForm(web: Web, of: Filled): Promise<Answer> {
  const { lang, db, forum, today } = web;
  const bodies = (await bodiesOf(db, forum.id)).filter((body) => body.to === null && body.kind !== 'class');
  const rules = inForce(await rulesOf(db, forum), today);
  const main = OpenForm({
    ...{ of, action: web.at('/obligations'), back: web.at('/obligations') },
    rules: rules.map((rule) => ({
      value: rule.key,
      label: `${wordsIn(lang, rule.title)} (${wordsIn(lang, rule.basis)})`,
    })),
    bodies: bodies
      .map((body) => ({ value: body.id as string, label: lang.pick(body.name) }))
      .sort((a, b) => lang.compare(a.label, b.label)),
  });
  const title = lang.t('obligations.open.title');
  return page({ title, main, crumbs: crumbs(web), noindex: true }, of.errors.length > 0 ? 422 : 200);
}

async function open(web: Web): Promise<Answer> {
  const no = stranger(web);
  if (no) return no;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readOpening(posted.value, web.lang.code);
  const made = read.ok ? await web.perform(openByHand, read.value) : read;
  if (made.ok) return redirect(`${web.at(`/obligations/${made.value.number}`)}?done=opened`);
  return again(made, (errors) => openForm(web, filled(web.lang, keep(posted.value), errors)));
}

/** The posted form of a deed, with whose words it holds. */
interface Sending {
  readonly posted: Posted;
  readonly id: string;
  readonly by: Filling;
}

type Deed = {
  readonly name: DeedName;
  readonly path: string;
  readonly done: string;
  /** The link for exactly this deed; null: keepers only. */
  readonly link: typeof FULFIL_DEED | typeof EXTEND_DEED | null;
  readonly perform: (web: Web, files: FileStore, sending: Sending) => Promise<Result<unknown>>;
};

async function fulfil(web: Web, files: FileStore, { posted, id, by }: Sending): Promise<Result<unknown>> {
  const paper = by === 'paper';
  const read = readFulfilment(posted, { id, language: web.lang.code, today: web.today, paper });
  if (!read.ok) return read;
  const taken = await takeUploads(files, posted.files('files'), 'evidence');
  if (!taken.ok) return taken;
  const scans = await takeUploads(files, paper ? posted.files('scan').slice(0, 1) : [], 'evidence');
  if (!scans.ok) return scans;
  const { paper: letter, ...given } = read.value;
  return web.perform(fulfilByHand, {
    ...given,
    files: [...taken.value],
    paper: letter && { ...letter, scan: scans.value[0] ?? null },
  });
}

const DEEDS: readonly Deed[] = [
  { name: 'fulfil', path: 'fulfilment', done: 'fulfilled', link: FULFIL_DEED, perform: fulfil },
  {
    ...{ name: 'waive', path: 'waiver', done: 'waived', link: null },
    perform: async (web, _files, { posted, id }) => {
      const read = readReason(posted, id, web.lang.code);
      return read.ok ? web.perform(waiveByHand, read.value) : read;
    },
  },
  {
    ...{ name: 'extend', path: 'extension', done: 'extended', link: EXTEND_DEED },
    perform: async (web, _files, { posted, id }) => {
      const read = readReason(posted, id, web.lang.code);
      return read.ok ? web.perform(extendByHand, read.value) : read;
    },
  },
];

function deedForm(web: Web, deed: Deed, { seen, by }: Answering, of: Filled): Answer {
  const { lang, today } = web;
  const back = web.at(`/obligations/${seen.number}`);
  const over = `${lang.t('obligations.case', { number: seen.number })}: ${wordsIn(lang, seen.title)}`;
  const action = withDeed(web, `/obligations/${seen.number}/${deed.path}`);
  const main = DeedForm({ of, deed: deed.name, by, today, back, over, action });
  const title = lang.t(`obligations.${deed.name}.title`);
  return page({ title, main, crumbs: crumbs(web), noindex: true }, of.errors.length > 0 ? 422 : 200);
}

/** The case of the address and in whose name the form is filled in. */
interface Answering {
  readonly seen: CaseSeen;
  readonly by: Filling;
}

/** Permission first: for a case that is not there the answer is the same as for another's. */
async function answering(web: Web, deed: Deed, paper: boolean): Promise<Answering | Answer> {
  const seen = await caseOf(web, { all: true, bodies: [] });
  const keeper = mayKeepCases(web.actor, web.forum);
  const own = seen && { id: seen.id, body_id: seen.body };
  const verdict = deed.link && !paper ? mayAnswer(web.actor, web.forum, deed.link, own) : keeper;
  if (!verdict.may)
    return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
  if (!seen) return refused({ kind: 'not_found', message: message('obligations.refused.no_such') });
  return { seen, by: paper ? 'paper' : keeper.may ? 'keeper' : 'body' };
}

const deedRoutes =
  (files: FileStore) =>
  (deed: Deed): readonly Route[] => {
    const address = `/obligations/:number/${deed.path}`;
    return [
      get(address, async (web) => {
        const paper = deed.name === 'fulfil' && web.url.searchParams.get('way') === 'paper';
        const found = await answering(web, deed, paper);
        return 'kind' in found ? found : deedForm(web, deed, found, filled(web.lang, { on_day: web.today }));
      }),
      post(address, async (web) => {
        const posted = await web.posted();
        if (!posted.ok) return refused(posted.refusal);
        const found = await answering(web, deed, deed.name === 'fulfil' && posted.value.text('way') === 'paper');
        if ('kind' in found) return found;
        const { seen, by } = found;
        const made = await deed.perform(web, files, { posted: posted.value, id: seen.id, by });
        if (made.ok) return redirect(`${web.at(`/obligations/${seen.number}`)}?done=${deed.done}`);
        return again(made, (errors) => deedForm(web, deed, found, filled(web.lang, keep(posted.value), errors)));
      }),
    ];
  };

/** Opening a case by hand and what is said of one: by keepers, by the body that owes it, by a link for one deed. */
export const keepingRoutes = (files: FileStore): readonly Route[] => [
  get('/obligations/new', async (web) => stranger(web) ?? openForm(web, filled(web.lang, { on: web.today }))),
  post('/obligations', open),
  ...DEEDS.flatMap(deedRoutes(files)),
];
