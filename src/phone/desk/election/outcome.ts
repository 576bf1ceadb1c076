import { outcomesIn, resultOf, takenOf, tieToSettle } from '#modules/ballots/closing/rules.ts';
import type { Ballot, Count } from '#modules/ballots/schema.ts';
import type { Result, Settled } from '#modules/ballots/tallies/schema.ts';
import { hasQuorum, passes } from '#modules/forum/rulebook/thresholds/rules.ts';
import { electorsIn } from '#modules/meetings/desk/elections/rules.ts';
import type { Election, Prepared } from '#modules/meetings/desk/elections/schema.ts';
import type { Hall, Snapshot } from '#modules/meetings/desk/schema.ts';

/** What an election came to, and the tie that somebody must decide first as the rules say. */
export interface ElectionFound {
  readonly result: Result;
  readonly tie: {
    readonly article: string;
    readonly how: Settled['how'];
    /** Options by their number of this round. */
    readonly between: readonly string[];
    /** In a run-off with more than two left the chosen one goes out; else it wins or goes on. */
    readonly goesOut: boolean;
  } | null;
}

/**
 * The result of an election by the very rules that the site closes a ballot with. Presence is that of its end; of an open
 * one, that of now. null: more slips than seats that took part, so somebody counted wrong.
 */
export function electionFound(
  snapshot: Snapshot,
  hall: Hall,
  election: Election,
  prepared: Prepared,
  settled: readonly Settled[],
): ElectionFound | null {
  const ballot = ballotOf(snapshot, election, prepared);
  const presence = election.ended?.presence ?? electorsIn(snapshot, hall, prepared);
  const counts = election.piles.flatMap((piles, i): readonly Count[] =>
    piles ? [{ number: i + 1, piles, counter: String(i + 1), by: null }] : [],
  );
  const all = {
    ...{ ballot, counts, slips: { keys: [], of: [] } },
    roll: snapshot.seats.map(({ key, number, constituency, organisation, filled }) => ({
      ...{ key, number, constituency, organisation, filled, seat: null, body: null },
      recused: prepared.aside.find((one) => one.key === key)?.who ?? ('nobody' as const),
    })),
    marks: [...election.said].map(([key, say]) => {
      const there = presence.find((one) => one.seat === key);
      const speaker = there?.way === 'alternate' || there?.way === 'proxy' ? there.way : ('representative' as const);
      return { key, say, speaker, carriedBy: there?.carriedBy ?? null, way: 'called' as const, person: null };
    }),
    session: { presence: presence.map(({ seat: key, ...one }) => ({ key, ...one })) },
  };
  const by = { forum: snapshot.forum, now: ballot.opening!.at };
  const taken = takenOf(all, outcomesIn(all), { chair: null, settled }, by);
  try {
    const result = resultOf({ hasQuorum, passes }, taken);
    const asked = tieToSettle(ballot, result);
    const goesOut = result.rounds.length > 0 && (result.rounds.at(-1)?.stands.length ?? 0) > 2;
    const how = asked?.by === 'lot' ? 'lot' : 'chair';
    return { result, tie: asked && { article: asked.article, how, between: result.between, goesOut } };
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    return null;
  }
}

/** The ballot as the site will open it; a next round has its options by new numbers. */
function ballotOf({ book, constituencies, seats }: Snapshot, { options, again }: Election, prepared: Prepared): Ballot {
  const { id, number, title, words, kind, method, decision, secrecy, item, second } = prepared;
  const at = new Date(0);
  const of = (constituency: string) => seats.filter((seat) => seat.constituency === constituency);
  return {
    ...{ id, number, title, words, kind, method, decision, secrecy, secrecyReason: null, mode: 'hall', about: [] },
    ...{ decides: null, meeting: null, item, againOf: again || second ? id : null, closesAt: null, origin: 'desk' },
    ...{ enteredOn: at.toISOString().slice(0, 10) as Ballot['enteredOn'], withdrawal: null, closure: null },
    options: optionsOf({ options, again }, prepared),
    opening: {
      ...{ on: at.toISOString().slice(0, 10) as Ballot['enteredOn'], at, closesAt: null, by: 'documents', book },
      voters: constituencies.map((one) => ({
        ...{ constituency: one.id, name: one.name, all: of(one.id).length },
        filled: of(one.id).filter(({ filled }) => filled).length,
      })),
      rollHash: '',
    },
  };
}

/** Options of this round by their number on its slip: of a next round counted anew. */
export function optionsOf(
  { options, again }: Pick<Election, 'options' | 'again'>,
  prepared: Prepared,
): Prepared['options'] {
  return prepared.options
    .filter(({ id }) => options.includes(id))
    .map(({ id, label }, i) => ({ id: again ? String(i + 1) : id, label }));
}
