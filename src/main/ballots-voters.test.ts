import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { sealOf } from '#core/blind-signatures/seal.ts';
import type { Command } from '#core/command.ts';
import type { Result } from '#core/errors/result.ts';
import { contextOf, perform } from '#core/house.ts';
import { addDays, dayIn } from '#core/time/plain-date.ts';
import { closeBallot } from '#modules/ballots/closing/commands.ts';
import { BALLOT_DEEDS, ballotDecides, recordBallot, unvotedOf } from '#modules/ballots/contract.ts';
import { markSeats } from '#modules/ballots/marking/commands.ts';
import { personsSeen } from '#modules/ballots/names/queries.ts';
import { openBallot } from '#modules/ballots/opening/commands.ts';
import { ballotById, marksOf, outcomesOf, rollOf } from '#modules/ballots/queries.ts';
import { motion } from '#modules/ballots/samples.ts';
import type { BallotId, BallotNeeds, Session, Speaker } from '#modules/ballots/schema.ts';
import { takePaper } from '#modules/ballots/secret/papers/commands.ts';
import { prepareUrns } from '#modules/ballots/secret/urns/commands.ts';
import { newUrns } from '#modules/ballots/secret/urns/routes.ts';
import { castVote } from '#modules/ballots/voting/commands.ts';
import { voteObject } from '#modules/ballots/voting/rules.ts';
import { writeBallot } from '#modules/ballots/writing/commands.ts';
import type { Written } from '#modules/ballots/writing/forms.ts';
import { adoptableOn, versionNamed } from '#modules/forum/contract.ts';
import { openVersion, proposeVersion } from '#modules/forum/documents/versions/commands.ts';
import { declareInterest } from '#modules/forum/interests/commands.ts';
import { ballotNeeds } from './ballot-needs.ts';
import { type WholeHouse, wholeHouse } from './testing/whole-house.ts';

const said = (made: Result<unknown>) =>
  made.ok ? 'ok' : (made.refusal.fields?.[0]?.message ?? made.refusal.message).key.replace('ballots.voting.wrong.', '');
const article = (made: Result<unknown>) => (made.ok ? null : made.refusal.message.params?.article);
function must<T>(made: Result<T>): T {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const TITLE = { title: { az: 'Sual' }, words: { az: 'Görüş keçirilsin.' } };
const NO_TIE = { chair: null, settled: [] };
const DAY = 86_400_000;

/** Who may vote for a seat, in the forum of the demonstration; its clock is moved, and its rules where a test says so. */
function voters(house: WholeHouse): void {
  let ahead = 0;
  const materials = () => house.assembly;
  const forum = () => materials().forums.all.find(({ slug }) => slug === 'durnasu')!;
  const db = () => materials().database.db;
  const moved = () => ({
    ...materials().house,
    clock: { ...materials().house.clock, now: () => new Date(materials().house.clock.now().getTime() + ahead * DAY) },
  });
  const today = () => dayIn(forum().zone, moved().clock.now());
  const asked = (actor: Actor) => ({ actor, forum: forum(), lang: 'en' as const, requestId: 'test' });
  const does = <I, O>(deed: Command<I, O>, input: I, actor: Actor = SYSTEM): Promise<Result<O>> =>
    perform(moved(), asked(actor), deed, input);
  const needs = () => ballotNeeds(materials().identity);
  const needing = (session: Session | null): BallotNeeds => ({
    ...needs(),
    session: async () => session,
    closed: async () => {},
  });

  interface Sat {
    readonly seat: string;
    readonly body: string;
    readonly holding: string;
    readonly person: string | null;
    readonly mandate: string;
  }
  /** Who speaks for a seat of the demonstration. */
  const sat = async (number: number, kind = 'representative'): Promise<Sat | undefined> => {
    const { rows } = await sql<Sat>`
      select s.id as seat, h.body_id as body, h.id as holding, m.person_id as person, m.id as mandate
      from forum_mandates m join forum_holdings h on h.id = m.holding_id join forum_seats s on s.id = h.seat_id
      where s.number = ${number} and m.kind = ${kind} and m.person_id is not null
        and not exists (select from forum_mandate_ends e where e.mandate_id = m.id)`.execute(db());
    return rows[0];
  };
  const actor = ({ person, body }: Sat): Actor => ({
    ...{ kind: 'person', id: person!, name: 'M' },
    roles: [{ role: 'member', forum: forum().id, body }],
  });
  const member = async (number: number): Promise<Actor> => actor((await sat(number))!);
  /** Who speaks for seat 23 speaks for another, too, when its own cannot. */
  const nameAlternate = async (number: number): Promise<void> => {
    const [of, other] = [(await sat(number))!, (await sat(23))!];
    await sql`insert into forum_mandates
      (forum_id, id, holding_id, kind, person_id, role_id, from_day, source, entered_on, entered_at)
      select forum_id, gen_random_uuid(), holding_id, 'alternate', ${other.person}::uuid, role_id, from_day, source, entered_on, entered_at
      from forum_mandates where id = ${of.mandate}`.execute(db());
  };
  const until = (days: number) => ({
    mode: 'correspondence' as const,
    closesAt: new Date(`${addDays(today(), days)}T14:00:00Z`),
  });
  const open = async (given: Partial<Written> = {}): Promise<BallotId> => {
    const { id } = must(await does(writeBallot(needs()), motion({ ...TITLE, ...given })));
    must(await does(openBallot(needs()), { ballot: id }));
    return id;
  };
  const keys = async (id: BallotId) => (await rollOf(db(), forum().id, id)).map(({ key }) => key);
  const vote = async (id: BallotId, number: number, who: Actor, asking = needs()) =>
    does(castVote(asking), { ballot: id, seat: (await keys(id))[number - 1]!, say: 'for' as const }, who);
  const called = (key: string, speaker: Speaker = 'representative', carriedBy: string | null = null) => ({
    ...{ key, say: 'for' as const, speaker, carriedBy },
  });
  const close = (ballot: BallotId) => does(closeBallot(needs()), { ballot, ...NO_TIE });
  const seatRow = async (id: BallotId, number: number) =>
    (await outcomesOf(db(), forum().id, id)).get((await keys(id))[number - 1]!)!;
  /** The rules of all versions say this of a key, for one test. */
  const ruled = async (key: string, value: object, work: () => Promise<void>): Promise<void> => {
    const set = (text: string) =>
      sql`update forum_versions set book = jsonb_set(book, ${sql.raw(`'{rules,${key},value}'`)}, ${text}::jsonb)
        where book #> ${sql.raw(`'{rules,${key}}'`)} is not null`.execute(db());
    const { rows } = await sql<{ was: unknown }>`
      select book #> ${sql.raw(`'{rules,${key},value}'`)} as was from forum_versions
      where book #> ${sql.raw(`'{rules,${key}}'`)} is not null limit 1`.execute(db());
    await set(JSON.stringify(value));
    await work();
    await set(JSON.stringify(rows[0]!.was));
  };

  it('come by a link for one seat or through a helper, each once, and the way is kept', async () => {
    const id = await open(until(5));
    const [fifth, sixth] = [(await sat(5))!, (await sat(6))!];
    const deed = { id: crypto.randomUUID(), command: 'ballots.vote', forum: forum().id, body: fifth.body };
    const spent = { ...moved(), spendDeed: async () => true };
    const byLink = (object: string, seat: string) =>
      perform(spent, asked({ kind: 'link', person: null, deed: { ...deed, object } }), castVote(needs()), {
        ballot: id,
        seat,
        say: 'for',
      });
    const all = await keys(id);
    const object = voteObject(id, all[4]!);
    // What the page that makes links reads: the organisation of the seat, and no other object.
    const described = await BALLOT_DEEDS[0]!.describe(db(), forum(), object);
    expect([described?.body, described?.purpose.params]).toEqual([fifth.body, { number: expect.any(Number), seat: 5 }]);
    expect(await BALLOT_DEEDS[0]!.describe(db(), forum(), id)).toBeNull();
    expect(said(await byLink(crypto.randomUUID(), all[4]!))).toBe('ballots.denied.vote');
    expect(said(await byLink(object, all[5]!))).toBe('ballots.denied.vote');
    // A link whose organisation does not hold the seat that it names.
    expect(said(await byLink(voteObject(id, all[5]!), all[5]!))).toBe('not_yours');
    expect(said(await byLink(object, all[4]!))).toBe('ok');
    expect(said(await byLink(object, all[4]!))).toBe('twice');
    const helped: Actor = {
      ...{ kind: 'assisted', session: crypto.randomUUID(), forum: forum().id, person: sixth.person, name: 'M' },
      ...{ roles: [{ role: 'member', forum: forum().id, body: sixth.body }], until: new Date(9e12), over: false },
    };
    const kept: string[] = [];
    const helping = { ...moved(), keepForReceipt: async (_: unknown, command: string) => void kept.push(command) };
    const input = { ballot: id, seat: all[5]!, say: 'against' as const };
    expect(said(await perform(helping, asked(helped), castVote(needs()), input))).toBe('ok');
    expect(kept).toEqual(['ballots.vote']);
    // The keepers' desk names the seats that have not voted, and these are no longer among them.
    const left = (await unvotedOf(db(), forum().id, moved().clock.now())).find(({ ballot }) => ballot.id === id)!;
    expect(left.seats.map(({ number }) => number)).toEqual(all.map((_, i) => i + 1).filter((n) => n !== 5 && n !== 6));
    const marks = new Map((await marksOf(db(), forum().id, id)).map((mark) => [mark.key, mark]));
    expect(marks.get(all[4]!)).toMatchObject({ way: 'link', person: null, speaker: 'representative' });
    expect(marks.get(all[5]!)).toMatchObject({ way: 'assisted', person: sixth.person });
  });

  it('stand aside where an interest is declared: the representative alone, or the whole seat', async () => {
    const [number, other] = [7, 8];
    await sql`delete from forum_mandates m using forum_holdings h, forum_seats s
      where h.id = m.holding_id and s.id = h.seat_id and s.number = ${number} and m.kind = 'alternate'`.execute(db());
    await nameAlternate(number);
    const [own, alternate, second] = [(await sat(number))!, (await sat(number, 'alternate'))!, (await sat(other))!];
    const about = { type: 'page', id: '/places/recusal' } as const;
    const declare = (seat: string, of: 'organisation' | 'representative') =>
      does(declareInterest, { seat: seat as never, of, kind: 'other', about, words: null });
    must(await declare(own.seat, 'representative'));
    must(await declare(second.seat, 'organisation'));
    const id = await open({ ...until(5), about: [about] });
    expect(
      (await rollOf(db(), forum().id, id)).flatMap((row) => (row.recused === 'nobody' ? [] : [row.recused])),
    ).toEqual(number < other ? ['representative', 'seat'] : ['seat', 'representative']);
    expect(said(await vote(id, number, actor(own)))).toBe('recused');
    expect(said(await vote(id, other, actor(second)))).toBe('recused');
    expect(said(await vote(id, number, actor(alternate)))).toBe('ok');
    // In another matter both vote.
    const free = await open(until(5));
    expect(said(await vote(free, other, actor(second)))).toBe('ok');
    expect(said(await vote(free, number, actor(own)))).toBe('ok');
    // In the hall the sheet asks the same, and the seat that stands aside ends as recused.
    const hall = await open({ about: [about] });
    const all = await keys(hall);
    const sheet = (...rows: ReturnType<typeof called>[]) =>
      does(markSeats(needing(null)), { ballot: hall, called: rows });
    expect(said(await sheet(called(all[number - 1]!)))).toBe('recused');
    expect(said(await sheet(called(all[other - 1]!)))).toBe('recused');
    const others = all.filter((_, i) => i !== number - 1 && i !== other - 1).map((key) => called(key));
    must(await sheet(called(all[number - 1]!, 'alternate'), ...others));
    must(await close(hall));
    expect((await seatRow(hall, number)).outcome).toBe('for');
    expect((await seatRow(hall, other)).outcome).toBe('recused');
    await ruled('alternates', { allowed: false }, async () => {
      const strict = await open({ ...until(5), about: [about] });
      const made = await vote(strict, number, actor(alternate));
      expect([said(made), article(made)]).toEqual(['alternates', '4.1']);
    });
  });

  it('carry the votes of others only as far as the article lets them', async () => {
    const id = await open();
    const all = await keys(id);
    const roll = await rollOf(db(), forum().id, id);
    const sheet = (ballot: BallotId, ...rows: ReturnType<typeof called>[]) =>
      does(markSeats(needs()), { ballot, called: rows });
    const none = await sheet(id, called(all[0]!, 'proxy', all[1]!));
    expect([said(none), article(none)]).toEqual(['proxies', '4.2']);
    const far = roll.find(({ constituency }) => constituency !== roll[0]!.constituency)!;
    await ruled('proxies', { most: 1, within: true }, async () => {
      const ruledBallot = await open();
      const carried = (from: string, by: string) => called(from, 'proxy', by);
      expect(said(await sheet(ruledBallot, carried(all[0]!, all[0]!)))).toBe('ballots.marking.wrong.carrier');
      const two = await sheet(ruledBallot, carried(all[0]!, all[2]!), carried(all[1]!, all[2]!));
      expect([said(two), article(two)]).toEqual(['proxies', '4.2']);
      const across = await sheet(ruledBallot, carried(all[0]!, far.key));
      expect([said(across), article(across)]).toEqual(['proxies_within', '4.2']);
      must(await sheet(ruledBallot, carried(all[0]!, all[1]!), called(all[1]!)));
      must(await close(ruledBallot));
      expect(await seatRow(ruledBallot, 1)).toMatchObject({ outcome: 'for', carriedBy: all[1]! });

      // From afar the carrier votes for a seat only where the meeting noted the proxy.
      const online = await open(until(5));
      const noted = (carriedBy: string): Session => ({
        meeting: { ...{ id: 'm', number: 1, on: today(), title: {}, path: '/', state: 'running', out: false } },
        item: { id: 'i', number: '1', title: {} },
        presence: [{ key: all[0]!, way: 'proxy', carriedBy, recused: false }],
      });
      await sql`update ballots_ballots set meeting_id = gen_random_uuid(), item_id = gen_random_uuid()
        where id = ${online}`.execute(db());
      const [first, second] = [await member(2), await member(far.number)];
      expect(said(await vote(online, 1, first, needing({ ...noted(all[1]!), presence: [] })))).toBe('not_yours');
      const refused = await vote(online, 1, second, needing(noted(far.key)));
      expect([said(refused), article(refused)]).toEqual(['proxies_within', '4.2']);
      expect(said(await vote(online, 1, first, needing(noted(all[1]!))))).toBe('ok');
      expect((await marksOf(db(), forum().id, online))[0]).toMatchObject({ speaker: 'proxy', carriedBy: all[1]! });
    });
  });

  it('vote no more when their mandate or seat has ended, and the roll stays as it was frozen', async () => {
    const id = await open(until(5));
    const before = await rollOf(db(), forum().id, id);
    const [tenth, eleventh] = [(await sat(10))!, (await sat(11))!];
    const yesterday = addDays(today(), -1);
    const entered = sql`${forum().id}::uuid as forum_id, ${today()}::date as entered_on, ${moved().clock.now()}::timestamptz as entered_at`;
    await sql`insert into forum_mandate_ends (forum_id, entered_on, entered_at, mandate_id, last_day, reason)
      select e.forum_id, e.entered_on, e.entered_at, ${tenth.mandate}::uuid, ${yesterday}::date, 'resigned'
      from (select ${entered}) e`.execute(db());
    await sql`insert into forum_holding_ends (forum_id, entered_on, entered_at, holding_id, last_day, reason)
      select e.forum_id, e.entered_on, e.entered_at, ${eleventh.holding}::uuid, ${yesterday}::date, 'left'
      from (select ${entered}) e`.execute(db());
    expect(said(await vote(id, 10, actor(tenth)))).toBe('mandate');
    expect(said(await vote(id, 11, actor(eleventh)))).toBe('left');
    expect(await rollOf(db(), forum().id, id)).toEqual(before);
    expect(said(await vote(id, 12, await member(12)))).toBe('ok');
    ahead = 6;
    expect(said(await vote(id, 13, await member(13)))).toBe('late');
    must(await close(id));
    const ended = await outcomesOf(db(), forum().id, id);
    expect([ended.size, (await seatRow(id, 11)).outcome, (await seatRow(id, 12)).outcome]).toEqual([
      before.filter(({ filled }) => filled).length,
      'absent',
      'for',
    ]);
    expect((await ballotById(db(), forum().id, id))!.closure!.result.counts.marks).toMatchObject({ for: 1 });
    // Who votes from now on: the seat that was given up is vacant.
    const next = await open();
    expect((await rollOf(db(), forum().id, next))[10]).toMatchObject({ filled: false });
    ahead = 0;
  });

  it('enter a ballot of a hall whole, or nothing of it', async () => {
    const draft = await open();
    const all = await keys(draft);
    const record = (rows: readonly ReturnType<typeof called>[]) =>
      materials().database.transaction(async (trx) => {
        const ctx = contextOf(moved(), asked(SYSTEM), trx);
        const written = motion({ ...TITLE, origin: 'desk' });
        const made = await recordBallot(ctx, needs(), {
          ...{ written, called: rows, counts: [], ties: NO_TIE, session: null },
        });
        if (!made.ok) throw new Error(said(made));
        return made.value;
      });
    const count = async () => (await sql`select 1 from ballots_ballots`.execute(db())).rows.length;
    const before = await count();
    await expect(record([called(all[0]!), called(all[0]!)])).rejects.toThrow('twice');
    await expect(record([called(all[0]!, 'proxy', all[1]!)])).rejects.toThrow('proxies');
    expect(await count()).toBe(before);
    const held = (await rollOf(db(), forum().id, draft)).filter(({ filled }) => filled);
    const there = held.filter((_, i) => i % 5 !== 0);
    const { id, verdict } = await record(there.map(({ key }) => called(key)));
    expect(verdict).toBe('adopted');
    const { closure, origin } = (await ballotById(db(), forum().id, id))!;
    expect([closure?.result.counts.marks.for, origin]).toEqual([there.length, 'desk']);
    expect((await outcomesOf(db(), forum().id, id)).size).toBe(held.length);
  });

  it('are named in a roll call only where the documents publish names, and only as the level shows them', async () => {
    const seen = async (level: 'open' | 'careful') => {
      const id = await open();
      must(
        await does(markSeats(needs()), {
          ballot: id,
          called: (await keys(id)).slice(0, 2).map((key) => called(key)),
        }),
      );
      must(await close(id));
      const [ballot, roll] = [(await ballotById(db(), forum().id, id))!, await rollOf(db(), forum().id, id)];
      const outcomes = await outcomesOf(db(), forum().id, id);
      const names = await personsSeen(db(), forum(), ballot, roll, outcomes, { level, language: 'az' });
      return [[...outcomes.values()].filter(({ person }) => person).length, names.size];
    };
    expect(await seen('open')).toEqual([0, 0]);
    await ruled('names', { published: true }, async () => {
      expect(await seen('open')).toEqual([2, 2]);
      expect(await seen('careful')).toEqual([2, 0]);
    });
  });

  it('are not called in the hall when they took a secret paper online', async () => {
    const asked = { secrecy: 'secret', secrecyReason: { az: 'Gizli' }, mode: 'mixed' } as const;
    const closesAt = until(5).closesAt;
    const { id } = must(await does(writeBallot(needs()), motion({ ...TITLE, ...asked, closesAt })));
    const urns = await newUrns(sealOf(new Uint8Array(32).fill(7)), id, ['']);
    must(await does(prepareUrns, { ballot: id, urns }));
    must(await does(openBallot(needs()), { ballot: id }));
    const all = await keys(id);
    const sheet = (number: number) =>
      does(markSeats(needs()), { ballot: id, called: [{ ...called(all[number - 1]!), say: 'voted' as const }] });
    const paper = async (number: number) =>
      does(takePaper(needs()), { ballot: id, key: all[number - 1]!, blinded: 'a'.repeat(64) }, await member(number));
    must(await paper(2));
    expect(said(await sheet(2))).toBe('ballots.marking.wrong.paper');
    must(await sheet(3));
    expect(said(await paper(3))).toBe('ballots.secret.refused.in_hall');
  });

  it('adopt a document by their vote; where the rules refuse, the ballot closes and says why', async () => {
    const { rows } = await sql<{ id: string }>`
      select v.id from forum_versions v join forum_documents d on d.id = v.document_id
      where d.kind = 'rules' order by v.number desc limit 1`.execute(db());
    must(await does(openVersion, { version: rows[0]!.id as never }));
    const draft = await sql<{ id: string }>`select id from forum_versions order by number desc limit 1`.execute(db());
    const version = draft.rows[0]!.id;
    must(await does(proposeVersion, { version: version as never, members: 3, reason: null }));
    const decides = { what: 'version', version, inForceOn: addDays(today(), 20) } as const;
    const written = must(await does(writeBallot(needs()), motion({ ...TITLE, decision: 'documents', decides })));
    const early = await does(openBallot(needs()), { ballot: written.id });
    expect([said(early), article(early)]).toEqual(['forum.documents.wrong.too_early', '16.1']);
    ahead = 15;
    const voted = async (): Promise<BallotId> => {
      const id = await open({ decision: 'documents', decides });
      const held = (await rollOf(db(), forum().id, id)).filter(({ filled }) => filled);
      must(await does(markSeats(needs()), { ballot: id, called: held.map(({ key }) => called(key)) }));
      return id;
    };
    const [refused, adopted] = [await voted(), await voted()];
    // The text was found to have too few proposers while the vote was open.
    await sql`update forum_proposals set members = 1 where version_id = ${version}`.execute(db());
    must(await close(refused));
    const closed = (await ballotById(db(), forum().id, refused))!.closure!;
    expect([closed.result.verdict, closed.effect]).toMatchObject([
      'adopted',
      { done: false, why: { key: 'forum.documents.wrong.few_proposers', params: { article: '16.1' } } },
    ]);
    expect((await adoptableOn(db(), forum().id, today())).map((one) => one.version)).toContain(version);
    await sql`update forum_proposals set members = 3 where version_id = ${version}`.execute(db());
    must(await close(adopted));
    expect((await ballotById(db(), forum().id, adopted))!.closure!.effect).toEqual({ done: true });
    expect((await adoptableOn(db(), forum().id, today())).map((one) => one.version)).not.toContain(version);
    const kept = await sql<{ decision: string }>`
      select decision from forum_adoptions where version_id = ${version}`.execute(db());
    const { number } = (await ballotById(db(), forum().id, adopted))!;
    expect(kept.rows).toEqual([{ decision: `/ballots/${number}` }]);
    // By this the page of the decision finds what is still owed for the draft.
    expect(await ballotDecides(db(), forum().id, adopted)).toBe(version);
    expect(await versionNamed(db(), forum().id, version)).toMatchObject({ version, adopted: true });
    ahead = 0;
  });
}

describe('voters (embedded)', () => voters(wholeHouse({ example: true })));
describe('voters (server)', () => voters(wholeHouse({ example: true, kind: 'server' })));
