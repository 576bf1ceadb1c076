import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import { filled } from '#ui/filled.ts';
import { mayKeepSeats, mayNameSpeakers } from '../access.ts';
import { genderCountsOf } from '../counts/queries.ts';
import { figuresOn } from '../counts/rules.ts';
import { doneHere, membersCrumb } from '../routes.ts';
import { membersCsv, membersJson } from './api.ts';
import { MembersPage } from './pages/members.tsx';
import { SeatPage } from './pages/seat.tsx';
import { type Eye, rosterOn, seatSeen } from './queries.ts';

/** The day that the address asks for; today when it asks for none, or for one that does not exist. */
const dayOf = ({ url, today }: Web): PlainDate => plainDate(url.searchParams.get('day') ?? '') ?? today;

/** With whose eyes names are read: keepers see all of them, unless they look as strangers do. */
export const eyeOf = ({ actor, forum, sight, lang }: Web): Eye => ({
  keeper: mayNameSpeakers(actor, forum).may && !sight.preview,
  level: sight.openness.level,
  language: lang.code,
});
/** Files are the same for everybody. */
const strangersEye = (web: Web): Eye => ({ ...eyeOf(web), keeper: false });

async function members(web: Web): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const day = dayOf(web);
  const roster = await rosterOn(db, forum, day, eyeOf(web));
  const main = MembersPage({
    ...{ of: filled(lang, { day }), roster, today, at: (path) => web.at(path) },
    done: doneHere(web, ['counted', 'imported'], (done) => `forum.${done === 'counted' ? 'counts' : 'sheets'}.done`),
    mayImport: mayNameSpeakers(web.actor, forum).may,
    figures: figuresOn(roster.seating, await genderCountsOf(db, forum.id), day),
    founded: roster.seating.compositions.find((one) => one.kind === 'founding')?.from ?? null,
    mayKeep: mayKeepSeats(web.actor, forum).may,
    shows: web.sight.shows,
  });
  return page({
    ...{ title: lang.t('forum.members.title'), description: lang.t('forum.members.lede'), menu: 'decisions', main },
    alternates: [
      { type: 'text/csv', href: web.at('/members.csv'), title: lang.t('forum.members.csv') },
      { type: 'application/json', href: web.at('/members.json'), title: lang.t('forum.members.json') },
    ],
  });
}

const DONE = ['given', 'named', 'holding_ended', 'mandate_ended', 'closed'] as const;

async function seat(web: Web): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const number = web.params.seat ?? '';
  const seen = /^[1-9]\d{0,5}$/.test(number) ? await seatSeen(db, forum, Number(number), today, eyeOf(web)) : null;
  if (!seen) return refused({ kind: 'not_found', message: message('forum.refused.no_seat') });
  const main = SeatPage({
    ...{ lang, seen, today, at: (path) => web.at(path) },
    mayKeep: mayKeepSeats(web.actor, forum).may,
    mayName: mayNameSpeakers(web.actor, forum).may,
    done: doneHere(web, DONE, (done) => `forum.happened.${done}`),
  });
  const body = seen.row?.body;
  const title = lang.t('forum.seat.title', { number: seen.seat.number });
  return page({
    title: body ? `${title}: ${lang.pick(body.name)}` : title,
    ...{ description: lang.t('forum.seat.description', { number: seen.seat.number }), menu: 'decisions' },
    ...{ crumbs: [membersCrumb(web)], main },
  });
}

const file = (type: string, body: string, name?: string): Answer => ({
  ...{ kind: 'file', type, body, cacheable: true },
  ...(name ? { name } : {}),
});

/** The members of a day, each seat with its history, and the same for machines. */
export const rosterRoutes: readonly Route[] = [
  get('/members', members),
  get('/members.csv', async (web) => {
    const roster = await rosterOn(web.db, web.forum, dayOf(web), strangersEye(web));
    const note = web.forum.demonstration ? web.lang.t('forum.members.demonstration') : '';
    return file('text/csv; charset=utf-8', membersCsv(web.lang, roster, note), `${web.forum.slug}-members.csv`);
  }),
  get('/members.json', async (web) => {
    const roster = await rosterOn(web.db, web.forum, dayOf(web), strangersEye(web));
    return file(
      'application/json',
      membersJson(web.lang, roster, web.forum, (path) => `${web.origin}${web.at(path)}`),
    );
  }),
  get('/members/:seat', seat),
];
