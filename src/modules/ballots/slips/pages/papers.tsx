import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Block, Card, Paper } from '#core/papers/paper.ts';
import { paperFrame, signLines } from '#ui/letterhead.ts';
import type { Motion, SlipOrder } from '../schema.ts';

/** What stands beside the squares, in the order of the ballot. */
const optionsOf = (lang: Lang, { kind, options }: Motion): readonly string[] =>
  kind === 'motion'
    ? [lang.t('ballots.slips.for'), lang.t('ballots.slips.against'), lang.t('ballots.slips.abstain')]
    : options.map((option) => lang.pick(option));

const HOW = {
  motion: 'ballots.slips.how_one',
  choice: 'ballots.slips.how_one',
  approval: 'ballots.slips.how_many',
  ranked: 'ballots.slips.how_ranked',
} as const;

/** Ballot papers to cut apart: all alike, with no word of whose they are. */
export function slipPaper(lang: Lang, forum: Forum, { motion, count, session, address }: SlipOrder): Paper {
  const card: Card = {
    above: [lang.pick(forum.name), ...(session ? [session] : [])].join(' · '),
    title: lang.t('ballots.slips.paper', { number: motion.number }),
    words: lang.pick(motion.words),
    how: lang.t(HOW[motion.kind]),
    options: optionsOf(lang, motion),
    mark: motion.kind === 'ranked' ? 'rank' : 'cross',
    below: lang.t('ballots.slips.no_name'),
    stamp: lang.t('ui.press.stamp'),
  };
  return {
    ...paperFrame(lang, forum, address),
    ...{ title: card.title, about: null, body: { layout: 'cards', card, count } },
  };
}

/** Two counting sheets, one for each counter. */
export const countingPapers = (lang: Lang, forum: Forum, order: SlipOrder): readonly Paper[] =>
  ([1, 2] as const).map((which) => ({
    ...paperFrame(lang, forum, order.address),
    title: lang.t('ballots.slips.sheet', { which, number: order.motion.number }),
    about: [
      ...(order.session ? [order.session] : []),
      lang.t(order.motion.secrecy === 'secret' ? 'ballots.slips.secret' : 'ballots.slips.open'),
    ].join(' · '),
    body: { layout: 'letter', blocks: [...counted(lang, order.motion), signed(lang, which)] },
  }));

const signed = (lang: Lang, which: 1 | 2): Block =>
  signLines(
    lang,
    [lang.t('ballots.slips.counter', { which }), lang.t('ballots.slips.observer')].map((role) => ({
      role,
      name: `${lang.t('ballots.slips.name_line')}: ______________________`,
    })),
    false,
  );

function counted(lang: Lang, motion: Motion): readonly Block[] {
  const papers = ['printed', 'given', 'left', 'box'] as const;
  const figures = [
    { label: lang.t('ballots.slips.figure'), share: 2 },
    { label: lang.t('ballots.slips.in_words'), share: 4 },
  ];
  const rows = motion.kind === 'ranked' ? [] : optionsOf(lang, motion);
  const last = [lang.t('ballots.slips.blank'), lang.t('ballots.slips.invalid')];
  // Of an order of preference each different order is written down once, with how many papers say it.
  const blanks = motion.kind === 'ranked' ? Array.from({ length: ORDERS }, () => '') : [];
  return [
    { kind: 'text', text: begun(lang.pick(motion.words)), tone: 'strong' },
    { kind: 'text', text: lang.t('ballots.slips.alone') },
    { kind: 'heading', level: 2, text: lang.t('ballots.slips.papers') },
    {
      kind: 'table',
      high: 7,
      columns: [{ label: lang.t('ballots.slips.row'), share: 5 }, ...figures],
      rows: papers.map((key) => [lang.t(`ballots.slips.${key}`), '', '']),
    },
    {
      kind: 'heading',
      level: 2,
      text: lang.t(motion.kind === 'ranked' ? 'ballots.slips.orders' : 'ballots.slips.votes'),
    },
    ...(motion.kind === 'ranked' ? [{ kind: 'list', ordered: true, items: optionsOf(lang, motion) } as const] : []),
    {
      kind: 'table',
      high: motion.kind === 'ranked' ? 8 : 12,
      columns: [
        { label: lang.t(motion.kind === 'ranked' ? 'ballots.slips.order' : 'ballots.slips.option'), share: 4 },
        { label: lang.t('ballots.slips.strokes'), share: 5 },
        ...figures.map(({ label }, i) => ({ label, share: i === 0 ? 2 : 3 })),
      ],
      rows: [...rows, ...blanks, ...last].map((label) => [label, '', '', '']),
    },
    {
      kind: 'text',
      tone: 'quiet',
      text: lang.t(motion.kind === 'approval' ? 'ballots.slips.check_many' : 'ballots.slips.check'),
    },
  ];
}
/** Enough to know which motion it is: the ballot has a number. */
const begun = (words: string): string => (words.length <= BEGUN ? words : `${words.slice(0, BEGUN).trimEnd()}…`);
const BEGUN = 240;

/** Lines for different orders; 23 papers seldom hold more. */
const ORDERS = 12;
