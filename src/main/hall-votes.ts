import { cut } from '#core/i18n/short-message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { type BallotNeeds, recordBallot } from '#modules/ballots/contract.ts';
import { sessionOf } from '#modules/meetings/contract.ts';
import type { HallVote, KeepVote } from '#modules/meetings/desk/bringing/schema.ts';

/** Votes that were taken at a meeting desk without internet become ballots, held and closed at once. */
export const keepVote =
  (needs: BallotNeeds): KeepVote =>
  async (ctx, vote) => {
    const { meeting, item, words } = vote;
    const session = await sessionOf(ctx.db, ctx.forum, { meeting, item });
    const lang = needs.lang(ctx.forum.languages[0] ?? ctx.lang);
    const made = await recordBallot(ctx, needs, {
      written: {
        ...{ title: titleOf(words), words, kind: 'motion', method: null, decision: vote.decision, mode: 'hall' },
        ...{ secrecy: vote.counting === 'slips' ? 'secret' : 'open', secrecyReason: vote.reason },
        ...{ about: [...vote.about], decides: null, meeting, item, againOf: null, closesAt: null },
        ...{ origin: 'desk', options: [] },
      },
      called: calledOf(vote),
      // Hands are counted once, and both lines say the same; slips were counted by two people.
      counts: (vote.counting === 'hands' ? [...vote.counts, ...vote.counts] : vote.counts).map((counts, i) => ({
        counter: lang.t('meetings.desk.counter', { n: i + 1 }),
        piles: counts.flatMap(pilesOf),
      })),
      ties: { chair: vote.chair, settled: [] },
      session,
    });
    if (!made.ok) return made;
    const { number, object, touched } = made.value;
    return { ok: true, value: { number, objects: [object, ...touched] } };
  };

const MOST_OF_TITLE = 200;

/** The beginning of the motion, in each of its languages. */
const titleOf = (words: Texts): Texts =>
  Object.fromEntries(
    LANGUAGES.flatMap((code) => {
      const text = words[code];
      return text ? [[code, cut(text.replace(/\s+/g, ' ').trim(), MOST_OF_TITLE)]] : [];
    }),
  );

const calledOf = ({ marks, presence }: HallVote) =>
  [...marks].map(([key, say]) => {
    const there = presence.find((one) => one.seat === key);
    const speaker = there?.way === 'alternate' || there?.way === 'proxy' ? there.way : ('representative' as const);
    return { key, say, speaker, carriedBy: there?.carriedBy ?? null };
  });

const pilesOf = (count: HallVote['counts'][number][number]) =>
  (['for', 'against', 'abstain', 'spoilt'] as const).map((mark) => ({
    ...{ box: count.constituency, slip: mark === 'spoilt' ? ('invalid' as const) : mark, count: count[mark] },
  }));
