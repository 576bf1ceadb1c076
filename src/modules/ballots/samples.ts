import type { Actor } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { momentOf } from '#core/time/local-hour.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { closeBallot } from './closing/commands.ts';
import { enterCount } from './counting/commands.ts';
import { DEMO_ELECTION, DEMO_MOTIONS, DEMO_OPEN, DEMO_SECRET, type DemoMotion } from './demo/ballots.ts';
import { markSeats } from './marking/commands.ts';
import { openBallot } from './opening/commands.ts';
import { rollOf } from './queries.ts';
import type { BallotId, BallotNeeds, Say } from './schema.ts';
import { votedInSecret } from './secret/samples.ts';
import { castVote } from './voting/commands.ts';
import { writeBallot } from './writing/commands.ts';
import type { Written } from './writing/forms.ts';

/** Where the made-up votes are loaded. */
export interface VotingWorld {
  readonly together: Together;
  readonly today: PlainDate;
  readonly zone: string;
  readonly forum: string;
  readonly needs: BallotNeeds;
  readonly coordinator: Actor;
  /** Who speaks for an organisation, by its id. */
  readonly member: (body: string) => Actor;
}

/** A motion in the hall, open, about nothing in particular; `given` says what is different. */
export const motion = (given: Partial<Written> & { readonly title: Texts; readonly words: Texts }): Written => ({
  ...{ kind: 'motion', method: null, decision: 'ordinary', secrecy: 'open', secrecyReason: null, mode: 'hall' },
  ...{
    about: [],
    decides: null,
    meeting: null,
    item: null,
    againOf: null,
    closesAt: null,
    origin: 'here',
    options: [],
  },
  ...given,
});

const SAID: Readonly<Record<string, Say>> = {
  ...{ f: 'for', a: 'against', b: 'abstain', n: 'not_voting', e: 'excused', v: 'voted' },
};

/** Loads the votes of the demonstration: adopted, lost by one constituency, a secret election, one that is open now. */
export async function loadBallots(world: VotingWorld): Promise<void> {
  const { together, today, coordinator } = world;
  together.as(coordinator);
  for (const one of DEMO_MOTIONS) {
    together.at(addDays(today, one.on));
    await votedMotion(world, one);
  }
  together.at(addDays(today, DEMO_ELECTION.on));
  await election(world);
  await secretElection(world);
  together.at(addDays(today, DEMO_OPEN.on));
  await openNow(world);
  together.at(null);
  together.as(null);
}

async function begun(world: VotingWorld, written: Written): Promise<BallotId> {
  const { together, needs } = world;
  const { id } = await must(together.perform(writeBallot(needs), written));
  await must(together.perform(openBallot(needs), { ballot: id }));
  return id;
}

/** One letter a seat, by number; a letter that says nothing is an absent seat. */
async function call({ together, needs, forum }: VotingWorld, ballot: BallotId, letters: string): Promise<void> {
  const roll = await rollOf(together.db, forum, ballot);
  const called = roll.flatMap(({ key, filled }, i) => {
    const say = SAID[letters[i] ?? ''];
    return say && filled ? [{ key, say, speaker: 'representative' as const, carriedBy: null }] : [];
  });
  await must(together.perform(markSeats(needs), { ballot, called }));
}

const NO_TIE = { chair: null, settled: [] };

async function votedMotion(world: VotingWorld, { title, words, decision, called }: DemoMotion): Promise<void> {
  const ballot = await begun(world, motion({ title, words, decision }));
  await call(world, ballot, called);
  await must(world.together.perform(closeBallot(world.needs), { ballot, ...NO_TIE }));
}

async function election(world: VotingWorld): Promise<void> {
  const { together, needs } = world;
  const { title, words, options, votes, blank, counters } = DEMO_ELECTION;
  const chosen = { kind: 'choice', decision: 'election', secrecy: 'secret', mode: 'paper' } as const;
  const ballot = await begun(
    world,
    motion({ title, words, ...chosen, options: options.map((label) => ({ ...label })) }),
  );
  await call(world, ballot, 'vvvvvvvvvvvvvvvvvvvv');
  const piles = [
    ...votes.map((count, i) => ({ box: null, slip: options.map((_, j) => (i === j ? 1 : 0)), count })),
    { box: null, slip: 'blank' as const, count: blank },
  ];
  for (const counter of counters) await must(together.perform(enterCount(needs), { ballot, piles, counter }));
  await must(together.perform(closeBallot(needs), { ballot, ...NO_TIE }));
}

async function secretElection(world: VotingWorld): Promise<void> {
  const { together, needs, today, zone, coordinator } = world;
  const { title, words, options, slips, on, closes, hour, closed } = DEMO_SECRET;
  together.at(addDays(today, on));
  const written = motion({
    ...{ title, words, kind: 'choice', decision: 'election', secrecy: 'secret', mode: 'online' },
    closesAt: momentOf(zone, addDays(today, closes), hour),
    options: options.map((label) => ({ ...label })),
  });
  const { id } = await must(together.perform(writeBallot(needs), written));
  const slipOf = (letter: string) =>
    letter === 'b' ? ('blank' as const) : options.map((_, i) => (letter === String(i + 1) ? 1 : 0));
  await votedInSecret(world, id, (number) => {
    const letter = slips[number - 1] ?? '-';
    return letter === '-' ? null : slipOf(letter);
  });
  together.at(addDays(today, closed));
  together.as(coordinator);
  await must(together.perform(closeBallot(needs), { ballot: id, ...NO_TIE }));
}

async function openNow(world: VotingWorld): Promise<void> {
  const { together, needs, today, zone, forum, member } = world;
  const { title, words, closes, hour } = DEMO_OPEN;
  const closesAt = momentOf(zone, addDays(today, closes), hour);
  const ballot = await begun(world, motion({ title, words, mode: 'correspondence', closesAt }));
  const seats = (await rollOf(together.db, forum, ballot)).filter(({ number }) => number === 2 || number === 9);
  for (const { key, body } of seats) {
    together.as(member(body!));
    await must(together.perform(castVote(needs), { ballot, seat: key, say: 'for' }));
  }
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}

/** One input of the right shape for each command of this module, by its name. */
export const ballotInputs = (of: { readonly ballot: string; readonly seat: string }) => {
  const ballot = of.ballot as BallotId;
  return {
    'ballots.write': motion({ title: { az: 'Görüş' }, words: { az: 'Görüş keçirilsin.' } }),
    'ballots.prepare_urns': { ballot, urns: [{ constituency: '', publicKey: 'QUJD', sealed: 'bağlı' }] },
    'ballots.open': { ballot },
    'ballots.take_paper': { ballot, key: of.seat, blinded: '0'.repeat(64) },
    'ballots.cast_secretly': { ballot, prepared: 'QUJD', signature: 'QUJD', slip: 'for' },
    'ballots.vote': { ballot, seat: of.seat, say: 'for' },
    'ballots.mark': { ballot, called: [] },
    'ballots.count': { ballot, piles: [], counter: '4 nömrəli yer' },
    'ballots.close': { ballot, ...NO_TIE },
    'ballots.withdraw': { ballot, reason: { az: 'Səhv sual' } },
  };
};
