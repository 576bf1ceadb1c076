import { type NewsItem, newsFeed } from '#core/feeds.ts';
import { type Answer, get, type Route, type Web } from '#core/http/route.ts';
import { whenOf } from '../../calls/pages/parts/when.tsx';
import { meetingsOf } from '../../calls/queries.ts';
import { isPublic, meetingPath } from '../../calls/rules.ts';
import { decisionsOf } from '../../decisions/queries.ts';
import { decisionPath } from '../../decisions/rules.ts';
import { publishedMinutes } from '../../minutes/queries.ts';
import { latestOf } from './rules.ts';

/** So many pieces of news stand in a feed. */
const MOST = 50;

function feedOf(web: Web, path: string, title: string, news: readonly NewsItem[]): Answer {
  const page = `${web.origin}${web.at(path)}`;
  const author = web.lang.pick(web.forum.name);
  const latest = news.toSorted((a, b) => (a.day < b.day ? 1 : -1)).slice(0, MOST);
  return {
    ...{ kind: 'file', type: 'application/atom+xml; charset=utf-8', cacheable: true },
    body: newsFeed(web.lang, { title, author, self: `${page}.atom`, page }, latest, web.now),
  };
}

/** Each meeting once, with what happened to it last. */
async function meetingNews(web: Web): Promise<Answer> {
  const { lang, db, forum } = web;
  const minutes = await publishedMinutes(db, forum.id);
  const news = (await meetingsOf(db, forum.id)).filter(isPublic).map((meeting): NewsItem => {
    const { what, day } = latestOf(meeting, minutes.get(meeting.id) ?? null);
    const path = meetingPath(meeting) + (what === 'minutes' ? '/minutes' : '');
    const title = lang.t(`meetings.news.${what}`, { number: meeting.number, title: lang.pick(meeting.call.title) });
    return { id: meeting.id, day, title, text: whenOf(lang, meeting), href: `${web.origin}${web.at(path)}` };
  });
  return feedOf(web, '/meetings', lang.t('meetings.feed', { forum: lang.pick(forum.name) }), news);
}

/** Each decision, on the day on which it was entered: one of long ago is news too. */
async function decisionNews(web: Web): Promise<Answer> {
  const { lang, db, forum } = web;
  const news = (await decisionsOf(db, forum.id)).map(
    (one): NewsItem => ({
      ...{ id: one.id, day: one.enteredOn, title: lang.t('meetings.decision_no', { number: one.number }) },
      ...{ text: lang.pick(one.words), href: `${web.origin}${web.at(decisionPath(one))}` },
    }),
  );
  return feedOf(web, '/decisions', lang.t('meetings.news.decisions', { forum: lang.pick(forum.name) }), news);
}

/** What is new, for readers of feeds. */
export const newsRoutes: readonly Route[] = [get('/meetings.atom', meetingNews), get('/decisions.atom', decisionNews)];
