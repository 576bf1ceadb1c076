import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Block, Paper } from '#core/papers/paper.ts';
import type { QuorumFound } from '#modules/forum/contract.ts';
import { paperFrame, signLines } from '#ui/letterhead.ts';
import type { GroupThere, ItemSaid, Minutes, SeatSaid, SeatThere } from '../../minutes/composing/schema.ts';
import { outcomeWords } from '../../minutes/pages/parts/ballot-part.tsx';
import type { Bundle } from '../schema.ts';

/** The minutes: what happened as it is known, lines to write on where nothing is known yet, places to sign and stamp. */
export function minutesPaper(lang: Lang, forum: Forum, bundle: Bundle): Paper {
  const { minutes, approved } = bundle;
  const about = [
    lang.date(minutes.on),
    ...(minutes.place ? [lang.pick(minutes.place)] : []),
    ...(minutes.begun && minutes.ended
      ? [lang.t('meetings.papers.hours', { begun: minutes.begun, ended: minutes.ended })]
      : []),
    ...(approved ? [] : [lang.t('meetings.papers.draft')]),
  ];
  return {
    ...paperFrame(lang, forum, bundle.address),
    title: lang.t('meetings.papers.minutes_of', { number: minutes.number }),
    about: `${about.join(', ')}\n${lang.pick(minutes.title)}`,
    body: {
      layout: 'letter',
      blocks: [
        facts(lang, minutes),
        ...attendance(lang, bundle),
        ...breaches(lang, bundle),
        ...minutes.items.flatMap((item) => itemBlocks(lang, item, bundle.meeting.ended !== null)),
        ...(minutes.text ? [{ kind: 'text', text: lang.pick(minutes.text) } as const] : []),
        ...corrections(lang, bundle),
        signLines(
          lang,
          (['chair', 'secretary'] as const).map((key) => ({ role: lang.t(`meetings.papers.${key}`), name: '' })),
        ),
      ],
    },
  };
}

function facts(lang: Lang, minutes: Minutes): Block {
  const rows: (readonly [string, string])[] = [
    [lang.t('meetings.papers.convener'), lang.t(`meetings.convener.${minutes.convener}`)],
    [lang.t('meetings.papers.keeper'), lang.pick(minutes.keeper)],
  ];
  if (minutes.invitedOn) rows.push([lang.t('meetings.papers.invited'), lang.date(minutes.invitedOn)]);
  return { kind: 'facts', rows };
}

/** Seats by group with how they were there; before the meeting empty, to be ticked off by hand. */
function attendance(lang: Lang, { minutes, meeting }: Bundle): readonly Block[] {
  const known = meeting.begun !== null;
  const name = (group: GroupThere) => (group.name ? lang.pick(group.name) : lang.t('meetings.papers.all_members'));
  return [
    { kind: 'heading', level: 2, text: lang.t('meetings.papers.attendance') },
    {
      kind: 'table',
      columns: [
        { label: lang.t('meetings.papers.seat'), share: 1.3, align: 'centre' },
        { label: lang.t('meetings.papers.organisation'), share: 9 },
        { label: lang.t('meetings.papers.way'), share: 5 },
      ],
      rows: minutes.groups.flatMap((group) => [
        {
          across: known
            ? lang.t('meetings.papers.there', { name: name(group), there: group.there, filled: group.filled })
            : lang.t('meetings.papers.group', { name: name(group), n: group.filled }),
        },
        ...group.seats.map((seat) => [
          String(seat.number),
          lang.pick(seat.organisation),
          known ? wayOf(lang, seat) : '',
        ]),
      ]),
    },
    ...(known ? [{ kind: 'text', text: quorumWords(lang, minutes.quorum) } as const] : []),
    ...(minutes.guests.length > 0
      ? ([
          { kind: 'heading', level: 3, text: lang.t('meetings.papers.guests') },
          {
            kind: 'list',
            ordered: false,
            items: minutes.guests.map(({ words, n }) => lang.t('meetings.papers.guest_row', { words, n })),
          },
        ] as const)
      : []),
  ];
}

const wayOf = (lang: Lang, { way, carriedBy }: SeatThere): string =>
  [
    lang.t(`meetings.way.${way}`),
    ...(carriedBy === null ? [] : [lang.t('meetings.way.carried_by', { seat: carriedBy })]),
  ].join(', ');

const quorumWords = (lang: Lang, quorum: QuorumFound | null): string =>
  quorum
    ? lang.t(`meetings.papers.quorum.${quorum.met ? 'yes' : 'no'}`, { article: quorum.article })
    : lang.t('meetings.papers.quorum.unknown');

function itemBlocks(lang: Lang, item: ItemSaid, ended: boolean): readonly Block[] {
  const title = item.number > 0 ? `${item.number}. ${lang.pick(item.title)}` : lang.t('meetings.papers.other');
  const head: Block[] = [{ kind: 'heading', level: 2, text: title }];
  const presenter = item.presenter && `${lang.t('meetings.papers.presenter')}: ${lang.pick(item.presenter)}`;
  if (presenter) head.push({ kind: 'text', tone: 'quiet', text: presenter });
  if (!item.held)
    return ended ? [...head, { kind: 'text', text: lang.t('meetings.papers.not_held') }] : [...head, ...toFill(lang)];
  const seats = (rows: readonly SeatSaid[]) =>
    lang.list(
      rows.map(({ number, organisation: of }) => lang.t('meetings.papers.seat_named', { number, name: lang.pick(of) })),
    );
  const texts = [
    ...(item.words ? [lang.pick(item.words)] : []),
    ...item.changes.map((seat) =>
      lang.t('meetings.papers.change', {
        number: seat.number,
        name: lang.pick(seat.organisation),
        way: wayOf(lang, seat),
      }),
    ),
    ...(item.aside.length > 0 ? [lang.t('meetings.papers.aside', { seats: seats(item.aside) })] : []),
    ...(item.number > 0 ? [quorumWords(lang, item.quorum)] : []),
    ...item.ballots.map(
      (ballot) =>
        `${lang.t('meetings.ballot_no', { number: ballot.number })}: ${lang.pick(ballot.words)} ${outcomeWords(lang, ballot)}`,
    ),
    ...(item.text ? [lang.pick(item.text)] : []),
    ...(item.said ? [lang.t('meetings.papers.said', { words: lang.pick(item.said) })] : []),
  ];
  return [...head, ...texts.map((text) => ({ kind: 'text', text }) as const), ...given(lang, item)];
}

/** What was decided and given to do. */
const given = (lang: Lang, { decisions, tasks }: ItemSaid): readonly Block[] => [
  ...decisions.map(
    ({ number, words, ballot, article }): Block => ({
      kind: 'text',
      tone: 'strong',
      text: [
        lang.t('meetings.papers.decision', { number, words: lang.pick(words) }),
        ...(ballot === null ? [] : [lang.t('meetings.papers.by_ballot', { ballot })]),
        ...(article === null ? [] : [lang.t('meetings.papers.by_article', { article })]),
      ].join(' '),
    }),
  ),
  ...tasks.map(
    ({ number, words, owner, due }): Block => ({
      kind: 'text',
      text: lang.t('meetings.papers.task', {
        ...{ number, words: lang.pick(words), owner: lang.pick(owner), day: lang.date(due) },
      }),
    }),
  ),
];

/** What of the rules was not kept, each with its article. */
const breaches = (lang: Lang, { minutes, titles }: Bundle): readonly Block[] =>
  minutes.breaches.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: lang.t('meetings.breach.title') },
        {
          kind: 'list',
          ordered: false,
          items: minutes.breaches.map(({ kind, params, article, document }) =>
            [
              lang.say({ key: `meetings.breach.${kind}`, params }),
              ...(article && document
                ? [lang.t('meetings.breach.article', { article, document: lang.pick(titles.get(document) ?? {}) })]
                : []),
            ].join(' '),
          ),
        },
      ];

/** As minutes are written by hand: heard, spoke, decided. */
const toFill = (lang: Lang): readonly Block[] =>
  (['heard', 'spoke', 'decided'] as const).flatMap((key): readonly Block[] => [
    { kind: 'lines', label: `${lang.t(`meetings.papers.${key}`)}:`, count: key === 'spoke' ? 3 : 2 },
    ...(key === 'decided' ? [{ kind: 'text', text: lang.t('meetings.papers.voted') } as const] : []),
  ]);

const corrections = (lang: Lang, { corrections: rows }: Bundle): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: lang.t('meetings.papers.corrections') },
        ...rows.map(
          ({ on, decision, words }): Block => ({
            kind: 'text',
            text: lang.t('meetings.papers.correction', { day: lang.date(on), decision, words: lang.pick(words) }),
          }),
        ),
      ];
