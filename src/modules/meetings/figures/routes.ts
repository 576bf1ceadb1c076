import { get, page, type Route } from '#core/http/route.ts';
import { ForumTabs, rulesOn } from '#modules/forum/contract.ts';
import { keepsMeetings, meetingsCrumb } from '../routes.ts';
import { FiguresPage } from './pages/figures-page.tsx';
import { attendanceOfSeats } from './queries.ts';

/** Who was there how often. */
export const figureRoutes: readonly Route[] = [
  get('/meetings/attendance', async (web) => {
    const { lang, db, forum, today } = web;
    const rule = (await rulesOn(db, forum.id, today)).book.rules.absence;
    const main = FiguresPage({
      ...{ lang, seats: await attendanceOfSeats(db, forum.id, today), mayKeep: keepsMeetings(web) },
      rule: rule ? { meetings: rule.value.meetings, article: rule.article } : null,
      at: (path) => web.at(path),
      tabs: ForumTabs({ lang, at: (path) => web.at(path), current: 'meetings', shows: web.sight.shows }),
    });
    const title = lang.t('meetings.figures.title');
    const description = lang.t('meetings.figures.lede');
    return page({ title, description, crumbs: [meetingsCrumb(web)], menu: 'decisions', main });
  }),
];
