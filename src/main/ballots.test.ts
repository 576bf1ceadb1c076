import { sha256 } from '@noble/hashes/sha2.js';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { isSigned } from '#core/blind-signatures/signer.ts';
import type { Command } from '#core/command.ts';
import type { Result } from '#core/errors/result.ts';
import { perform } from '#core/house.ts';
import { addDays, dayIn } from '#core/time/plain-date.ts';
import { closeBallot } from '#modules/ballots/closing/commands.ts';
import { enterCount } from '#modules/ballots/counting/commands.ts';
import { refusedCandidates } from '#modules/ballots/filling/queries.ts';
import { fillingOf } from '#modules/ballots/filling/rules.ts';
import { markSeats } from '#modules/ballots/marking/commands.ts';
import { openBallot } from '#modules/ballots/opening/commands.ts';
import { ballotByNumber, ballotsOf, fileOf, marksOf, outcomesOf, rollOf } from '#modules/ballots/queries.ts';
import { motion } from '#modules/ballots/samples.ts';
import type { BallotId } from '#modules/ballots/schema.ts';
import { verifyBallot } from '#modules/ballots/verifying/rules.ts';
import { castVote } from '#modules/ballots/voting/commands.ts';
import { withdrawBallot } from '#modules/ballots/withdrawing/commands.ts';
import { writeBallot } from '#modules/ballots/writing/commands.ts';
import type { Written } from '#modules/ballots/writing/forms.ts';
import { hasQuorum, passes, seatingOf, sittingOn } from '#modules/forum/contract.ts';
import { leadsOf } from '#modules/forum/leads/queries.ts';
import { seatingCommands } from '#modules/forum/seating/commands.ts';
import { ballotNeeds } from './ballot-needs.ts';
import { type WholeHouse, wholeHouse } from './testing/whole-house.ts';

const said = (made: Result<unknown>): string =>
  made.ok ? 'ok' : `${made.refusal.kind}: ${(made.refusal.fields?.[0]?.message ?? made.refusal.message).key}`;
const article = (made: Result<unknown>) => (made.ok ? null : made.refusal.message.params?.article);
function must<T>(made: Result<T>): T {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const TITLE = { title: { az: 'Sual' }, words: { az: 'Görüş keçirilsin.' } };
const NO_TIE = { chair: null, settled: [] };

/** The votes of the forum of the demonstration, whose 23 seats obey the rules of the template. */
function votes(house: WholeHouse): void {
  const materials = () => house.assembly;
  const needs = () => ballotNeeds(materials().identity);
  const forum = () => materials().forums.all.find(({ slug }) => slug === 'durnasu')!;
  const db = () => materials().database.db;
  const today = () => dayIn(forum().zone, materials().house.clock.now());
  const does = <I, O>(deed: Command<I, O>, input: I, actor: Actor = SYSTEM): Promise<Result<O>> =>
    perform(materials().house, { actor, forum: forum(), lang: 'en', requestId: 'test' }, deed, input);
  const member = async (seat: number): Promise<Actor> => {
    const { rows } = await sql<{ id: string; body: string }>`
      select m.person_id as id, h.body_id as body from forum_mandates m
      join forum_holdings h on h.id = m.holding_id join forum_seats s on s.id = h.seat_id
      where s.number = ${seat} and m.kind = 'representative' and m.person_id is not null`.execute(db());
    const { id, body } = rows[0]!;
    return { kind: 'person', id, name: 'M', roles: [{ role: 'member', forum: forum().id, body }] };
  };
  const open = async (given: Partial<Written> = {}): Promise<BallotId> => {
    const { id } = must(await does(writeBallot(needs()), motion({ ...TITLE, ...given })));
    must(await does(openBallot(needs()), { ballot: id }));
    return id;
  };
  const keys = async (id: BallotId) => (await rollOf(db(), forum().id, id)).map(({ key }) => key);
  const call = (ballot: BallotId, all: readonly string[], say: 'for' | 'voted') =>
    does(markSeats(needs()), {
      ballot,
      called: all.map((key) => ({ key, say, speaker: 'representative' as const, carriedBy: null })),
    });
  const close = (ballot: BallotId) => does(closeBallot(needs()), { ballot, ...NO_TIE });
  const found = async (id: BallotId) => (await ballotsOf(db(), forum().id)).find((one) => one.id === id)!;
  const online = () => ({ mode: 'correspondence' as const, closesAt: new Date(`${addDays(today(), 5)}T14:00:00Z`) });

  it('end as the demonstration says, each held seat once, and their files are recounted by anybody', async () => {
    const verdicts = [];
    for (const number of ['1', '2', '3']) {
      const ballot = (await ballotByNumber(db(), forum().id, number))!;
      const { verdict, outcome, option } = ballot.closure!.result;
      verdicts.push([verdict, outcome?.article ?? null, option]);
      const outcomes = await outcomesOf(db(), forum().id, ballot.id);
      expect(outcomes.size).toBe(23);
      const file = (await fileOf(db(), forum().id, ballot.id))!;
      const means = { sha256, law: { hasQuorum, passes }, isSigned };
      const check = (text: string) => verifyBallot(means, new TextEncoder().encode(text));
      expect(check(file).lines.filter(({ fits }) => !fits)).toEqual([]);
      expect(check(file.replace('"mark":"', '"mark": "')).fits).toBe(false);
      expect(check(file.replace('"filled":true', '"filled":false')).fits).toBe(false);
      expect(file).toContain(ballot.closure!.resultHash);
    }
    expect(verdicts).toEqual([
      ['adopted', '8.2', null],
      ['rejected', '8.5', null],
      ['elected', '8.2', '1'],
    ]);
    const { rows } = await sql<{ words: { az: string } }>`
      select words from meetings_decisions where ballot_number in (1, 2, 3) order by ballot_number`.execute(db());
    expect(rows.map(({ words }) => words.az.slice(0, 20))).toEqual(['Plan üzrə rüblük gör', 'Monitorinq üzrə işçi']);
  });

  it('take one vote a seat, from who speaks for it and while they are open', async () => {
    const [first, second] = [await member(12), await member(3)];
    const id = await open(online());
    const all = await keys(id);
    const vote = (seat: number, actor: Actor) =>
      does(castVote(needs()), { ballot: id, seat: all[seat - 1]!, say: 'for' }, actor);
    // Two presses at once are one vote; the other is told that there is one.
    const both = await Promise.all([vote(12, first), vote(12, first)]);
    expect(both.map(said).sort()).toEqual(['conflict: ballots.voting.wrong.twice', 'ok']);
    expect(both.map(article).filter(Boolean)).toEqual(['8.2']);
    expect(said(await vote(3, first))).toBe('forbidden: ballots.voting.wrong.not_yours');
    expect(said(await vote(3, second))).toBe('ok');
    const wrong = { ballot: id, seat: all[0]!, say: [1] };
    expect(said(await does(castVote(needs()), wrong, await member(1)))).toBe('bad_input: ballots.voting.wrong.slip');
    expect(said(await close(id))).toBe('conflict: ballots.closing.wrong.window');
    expect((await marksOf(db(), forum().id, id)).length).toBe(2);
    must(await does(withdrawBallot, { ballot: id, reason: { az: 'səhv' } }));
    expect(said(await vote(1, await member(1)))).toBe('conflict: ballots.voting.wrong.withdrawn');
    const early = must(await does(writeBallot(needs()), motion({ ...TITLE, ...online() })));
    expect(said(await does(castVote(needs()), { ballot: early.id, seat: all[0]!, say: 'for' }, second))).toBe(
      'conflict: ballots.voting.wrong.early',
    );
  });

  it('are closed once, by one of two who press together, with every vote', async () => {
    const id = await open();
    must(await call(id, await keys(id), 'for'));
    const both = await Promise.all([close(id), close(id)]);
    expect(both.map(said).sort()).toEqual(['conflict: ballots.closing.wrong.closed', 'ok']);
    expect(both.map(article).filter(Boolean)).toEqual(['8.2']);
    const late = await does(castVote(needs()), { ballot: id, seat: (await keys(id))[0]!, say: 'for' }, await member(1));
    expect([said(late), article(late)]).toEqual(['conflict: ballots.voting.wrong.late', '8.2']);
    const { closure } = await found(id);
    expect([closure?.result.verdict, closure?.result.counts.marks.for]).toEqual(['adopted', 23]);
    expect(said(await does(withdrawBallot, { ballot: id, reason: { az: 'x' } }))).toBe(
      'conflict: ballots.withdrawing.wrong.closed',
    );
  });

  it('on slips wait until two people agree', async () => {
    const asked = { kind: 'choice', decision: 'election', secrecy: 'secret', mode: 'paper' } as const;
    const id = await open({ ...asked, options: [{ az: 'A' }, { az: 'B' }] });
    const all = await keys(id);
    expect(said(await call(id, all, 'for'))).toBe('conflict: ballots.marking.wrong.secret');
    must(await call(id, all, 'voted'));
    expect(said(await close(id))).toBe('conflict: ballots.closing.wrong.uncounted');
    const count = (counter: string, a: number) =>
      does(enterCount(needs()), {
        ...{ ballot: id, counter },
        piles: [
          { box: null, slip: [1, 0], count: a },
          { box: null, slip: [0, 1], count: 23 - a },
        ],
      });
    must(await count('seat 4', 12));
    expect(said(await count('seat 4', 12))).toBe(
      'bad_input: ballots.counting.wrong.same_person'.replace('bad_input', 'conflict'),
    );
    expect(must(await count('seat 9', 13)).agreed).toBe(false);
    expect(said(await close(id))).toBe('conflict: ballots.closing.wrong.counts');
    expect(must(await count('seat 4', 13)).agreed).toBe(true);
    must(await close(id));
    expect((await found(id)).closure?.result).toMatchObject({ verdict: 'elected', option: '1' });
    const outcomes = [...(await outcomesOf(db(), forum().id, id)).values()];
    expect(outcomes.every(({ outcome, slip }) => outcome === 'voted' && slip === null)).toBe(true);
  });

  it('fill an office as they close, with who stood; refused by the rules they close all the same and it waits', async () => {
    const office = 'co_chair_civil';
    const seating = () => seatingOf(db(), forum().id);
    const seats = (await seating()).seats.filter(({ number }) => number === 12 || number === 3);
    const stands = seats
      .toSorted((a, b) => b.number - a.number)
      .map(({ id }) => ({ seat: id, as: 'representative' as const }));
    const asked = (days: number, more: Partial<Written> = {}): Written =>
      motion({
        ...{ ...TITLE, kind: 'choice', decision: 'election', secrecyReason: { az: 'açıq' } },
        decides: { what: 'office', office, from: days === 0 ? null : addDays(today(), days), stands },
        ...more,
      });
    const elected = async (days: number) => {
      const { id } = must(await does(writeBallot(needs()), asked(days)));
      const { decides, options } = await found(id);
      const filling = fillingOf({ decides })!;
      const cautions = await refusedCandidates(db(), forum().id, filling, options, today());
      must(await does(openBallot(needs()), { ballot: id }));
      const called = (await keys(id)).map((key) => ({
        ...{ key, say: [1, 0], speaker: 'representative' as const, carriedBy: null },
      }));
      must(await does(markSeats(needs()), { ballot: id, called }));
      must(await close(id));
      const ballot = await found(id);
      const terms = (await leadsOf(db(), forum().id)).filter((lead) => lead.office === office);
      return { ballot, terms, cautions: cautions.map(({ option, why }) => [option.id, why.key, why.params?.article]) };
    };
    expect(said(await does(writeBallot(needs()), asked(0, { decision: 'ordinary' })))).toContain(
      'filling.wrong.decision',
    );
    expect(said(await does(writeBallot(needs()), asked(0, { options: [{ az: 'A' }] })))).toContain(
      'filling.wrong.options',
    );
    const twice = {
      what: 'office' as const,
      office: 'co_chair_civil' as const,
      from: null,
      stands: [stands[0]!, stands[0]!],
    };
    expect(said(await does(writeBallot(needs()), asked(0, { decides: twice })))).toContain('filling.wrong.few');
    const elsewhere = { actor: SYSTEM, forum: materials().forums.reference, lang: 'en' as const, requestId: 't' };
    expect(said(await perform(materials().house, elsewhere, writeBallot(needs()), asked(0)))).toContain(
      'filling.wrong.nobody',
    );

    const first = await elected(0);
    const path = `/ballots/${first.ballot.number}`;
    expect([first.ballot.closure?.effect, first.cautions]).toEqual([{ done: true }, []]);
    expect(first.ballot.options.map(({ label }) => label.en)[0]).toMatch(/\(seat 12, representative\)$/);
    expect(first.terms.at(-1)).toMatchObject({
      ...{ seat: stands[0]!.seat, url: path, from: today(), term: { document: 'rules', article: '5.2' } },
    });
    expect(first.terms.at(-2)?.last).toBe(addDays(today(), -1));
    const { rows } = await sql<{ words: { az: string } }>`
      select words from meetings_decisions where ballot_number = ${first.ballot.number}`.execute(db());
    expect(rows[0]?.words.az).toBe(`Sual: ${first.ballot.options[0]!.label.az}`);

    const second = await elected(1);
    expect([second.ballot.closure?.effect, second.terms.length]).toEqual([{ done: true }, first.terms.length + 1]);
    const third = await elected(2);
    expect(third.cautions).toEqual([['1', 'forum.leads.wrong_in_row', '5.2']]);
    expect(third.ballot.closure).toMatchObject({
      ...{ result: { verdict: 'elected' }, effect: { done: false, why: { key: 'forum.leads.wrong_in_row' } } },
    });
    expect(third.terms).toEqual(second.terms);

    const other = {
      ...asked(3),
      decides: { what: 'office', office, from: null, stands: stands.toReversed() },
    } as const;
    const late = must(await does(writeBallot(needs()), other));
    must(await does(openBallot(needs()), { ballot: late.id }));
    const called = (await keys(late.id)).map((key) => ({
      ...{ key, say: [1, 0], speaker: 'representative' as const, carriedBy: null },
    }));
    must(await does(markSeats(needs()), { ballot: late.id, called }));
    const mandate = sittingOn(await seating(), { id: stands[1]!.seat }, today())!.representative!.id;
    const { endMandate } = seatingCommands(needs().roles);
    must(await does(endMandate, { mandate, last: addDays(today(), -1), reason: 'resigned' }));
    must(await close(late.id));
    expect((await found(late.id)).closure?.effect).toMatchObject({ why: { key: 'ballots.filling.wrong.changed' } });
    expect((await leadsOf(db(), forum().id)).filter((lead) => lead.office === office)).toEqual(second.terms);
  });

  it('are opened only as the rules of the day let them be', async () => {
    const opening = async (given: Partial<Written>) => {
      const { id } = must(await does(writeBallot(needs()), motion({ ...TITLE, ...given })));
      const made = await does(openBallot(needs()), { ballot: id });
      return [said(made), made.ok ? null : (made.refusal.message.params?.article ?? null)];
    };
    const until = (days: number) => ({
      mode: 'correspondence' as const,
      closesAt: new Date(`${addDays(today(), days)}T14:00:00Z`),
    });
    expect(await opening(until(2))).toEqual(['conflict: ballots.opening.wrong.window_short', '9.1']);
    expect(await opening(until(11))).toEqual(['conflict: ballots.opening.wrong.window_long', '9.1']);
    expect(await opening(until(-1))).toEqual(['conflict: ballots.opening.wrong.past', null]);
    const { rows } = await sql<{ id: string }>`select id from forum_versions limit 1`.execute(db());
    const decides = { what: 'version', version: rows[0]!.id, inForceOn: today() } as const;
    expect(await opening({ decision: 'documents', decides })).toEqual([
      'conflict: ballots.opening.wrong.no_version',
      null,
    ]);
    const secret = motion({ ...TITLE, secrecy: 'secret' });
    expect(said(await does(writeBallot(needs()), secret))).toBe('bad_input: ballots.writing.wrong.secrecy');
  });
}

describe('votes (embedded)', () => votes(wholeHouse({ example: true })));
describe('votes (server)', () => votes(wholeHouse({ example: true, kind: 'server' })));
