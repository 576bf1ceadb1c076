import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { LANGUAGES } from '#core/i18n/texts.ts';
import { isOpen, isShownPart, type Openness } from '#core/opening/openness.ts';
import { dayIn } from '#core/time/plain-date.ts';
import {
  publicCardPaths,
  publicChecklistPaths,
  publicReportPaths,
  publicRequestPaths,
} from '#modules/accountability/contract.ts';
import { publicBallotPaths } from '#modules/ballots/contract.ts';
import { publicDocumentPaths, publicMemberPaths } from '#modules/forum/contract.ts';
import { publicDecisionPaths, publicMeetingPaths } from '#modules/meetings/contract.ts';
import { publicCasePaths } from '#modules/obligations/contract.ts';
import { publicConsultationPaths, publicQuestionPaths } from '#modules/participation/contract.ts';
import { bodiesOf, placesOf } from '#modules/places/contract.ts';
import { publicPaths } from '#modules/plans/contract.ts';
import { publicFindingPaths, publicSurveyPaths } from '#modules/surveys/contract.ts';
import { opennessOfAll } from '../opening/queries.ts';

/** The most addresses that one map of a site may hold (sitemaps.org). */
export const MOST_ADDRESSES = 50_000;
const PAGES_IN_ONE = Math.floor(MOST_ADDRESSES / LANGUAGES.length);

/** Pages of the installation, below a language. */
const TOP = ['', '/log', '/about', '/method', '/accessibility', '/privacy', '/safety'];

/** Every public page below a language, of the installation and of each forum. */
export async function pagesOf(db: Db, forums: readonly Forum[], now: Date): Promise<readonly string[]> {
  const pages = [...TOP];
  const openness = await opennessOfAll(db, forums);
  for (const forum of forums) {
    const below = await forumPages(db, forum, openness.get(forum.id)!, now);
    pages.push(...below.map((path) => `/${forum.slug}${path}`));
  }
  return pages;
}

/** A record has its one page, its log and who decided; a living forum also its plans, what is owed, its places and its own bodies. */
async function forumPages(db: Db, forum: Forum, openness: Openness, now: Date): Promise<readonly string[]> {
  if (!isOpen(openness)) return [];
  if (forum.kind === 'record') return ['', '/log', ...(await decidingPages(db, forum, openness))];
  const places = await placesOf(db, forum.id);
  const bodies = (await bodiesOf(db, forum.id)).filter((body) => body.forum === forum.id);
  const own = ['', '/log', '/shown', '/withheld'];
  if (isShownPart(openness, 'plans')) own.push(...(await publicPaths(db, forum, dayIn(forum.zone, now))));
  if (isShownPart(openness, 'obligations')) {
    const moment = { today: dayIn(forum.zone, now), now };
    own.push('/obligations', '/obligations/rules', ...(await publicCasePaths(db, forum.id, moment)));
  }
  if (isShownPart(openness, 'questions'))
    own.push('/questions', '/questions/rules', ...(await publicQuestionPaths(db, forum.id)));
  if (isShownPart(openness, 'consultations')) {
    const said = await publicConsultationPaths(db, forum.id, dayIn(forum.zone, now));
    own.push('/consultations', '/consultations/rules', ...said);
  }
  if (isShownPart(openness, 'reports')) own.push('/reports', ...(await publicReportPaths(db, forum.id)));
  if (isShownPart(openness, 'requests')) own.push('/requests', ...(await publicRequestPaths(db, forum.id)));
  if (isShownPart(openness, 'scorecards')) own.push('/scorecards', ...(await publicCardPaths(db, forum.id)));
  if (isShownPart(openness, 'checklists')) own.push('/checklists', ...(await publicChecklistPaths(db, forum.id)));
  if (isShownPart(openness, 'surveys')) own.push(...(await publicSurveyPaths(db, forum.id)));
  own.push(...(await decidingPages(db, forum, openness)));
  if (isShownPart(openness, 'places')) {
    own.push('/places', ...places.map((place) => `/places/${place.slug}`));
    own.push('/bodies', ...bodies.map((body) => `/bodies/${body.slug}`));
  }
  return own;
}

/** Who decides, what was found and what was decided, as far as it is public. */
async function decidingPages(db: Db, { id }: Forum, openness: Openness): Promise<readonly string[]> {
  const own: string[] = [];
  if (isShownPart(openness, 'members')) own.push(...(await publicMemberPaths(db, id)));
  if (isShownPart(openness, 'documents')) own.push(...(await publicDocumentPaths(db, id)));
  if (isShownPart(openness, 'meetings')) own.push(...(await publicMeetingPaths(db, id)));
  if (isShownPart(openness, 'ballots')) own.push(...(await publicBallotPaths(db, id)));
  if (isShownPart(openness, 'surveys')) own.push(...(await publicFindingPaths(db, id)));
  if (isShownPart(openness, 'decisions')) own.push(...(await publicDecisionPaths(db, id)));
  return own;
}

/**
 * The map of the site (sitemaps.org) with the same page in the other languages beside each. One that would pass the
 * limit becomes an index of parts: `part` is which of them is asked for.
 */
export function sitemap(origin: string, pages: readonly string[], part: number | null): string | null {
  const parts = Math.ceil(pages.length / PAGES_IN_ONE);
  if (part === null && parts > 1) return indexOf(origin, parts);
  const from = ((part ?? 1) - 1) * PAGES_IN_ONE;
  const asked = pages.slice(from, from + PAGES_IN_ONE);
  return asked.length > 0 ? mapOf(origin, asked) : null;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const addressOf = (origin: string, language: string, path: string): string =>
  escaped(`${origin}/${language}${path.split('/').map(encodeURIComponent).join('/')}`);

function mapOf(origin: string, pages: readonly string[]): string {
  const urls = pages.flatMap((path) => {
    const alternates = LANGUAGES.map(
      (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${addressOf(origin, language, path)}"/>`,
    ).join('');
    return LANGUAGES.map((language) => `<url><loc>${addressOf(origin, language, path)}</loc>${alternates}</url>`);
  });
  return `${HEAD}<urlset ${NAMESPACES}>\n${urls.join('\n')}\n</urlset>\n`;
}

function indexOf(origin: string, parts: number): string {
  const lines = Array.from(
    { length: parts },
    (_, i) => `<sitemap><loc>${escaped(`${origin}/sitemap.xml?part=${i + 1}`)}</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</sitemapindex>\n`;
}
