import { Feed } from 'feed';
import type { Lang } from './i18n/lang.ts';
import type { PlainDate } from './time/plain-date.ts';

/** One piece of news. */
export interface NewsItem {
  readonly id: string;
  readonly day: PlainDate;
  readonly title: string;
  readonly text: string;
  /** Absolute address. */
  readonly href: string;
}

/** What the feed itself says of itself; addresses are absolute. */
interface FeedFacts {
  readonly title: string;
  /** Whose news: the forum. */
  readonly author: string;
  readonly self: string;
  readonly page: string;
}

/** News as Atom (RFC 4287), newest first. */
export function newsFeed(lang: Lang, of: FeedFacts, news: readonly NewsItem[], now: Date): string {
  const feed = new Feed({
    id: of.page,
    title: oneLine(of.title),
    link: of.page,
    updated: news[0] ? startOf(news[0].day) : now,
    author: { name: oneLine(of.author) },
    generator: 'Ortaq',
    copyright: '',
    feedLinks: { atom: of.self },
  });
  for (const happening of news)
    feed.addItem({
      id: `urn:uuid:${happening.id}`,
      title: asHtml(happening.title),
      link: happening.href,
      date: startOf(happening.day),
      description: asHtml(happening.text),
    });
  return feed.atom1().replace('<feed ', `<feed xml:lang="${lang.code}" `);
}

const startOf = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`);

/** The library gives texts out as html: what people wrote is text, whatever it looks like. */
const asHtml = (text: string): string =>
  oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Without line breaks and what no format of text may carry (XML 1.0, 2.2): titles also come from imported files. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\s\ufffe\uffff]+/gu, ' ').trim();
