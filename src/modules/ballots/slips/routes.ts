import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { paperLanguage, printed } from '#core/papers/answer.ts';
import { electorateOn } from '#modules/forum/contract.ts';
import { filled } from '#ui/filled.ts';
import { mayKeepBallots } from '../access.ts';
import type { BallotNeeds } from '../schema.ts';

import { countingPapers, slipPaper } from './pages/papers.tsx';
import { SlipsPage } from './pages/slips-page.tsx';
import { motionsOf } from './queries.ts';
import { slipCount } from './rules.ts';
import type { Motion } from './schema.ts';

type Needs = Pick<BallotNeeds, 'session'>;

interface Opened {
  readonly motion: Motion;
  /** The day on which it is held, as far as it is known. */
  readonly on: Web['today'];
  readonly votes: number;
}

/** The ballot of the address, for those who print its papers. */
async function opened(web: Web, needs: Needs): Promise<Opened | Answer> {
  const verdict = mayKeepBallots(web.actor, web.forum);
  if (!verdict.may)
    return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
  const number = web.params.number ?? '';
  const found = /^[1-9]\d{0,6}$/.test(number) ? await motionsOf(web.db, web.forum.id, { number: Number(number) }) : [];
  const motion = found[0];
  if (!motion) return refused({ kind: 'not_found', message: message('ballots.slips.no_ballot') });
  if (motion.state === 'withdrawn') return refused({ kind: 'conflict', message: message('ballots.slips.withdrawn') });
  const { meeting, item } = motion;
  const session = meeting && item ? await needs.session(web.db, web.forum, { meeting, item }) : null;
  const on = session?.meeting.on ?? web.today;
  const { rows } = await electorateOn(web.db, web.forum.id, on);
  return { motion, on, votes: rows.filter((row) => row.filled).length };
}

const pathOf = ({ number }: Motion): string => `/ballots/${number}`;

async function show(web: Web, { motion, votes }: Opened): Promise<Answer> {
  const { lang, forum } = web;
  const language = paperLanguage(web, forum.languages[0] ?? lang.code);
  const of = filled(lang, { count: String(slipCount(null, votes)), language });
  const here = web.at(pathOf(motion));
  const title = lang.t('ballots.slips.title');
  const crumbs = [{ label: lang.t('ballots.slips.of_ballot', { number: motion.number }), href: here }];
  const main = SlipsPage({ of, motion, votes, languages: forum.languages, here });
  return page({ title, crumbs, menu: 'decisions', main, noindex: true });
}

/** What is printed, in the language asked for. */
async function papers(web: Web, { motion, on, votes }: Opened, what: 'slips' | 'counting'): Promise<Answer> {
  const { forum } = web;
  const to = web.langOf(paperLanguage(web, forum.languages[0] ?? web.lang.code));
  const order = {
    motion,
    count: slipCount(web.url.searchParams.get('count'), votes),
    session: motion.meeting ? to.t('ballots.slips.meeting', { day: to.date(on) }) : null,
    address: `${web.origin}/${to.code}/${forum.slug}${pathOf(motion)}`,
  };
  const made = what === 'slips' ? [slipPaper(to, forum, order)] : countingPapers(to, forum, order);
  return printed(web, 'pdf', made, `${forum.slug}-ballot-${motion.number}-${what}`);
}

/** Papers of a ballot, to print. */
export function slipRoutes(needs: Needs): readonly Route[] {
  const path = '/ballots/:number';
  const on = (end: string, answer: (web: Web, found: Opened) => Promise<Answer>) =>
    get(`${path}/${end}`, async (web) => {
      const found = await opened(web, needs);
      return 'kind' in found ? found : answer(web, found);
    });
  return [
    on('slips', show),
    on('slips.pdf', (web, found) => papers(web, found, 'slips')),
    on('counting.pdf', (web, found) => papers(web, found, 'counting')),
  ];
}
