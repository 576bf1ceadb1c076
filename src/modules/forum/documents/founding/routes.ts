import type { ComponentChildren } from 'preact';
import type { Command } from '#core/command.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { isChangedMeanwhile } from '#core/errors/seen.ts';
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
import { type Filled, filled, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { crumbs, draftPage, keeperOnly, mayKeep } from '../reading/routes.ts';
import type { Founding } from '../schema.ts';
import { adoptFounding, publishFounding, writeFounding } from './commands.ts';
import { foundingValues, readFounding, readFoundingAdoption, readPublication } from './forms.ts';
import { FoundingAdoptionForm, FoundingForm, PublicationForm } from './pages/founding-forms.tsx';
import { FoundingPage } from './pages/founding-page.tsx';
import { FoundingPrint } from './pages/founding-print.tsx';
import { foundingOf } from './queries.ts';
import { judgeFounding } from './rules.ts';

const HERE = '/documents/founding';
const NONE = message('forum.documents.founding.none');

/** The procedure as this reader sees it: before it is published its keepers only. */
async function seen(web: Web): Promise<Result<Founding>> {
  const founding = await foundingOf(web.db, web.forum.id);
  return founding && (founding.published || mayKeep(web)) ? { ok: true, value: founding } : refuse('not_found', NONE);
}

const DONE = ['saved', 'published', 'adopted'] as const;

async function show(web: Web): Promise<Answer> {
  const { lang } = web;
  const found = await seen(web);
  if (!found.ok && mayKeep(web)) return redirect(`${web.at(HERE)}/text`);
  if (!found.ok) return refused(found.refusal);
  const { value: founding } = found;
  const asked = DONE.find((one) => one === web.url.searchParams.get('done'));
  const main = FoundingPage({
    ...{ lang, founding, here: web.at(HERE), at: (path: string) => web.at(path), mayKeep: mayKeep(web) },
    judged: founding.adopted && judgeFounding(founding, founding.adopted.votes),
    done: asked ? lang.t(`forum.documents.founding.done.${asked}`) : null,
  });
  const noindex = founding.published === null;
  return page({
    title: lang.t('forum.documents.founding.title'),
    main,
    crumbs: crumbs(web),
    menu: 'decisions',
    noindex,
  });
}

async function print(web: Web): Promise<Answer> {
  const found = await seen(web);
  if (!found.ok) return refused(found.refusal);
  const main = FoundingPrint({
    ...{ lang: web.lang, forum: web.forum, founding: found.value, address: `${web.origin}${web.at(HERE)}` },
  });
  return page({ title: web.lang.t('forum.documents.founding.title'), main, bare: true, noindex: true });
}

interface Deed<I> {
  readonly command: Command<I, null>;
  readonly read: (posted: Posted, web: Web) => Result<I>;
  readonly form: (props: { of: Filled; action: string; back: string }) => ComponentChildren;
  readonly done: (typeof DONE)[number];
  /** Word of its address below the procedure. */
  readonly path: string;
  /** What stands in the form at first. */
  readonly first: (web: Web) => Promise<Parameters<typeof filled>[1]>;
}

function deedRoutes<I>({ command, read, form, done, path, first }: Deed<I>): readonly Route[] {
  const draw = (web: Web, of: Filled): Answer => {
    const main = form({ of, action: web.at(`${HERE}/${path}`), back: web.at(HERE) });
    return draftPage(web, web.lang.t('forum.documents.founding.title'), main, of);
  };
  return [
    get(`${HERE}/${path}`, async (web) => keeperOnly(web) ?? draw(web, filled(web.lang, await first(web)))),
    post(`${HERE}/${path}`, async (web) => {
      const no = keeperOnly(web);
      if (no) return no;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const wanted = read(posted.value, web);
      const made = wanted.ok ? await web.perform(command, wanted.value) : wanted;
      if (made.ok) return redirect(`${web.at(HERE)}?done=${done}`);
      const kept = keep(posted.value);
      if (isChangedMeanwhile(made.refusal)) return draw(web, mergedWith(web.lang, await standing(web), kept));
      return made.refusal.fields ? draw(web, filled(web.lang, kept, made.refusal.fields)) : refused(made.refusal);
    }),
  ];
}

async function standing(web: Web) {
  const founding = await foundingOf(web.db, web.forum.id);
  return founding ? foundingValues(founding, web.lang.code) : {};
}

/** What most founding assemblies do: more than half there, more than half of the votes. */
const USUAL = { quorum_than: 'more_than', quorum_share: '1/2', majority_than: 'more_than', majority_share: '1/2' };
const today = async (web: Web) => ({ on: web.today });

/** The founding procedure: fixed words, so they come before `/documents/:document`. */
export const foundingRoutes: readonly Route[] = [
  get(HERE, show),
  get(`${HERE}/print`, print),
  ...deedRoutes({
    ...{ command: writeFounding, form: FoundingForm, done: 'saved', path: 'text' },
    read: (posted, web) => readFounding(posted, web.lang.code),
    first: async (web) => {
      const values = await standing(web);
      return Object.keys(values).length > 0 ? withSeen(values) : USUAL;
    },
  }),
  ...deedRoutes({
    ...{ command: publishFounding, form: PublicationForm, done: 'published', path: 'publication' },
    ...{ read: readPublication, first: today },
  }),
  ...deedRoutes({
    ...{ command: adoptFounding, form: FoundingAdoptionForm, done: 'adopted', path: 'adoption' },
    ...{ read: readFoundingAdoption, first: today },
  }),
];
