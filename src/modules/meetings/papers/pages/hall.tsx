import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Block, Paper, TableBlock } from '#core/papers/paper.ts';
import { paperFrame, signLines } from '#ui/letterhead.ts';
import type { Elector } from '../../attendance/schema.ts';
import type { Bundle } from '../schema.ts';
import { aboutMeeting } from './call.tsx';

/** Seats that somebody holds, by constituency in the order of their numbers. */
function groupsOf({ electorate }: Bundle): readonly (readonly [Elector, ...Elector[]])[] {
  const groups = new Map<string, [Elector, ...Elector[]]>();
  for (const row of electorate.rows.filter(({ filled }) => filled)) {
    const own = groups.get(row.constituency);
    if (own) own.push(row);
    else groups.set(row.constituency, [row]);
  }
  return [...groups.values()];
}

const groupName = (lang: Lang, row: Elector): string =>
  row.constituencyName ? lang.pick(row.constituencyName) : lang.t('meetings.papers.all_members');

/** Who is there signs: each seat with a line for its representative and one for its alternate. */
export function attendancePaper(lang: Lang, forum: Forum, bundle: Bundle): Paper {
  const alternates = bundle.electorate.book.rules.alternates?.value.allowed !== false;
  const whoOf = ({ key }: Elector): string => {
    const { representative, alternate } = bundle.speakers.get(key) ?? { representative: null, alternate: null };
    const lineOf = (as: string, name: string | null) => [as, name].filter(Boolean).join(' ');
    return [
      lineOf(lang.t('meetings.papers.as_representative'), representative),
      ...(alternates ? [lineOf(lang.t('meetings.papers.as_alternate'), alternate)] : []),
    ].join('\n\n');
  };
  const seats: TableBlock = {
    kind: 'table',
    high: alternates ? 11.5 : 9,
    columns: [
      { label: lang.t('meetings.papers.seat'), share: 1.3, align: 'centre' },
      { label: lang.t('meetings.papers.organisation'), share: 6 },
      { label: lang.t('meetings.papers.who'), share: 6 },
      { label: lang.t('meetings.papers.arrived'), share: 1.8 },
      { label: lang.t('meetings.papers.signature'), share: 3.6 },
    ],
    rows: groupsOf(bundle).flatMap((rows) => [
      { across: lang.t('meetings.papers.group', { name: groupName(lang, rows[0]), n: rows.length }) },
      ...rows.map((row) => [String(row.number), lang.pick(row.organisation), whoOf(row), '', '']),
    ]),
  };
  return {
    ...paperFrame(lang, forum, bundle.address),
    title: lang.t('meetings.papers.name.attendance'),
    about: aboutMeeting(lang, bundle),
    body: {
      layout: 'letter',
      blocks: [
        seats,
        ...guestList(lang),
        { kind: 'text', tone: 'quiet', text: lang.t('meetings.papers.attendance_note') },
        signLines(lang, [{ role: lang.t('meetings.papers.secretary'), name: '' }]),
      ],
    },
  };
}

const guestList = (lang: Lang): readonly Block[] => [
  { kind: 'heading', level: 2, text: lang.t('meetings.papers.guests') },
  {
    kind: 'table',
    high: 8,
    columns: [
      { label: lang.t('meetings.papers.who'), share: 5 },
      { label: lang.t('meetings.papers.guest_of'), share: 6 },
      { label: lang.t('meetings.papers.guest_kind'), share: 3 },
      { label: lang.t('meetings.papers.signature'), share: 3.6 },
    ],
    rows: Array.from({ length: GUESTS }, () => ['', '', '', '']),
  },
];
const GUESTS = 6;

/** A plate for each seat: seat, group and organisation, to be folded once. */
export const platesPaper = (lang: Lang, forum: Forum, bundle: Bundle): Paper => ({
  ...paperFrame(lang, forum, bundle.address),
  title: lang.t('meetings.papers.name.plates'),
  about: null,
  body: {
    layout: 'tents',
    fold: lang.t('meetings.papers.fold'),
    tents: groupsOf(bundle).flatMap((rows) =>
      rows.map((row) => ({
        above: row.constituencyName
          ? lang.t('meetings.papers.plate', { number: row.number, group: lang.pick(row.constituencyName) })
          : lang.t('meetings.papers.plate_alone', { number: row.number }),
        name: lang.pick(row.organisation),
      })),
    ),
  },
});
