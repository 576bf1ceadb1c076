import type { Ctx } from '#core/command.ts';
import { ok, type Result } from '#core/errors/result.ts';
import { cut } from '#core/i18n/short-message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { type BallotNeeds, holdAgain, holdBallot, type Recorded, recordBallot } from '#modules/ballots/contract.ts';
import { sessionOf } from '#modules/meetings/contract.ts';
import type { HallElection, HallVote, KeepVotes, VoteKept } from '#modules/meetings/desk/bringing/schema.ts';

/** Votes that were taken at a meeting desk without internet become ballots, held and closed at once. */
export const keepVotes = (needs: BallotNeeds): KeepVotes => ({
  vote: async (ctx, vote) => {
    const { meeting, item, words } = vote;
    const session = await sessionOf(ctx.db, ctx.forum, { meeting, item });
    const made = await recordBallot(ctx, needs, {
      written: {
        ...{ title: titleOf(words), words, kind: 'motion', method: null, decision: vote.decision, mode: 'hall' },
        ...{ secrecy: vote.counting === 'slips' ? 'secret' : 'open', secrecyReason: vote.reason },
        ...{ about: [...vote.about], decides: null, meeting, item, againOf: null, closesAt: null },
        ...{ origin: 'desk', options: [] },
      },
      called: calledOf(vote.marks, vote.presence),
      // Hands are counted once, and both lines say the same; slips were counted by two people.
      counts: counted(
        ctx,
        needs,
        (vote.counting === 'hands' ? [...vote.counts, ...vote.counts] : vote.counts).map((one) => one.flatMap(pilesOf)),
      ),
      ties: { chair: vote.chair, settled: [] },
      session,
    });
    return keptOf(made);
  },
  election: async (ctx, { meeting, item, ballot, again, options, said, piles, presence, settled }) => {
    const held = {
      called: calledOf(said, presence),
      counts: counted(ctx, needs, piles),
      ties: { chair: null, settled },
      session: await sessionOf(ctx.db, ctx.forum, { meeting, item }),
    };
    const id = ballot as Recorded['id'];
    return keptOf(
      await (again ? holdAgain(ctx, needs, { first: id, options }, held) : holdBallot(ctx, needs, id, held)),
    );
  },
});

function keptOf(made: Result<Recorded>): Result<VoteKept> {
  if (!made.ok) return made;
  const { number, object, touched, bodies } = made.value;
  return ok({ number, objects: [object, ...touched], bodies });
}

/** Counts one after the other, by counters of the desk who have no name. */
function counted(ctx: Ctx, { lang }: BallotNeeds, all: HallElection['piles']) {
  const words = lang(ctx.forum.languages[0] ?? ctx.lang);
  return all.map((piles, i) => ({ counter: words.t('meetings.desk.counter', { n: i + 1 }), piles }));
}

const MOST_OF_TITLE = 200;

/** The beginning of the motion, in each of its languages. */
const titleOf = (words: Texts): Texts =>
  Object.fromEntries(
    LANGUAGES.flatMap((code) => {
      const text = words[code];
      return text ? [[code, cut(text.replace(/\s+/g, ' ').trim(), MOST_OF_TITLE)]] : [];
    }),
  );

const calledOf = <T extends string | readonly number[]>(
  marks: ReadonlyMap<string, T>,
  presence: HallVote['presence'],
) =>
  [...marks].map(([key, say]) => {
    const there = presence.find((one) => one.seat === key);
    const speaker = there?.way === 'alternate' || there?.way === 'proxy' ? there.way : ('representative' as const);
    return { key, say, speaker, carriedBy: there?.carriedBy ?? null };
  });

const pilesOf = (count: HallVote['counts'][number][number]) =>
  (['for', 'against', 'abstain', 'spoilt'] as const).map((mark) => ({
    ...{ box: count.constituency, slip: mark === 'spoilt' ? ('invalid' as const) : mark, count: count[mark] },
  }));
