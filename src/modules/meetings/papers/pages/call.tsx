import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Block, Paper } from '#core/papers/paper.ts';
import { paperFrame, signLines } from '#ui/letterhead.ts';
import type { Bundle } from '../schema.ts';

/** "Meeting 3, 27 November 2026" */
export const aboutMeeting = (lang: Lang, { meeting }: Pick<Bundle, 'meeting'>): string =>
  lang.t('meetings.papers.about', { number: meeting.number, day: lang.date(meeting.call.on) });

/** When and where. */
function facts(lang: Lang, { meeting }: Bundle, link: boolean): Block {
  const { call } = meeting;
  const day = call.until ? `${lang.date(call.on)} – ${lang.date(call.until)}` : lang.date(call.on);
  const rows: (readonly [string, string])[] = [[lang.t('meetings.papers.day'), day]];
  if (call.hour) rows.push([lang.t('meetings.papers.hour'), call.hour]);
  if (call.place) rows.push([lang.t('meetings.papers.place'), lang.pick(call.place)]);
  if (link && call.link) rows.push([lang.t('meetings.papers.link_online'), call.link]);
  rows.push([lang.t('meetings.papers.convener'), lang.t(`meetings.convener.${call.convener}`)]);
  return { kind: 'facts', rows };
}

/** The items with who presents them and what for. */
const itemTable = (lang: Lang, { items, minutes }: Bundle): Block => ({
  kind: 'table',
  columns: [
    { label: lang.t('meetings.papers.no'), share: 1, align: 'centre' },
    { label: lang.t('meetings.papers.item'), share: 9 },
    { label: lang.t('meetings.papers.presenter'), share: 4 },
    { label: lang.t('meetings.papers.kind'), share: 2.4 },
  ],
  rows: items.map((item) => [
    String(item.number),
    [lang.pick(item.title), ...(item.words ? [lang.pick(item.words)] : [])].join('\n'),
    lang.pick(minutes.items.find(({ id }) => id === item.id)?.presenter ?? {}),
    lang.t(`meetings.item.${item.kind}`),
  ]),
});

/** The agenda, for the table and the wall. */
export const agendaPaper = (lang: Lang, forum: Forum, bundle: Bundle): Paper => ({
  ...paperFrame(lang, forum, bundle.address),
  title: lang.t('meetings.papers.name.agenda'),
  about: `${aboutMeeting(lang, bundle)}\n${lang.pick(bundle.meeting.call.title)}`,
  body: {
    layout: 'letter',
    blocks: [
      facts(lang, bundle, false),
      { kind: 'heading', level: 2, text: lang.t('meetings.papers.items') },
      itemTable(lang, bundle),
    ],
  },
});

/** The letter that calls members in. */
export function invitationPaper(lang: Lang, forum: Forum, bundle: Bundle): Paper {
  const { call } = bundle.meeting;
  return {
    ...paperFrame(lang, forum, bundle.address),
    title: lang.t('meetings.papers.name.invitation'),
    about: aboutMeeting(lang, bundle),
    body: {
      layout: 'letter',
      blocks: [
        { kind: 'text', text: `${lang.t('meetings.papers.invite_to')} ______________________________________` },
        {
          kind: 'text',
          text: lang.t('meetings.papers.invite_words', { title: lang.pick(call.title) }),
        },
        facts(lang, bundle, true),
        ...(bundle.items.length > 0
          ? ([
              { kind: 'heading', level: 2, text: lang.t('meetings.papers.name.agenda') },
              { kind: 'list', ordered: true, items: bundle.items.map(({ title }) => lang.pick(title)) },
            ] as const)
          : []),
        { kind: 'text', text: lang.t('meetings.papers.invite_ask') },
        { kind: 'text', text: `${lang.t('meetings.papers.with_respect')},` },
        signLines(lang, [{ role: lang.t(`meetings.convener.${call.convener}`), name: '' }]),
      ],
    },
  };
}
