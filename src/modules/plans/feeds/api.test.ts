import { describe, expect, it } from 'vitest';
import { type NewsItem, newsFeed } from '#core/feeds.ts';
import { Lang } from '#core/i18n/lang.ts';
import { day } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import type { PlanOverview } from '../overview/schema.ts';
import type { ReportDateRow } from '../plan/schema.ts';
import { deadlinesCalendar } from './api.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const AZ = new Lang('az', SENTENCES.az);
const HOSTILE = '<script>alert("ə")</script> & ]]> ; , \\ "x"\u0007\nBEGIN:VEVENT';
/** The same as one line of text, as a reader shall see it. */
const SHOWN = '<script>alert("ə")</script> & ]]> ; , \\ "x" BEGIN:VEVENT';

const line = (given: Partial<Record<'id' | 'slug' | 'number' | 'due' | 'withdrawn' | 'title', unknown>>) => ({
  ...{ id: 'm1', slug: '1.1', number: '1.1', due: day('2026-09-30'), withdrawn: false, title: { az: 'Terminallar' } },
  ...given,
});
const overview = (title: string, ...lines: readonly ReturnType<typeof line>[]): PlanOverview =>
  ({ plan: { title: { az: title } }, points: [{ point: null, measures: lines }] }) as unknown as PlanOverview;
const reportDate = (id: string, due: string) => ({ id, due_on: day(due) }) as ReportDateRow;
const address = (slug: string | null): string => `http://localhost:3000/az/x/plans/p${slug ? `/measures/${slug}` : ''}`;

/** Unfolded content lines of a calendar, after the rules on lines themselves were checked (RFC 5545, 3.1). */
function contentLines(calendar: string): readonly string[] {
  expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const physical of calendar.split('\r\n')) expect(Buffer.byteLength(physical)).toBeLessThanOrEqual(75);
  const unfolded = calendar
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((one) => one !== '');
  for (const one of unfolded) expect(one).toMatch(/^[A-Z][A-Z0-9-]*(;[A-Z-]+=[^:]+)*:/);
  return unfolded;
}

/** Events as objects; text is unescaped (RFC 5545, 3.3.11). */
function eventsOf(calendar: string): readonly Readonly<Record<string, string>>[] {
  const found: Record<string, string>[] = [];
  for (const one of contentLines(calendar)) {
    const [, name, value] = /^([^:]+):(.*)$/.exec(one)!;
    if (one === 'BEGIN:VEVENT') found.push({});
    const plain = value!.replace(/\\([nN;,\\])/g, (_all, c: string) => (c.toLowerCase() === 'n' ? '\n' : c));
    if (found.length > 0) found.at(-1)![name!] ??= plain;
  }
  return found;
}

describe('the calendar of deadlines', () => {
  const make = (...given: Parameters<typeof overview>) =>
    deadlinesCalendar(AZ, overview(...given), [reportDate('r1', '2026-12-31')], address, NOW);

  it('is a calendar of whole days with ids that stay', () => {
    const calendar = make('Plan', line({}));
    const lines = contentLines(calendar);
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines.filter((one) => one.startsWith('PRODID:'))).toHaveLength(1);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(lines).toContain('X-WR-CALNAME:Plan');
    const [due, report] = eventsOf(calendar);
    expect(due).toMatchObject({
      UID: 'm1@ortaq',
      DTSTAMP: '20261123T080000Z',
      'DTSTART;VALUE=DATE': '20260930',
      'DTEND;VALUE=DATE': '20261001',
      SUMMARY: 'Son tarix: 1.1 Terminallar',
      'URL;VALUE=URI': address('1.1'),
    });
    expect(report).toMatchObject({ UID: 'r1@ortaq', 'DTSTART;VALUE=DATE': '20261231', 'URL;VALUE=URI': address(null) });
    const later = eventsOf(make('Plan', line({ due: day('2027-01-31') })));
    expect(later.map((event) => event.UID)).toEqual(['m1@ortaq', 'r1@ortaq']);
  });

  it('leaves out what has no due day or was withdrawn, and says no number twice', () => {
    const calendar = make(
      'Plan',
      line({ id: 'a', due: null }),
      line({ id: 'b', withdrawn: true }),
      line({ number: null }),
    );
    expect(eventsOf(calendar).map((event) => event.SUMMARY)).toEqual(['Son tarix: Terminallar', expect.any(String)]);
  });

  it('shows hostile and long titles as text, in lines that fit', () => {
    const calendar = make(HOSTILE, line({ title: { az: `${HOSTILE} ${'ğ'.repeat(300)}` } }));
    const [due, report] = eventsOf(calendar);
    expect(eventsOf(calendar)).toHaveLength(2);
    expect(due!.SUMMARY).toBe(`Son tarix: 1.1 ${SHOWN} ${'ğ'.repeat(300)}`);
    expect(report!.SUMMARY).toContain(SHOWN);
    const name = contentLines(calendar).find((one) => one.startsWith('X-WR-CALNAME:'));
    expect(name).toBe('X-WR-CALNAME:<script>alert("ə")</script> & ]]> \\; \\, \\\\ "x" BEGIN:VEVENT');
  });
});

/** The text of the one element of a name, unescaped; of CDATA of type html as a reader of feeds would show it. */
function shown(xml: string, name: string): string {
  const found = new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? '';
  const entities = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  const html = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(found.trim())?.[1];
  if (html === undefined) return entities(found);
  expect(html).not.toMatch(/[<>]/);
  return entities(html);
}

describe('the news feed', () => {
  const item = (given: Partial<NewsItem> = {}): NewsItem => ({
    ...{ id: '01900000-0000-7000-8000-000000000001', day: day('2026-11-20'), title: 'Başlıq', text: 'Mətn' },
    ...{ href: address('1.1'), ...given },
  });
  const make = (title: string, ...items: readonly NewsItem[]) =>
    newsFeed(AZ, { title, author: 'Səbirabad', self: `${address(null)}.atom`, page: address(null) }, items, NOW);

  it('says what RFC 4287 asks for: id, title, updated, author, links; of each entry too', () => {
    const xml = make('Plan', item(), item({ id: '01900000-0000-7000-8000-000000000002', day: day('2026-11-01') }));
    const head = xml.slice(0, xml.indexOf('<entry>'));
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
    expect(head).toContain('<feed xml:lang="az" xmlns="http://www.w3.org/2005/Atom">');
    expect([shown(head, 'id'), shown(head, 'title'), shown(head, 'updated')]).toEqual([
      address(null),
      'Plan',
      '2026-11-20T00:00:00.000Z',
    ]);
    expect(head).toMatch(/<author>\s*<name>Səbirabad<\/name>/);
    expect(head).toContain(`<link rel="self" href="${address(null)}.atom"/>`);
    expect(head).toContain(`<link rel="alternate" href="${address(null)}"/>`);
    expect(head).not.toContain('<rights');
    const entries = xml.split('<entry>').slice(1);
    expect(entries.map((entry) => shown(entry, 'id'))).toEqual([
      'urn:uuid:01900000-0000-7000-8000-000000000001',
      'urn:uuid:01900000-0000-7000-8000-000000000002',
    ]);
    expect(entries.map((entry) => shown(entry, 'updated'))).toEqual([
      '2026-11-20T00:00:00.000Z',
      '2026-11-01T00:00:00.000Z',
    ]);
    expect(entries[0]).toContain(`<link href="${address('1.1')}"/>`);
  });

  it('shows hostile titles and texts as text', () => {
    const xml = make(HOSTILE, item({ title: HOSTILE, text: HOSTILE }));
    const [head, entry] = xml.split('<entry>') as [string, string];
    expect(shown(head, 'title')).toBe(SHOWN);
    expect(shown(entry, 'title')).toBe(SHOWN);
    expect(shown(entry, 'summary').replace(/\s+/g, ' ')).toBe(SHOWN);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are no characters of XML 1.0
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  });

  it('is whole without news', () => {
    const xml = make('Plan');
    expect(shown(xml, 'updated')).toBe(NOW.toISOString());
    expect(xml).not.toContain('<entry>');
  });
});
