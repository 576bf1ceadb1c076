import type { FieldError, Result } from '#core/errors/result.ts';
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
import { mayKeepCases } from '../access.ts';
import { caseOf } from '../cases/routes.ts';
import type { CaseSeen } from '../cases/schema.ts';
import { readFulfilment, readOpening, readReason } from '../forms.ts';
import { rulesOf } from '../rulebook/queries.ts';
import { inForce, wordsIn } from '../rules.ts';
import { extendByHand, fulfilByHand, openByHand, waiveByHand } from './commands.ts';
import { DeedForm, type DeedName } from './pages/deed-form.tsx';
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

type Deed = {
  readonly name: DeedName;
  readonly path: string;
  readonly done: string;
  readonly perform: (web: Web, posted: Posted, id: string) => Promise<Result<unknown>>;
};

const DEEDS: readonly Deed[] = [
  {
    ...{ name: 'fulfil', path: 'fulfilment', done: 'fulfilled' },
    perform: async (web, posted, id) => {
      const read = readFulfilment(posted, id, web.lang.code);
      return read.ok ? web.perform(fulfilByHand, read.value) : read;
    },
  },
  {
    ...{ name: 'waive', path: 'waiver', done: 'waived' },
    perform: async (web, posted, id) => {
      const read = readReason(posted, id, web.lang.code);
      return read.ok ? web.perform(waiveByHand, read.value) : read;
    },
  },
  {
    ...{ name: 'extend', path: 'extension', done: 'extended' },
    perform: async (web, posted, id) => {
      const read = readReason(posted, id, web.lang.code);
      return read.ok ? web.perform(extendByHand, read.value) : read;
    },
  },
];

function deedForm(web: Web, deed: Deed, seen: CaseSeen, of: Filled): Answer {
  const { lang } = web;
  const back = web.at(`/obligations/${seen.number}`);
  const over = `${lang.t('obligations.case', { number: seen.number })}: ${wordsIn(lang, seen.title)}`;
  const main = DeedForm({ of, deed: deed.name, back, over, action: `${back}/${deed.path}` });
  const title = lang.t(`obligations.${deed.name}.title`);
  return page({ title, main, crumbs: crumbs(web), noindex: true }, of.errors.length > 0 ? 422 : 200);
}

async function caseToKeep(web: Web): Promise<CaseSeen | Answer> {
  const no = stranger(web);
  if (no) return no;
  const seen = await caseOf(web);
  return seen ?? refused({ kind: 'not_found', message: message('obligations.refused.no_such') });
}

const deedRoutes = (deed: Deed): readonly Route[] => {
  const address = `/obligations/:number/${deed.path}`;
  return [
    get(address, async (web) => {
      const seen = await caseToKeep(web);
      return 'kind' in seen ? seen : deedForm(web, deed, seen, filled(web.lang, { on_day: web.today }));
    }),
    post(address, async (web) => {
      const seen = await caseToKeep(web);
      if ('kind' in seen) return seen;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const made = await deed.perform(web, posted.value, seen.id);
      if (made.ok) return redirect(`${web.at(`/obligations/${seen.number}`)}?done=${deed.done}`);
      return again(made, (errors) => deedForm(web, deed, seen, filled(web.lang, keep(posted.value), errors)));
    }),
  ];
};

/** Opening a case by hand and what is recorded on one. */
export const keepingRoutes: readonly Route[] = [
  get('/obligations/new', async (web) => stranger(web) ?? openForm(web, filled(web.lang, { on: web.today }))),
  post('/obligations', open),
  ...DEEDS.flatMap(deedRoutes),
];
