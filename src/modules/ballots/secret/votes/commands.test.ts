import { createHash, createPublicKey } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { type Actor, NOBODY, SYSTEM } from '#core/actor.ts';
import { type Asking, ask, finish } from '#core/blind-signatures/asker.ts';
import { sealOf } from '#core/blind-signatures/seal.ts';
import { blindSign } from '#core/blind-signatures/signer.ts';
import { command, done, YES } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { Result } from '#core/errors/result.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays } from '#core/time/plain-date.ts';
import { decideComposition } from '#modules/forum/composition/commands.ts';
import { seatingOf } from '#modules/forum/contract.ts';
import { giveSeat, seatingCommands } from '#modules/forum/seating/commands.ts';
import { derivedRoles, type IdentityNeeds } from '#modules/identity/contract.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { rollOn } from '../../roll/queries.ts';
import type { BallotId, BallotNeeds, RollRow } from '../../schema.ts';
import type { BallotTables } from '../../tables/schema.ts';
import { messageFor } from '../../verifying/papers/rules.ts';
import { withdrawBallot } from '../../withdrawing/commands.ts';
import { takePaper } from '../papers/commands.ts';
import { papersOf, sealedKey, urnsOf, urnVotes } from '../queries.ts';
import { ALL, bytesOf, PAPER_DEED, paperObject, sealedFor, trackerOf } from '../rules.ts';
import type { SecretSlip, SecretTables } from '../schema.ts';
import { emptyUrns, prepareUrns } from '../urns/commands.ts';
import { newUrns } from '../urns/routes.ts';
import { castSecretly } from './commands.ts';

const seal = sealOf(new Uint8Array(32).fill(5));
const db = (on: Stage) => on.house.database.db;
const said = (made: Result<unknown>): string => (made.ok ? 'ok' : made.refusal.message.key);
function must<T>(made: Result<T>): T {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const identity = {
  ...{ bodyOptions: async () => [], bodyNames: async () => new Map(), roles: () => [], deedKinds: () => [] },
  ...{ forum: () => null, lang: (code) => langs[code] },
} as Pick<IdentityNeeds, 'bodyOptions' | 'bodyNames' | 'roles' | 'deedKinds' | 'forum' | 'lang'> as IdentityNeeds;
const roles = derivedRoles(identity);
const { nameSpeaker, endMandate } = seatingCommands(roles);
const needs: BallotNeeds = { session: async () => null, closed: async () => {}, roles, lang: identity.lang };
const take = takePaper(needs);

/** So many seats of one group, each with an organisation. */
async function seated(on: Stage, seats: number): Promise<void> {
  const day = on.today;
  must(
    await asSystem(on)(decideComposition, {
      ...{ number: 'protokol 1', decidedOn: day, from: day, reason: null, url: null, more: [], places: [] },
      fresh: [{ name: { en: 'NGOs' }, seats }],
    }),
  );
  for (const seat of (await seatingOf(db(on), on.forum.id)).seats) {
    const named = { key: `b${seat.number}`, kind: 'ngo' as const, name: { en: `Body ${seat.number}` }, source: 'm' };
    const body = await loadNamedBody(asSystem(on), named);
    must(await asSystem(on)(giveSeat, { seat: seat.id, body, from: day, to: null, source: 'letter' }));
  }
}

let numbers = 0;
/** A written secret ballot from afar, open until tomorrow when it is opened. */
async function written(on: Stage): Promise<BallotId> {
  const id = uuidv7(on.now) as BallotId;
  numbers += 1;
  await db(on)
    .withTables<BallotTables>()
    .insertInto('ballots_ballots')
    .values({
      ...{ forum_id: on.forum.id, id, number: numbers, title: json({ en: 'Budget' }), words: json({ en: 'Adopt it' }) },
      ...{ kind: 'motion', method: null, decision: 'ordinary', secrecy: 'secret', secrecy_reason: null },
      ...{ mode: 'correspondence', about: json([]), decides: null, meeting_id: null, item_id: null, again_of: null },
      ...{ closes_at: null, origin: 'here', entered_on: on.today, entered_at: on.now, entered_by: null },
    })
    .execute();
  return id;
}

const prepared = async (on: Stage, ballot: BallotId) =>
  on.as(person(on.forum.id, 'secretary'))(prepareUrns, { ballot, urns: await newUrns(seal, ballot, [ALL]) });

/** The same, opened: the roll frozen, its urn ready. */
async function opened(on: Stage) {
  const ballot = await written(on);
  must(await prepared(on, ballot));
  const { book, voters, roll } = await rollOn(db(on), on.forum.id, [], on.today);
  const of = { forum_id: on.forum.id, ballot_id: ballot };
  const tables = db(on).withTables<BallotTables>();
  await tables
    .insertInto('ballots_openings')
    .values({
      ...{ ...of, opened_on: on.today, opened_at: on.now, closes_at: new Date(on.now.getTime() + 86_400_000) },
      ...{ ruled_by: 'documents', book: json(book), voters: json(voters), roll_hash: '0'.repeat(64), entered_by: null },
    })
    .execute();
  for (const row of roll)
    await tables
      .insertInto('ballots_roll')
      .values({
        ...{ ...of, key: row.key, number: row.number, seat_id: row.seat, constituency: row.constituency },
        ...{ organisation: json(row.organisation), body_id: row.body, filled: row.filled, recused: row.recused },
      })
      .execute();
  return { ballot, roll };
}

const link = (on: Stage, ballot: string, row: RollRow): Actor => ({
  ...{ kind: 'link', person: null },
  deed: {
    id: uuidv7(on.now),
    command: PAPER_DEED,
    object: paperObject(ballot, row.key),
    forum: on.forum.id,
    body: row.body,
  },
});
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const publicKeyOf = async (on: Stage, ballot: BallotId) =>
  bytesOf((await urnsOf(db(on), on.forum.id, ballot))[0]!.publicKey)!;

/** What the browser does before it asks. */
const asked = async (on: Stage, ballot: BallotId): Promise<Asking> =>
  ask(await publicKeyOf(on, ballot), new TextEncoder().encode(messageFor(ballot, ALL)));
/** What the route does around the command. */
async function signed(on: Stage, ballot: BallotId, asking: Asking) {
  const sealed = (await sealedKey(db(on), on.forum.id, ballot, ALL))!;
  return new Uint8Array(blindSign(seal.open(sealed, sealedFor(ballot, ALL)), asking.blinded)!);
}
const takes = (on: Stage, ballot: BallotId, row: RollRow, asking: Asking, as = link(on, ballot, row)) =>
  on.as(as)(take, { ballot, key: row.key, blinded: hashOf(asking.blinded) });

/** A paper, from the question to the signature that stands alone. */
async function paperOf(on: Stage, ballot: BallotId, row: RollRow) {
  const asking = await asked(on, ballot);
  must(await takes(on, ballot, row, asking));
  const blindSignature = await signed(on, ballot, asking);
  const signature = await finish(await publicKeyOf(on, ballot), asking, blindSignature);
  return { asking, blindSignature, prepared: base64(asking.prepared), signature: base64(signature) };
}
type Paper = Pick<Awaited<ReturnType<typeof paperOf>>, 'prepared' | 'signature'>;
const casts = (on: Stage, ballot: BallotId, { prepared, signature }: Paper, slip: SecretSlip, actor: Actor = NOBODY) =>
  on.as(actor)(castSecretly, { ballot, prepared, signature, slip });

/** The closing as far as this room goes. */
const empty = command({
  name: 'test.empty',
  input: v.object({ ballot: v.custom<BallotId>(() => true) }),
  access: () => YES,
  run: async (ctx, { ballot }) => done(await emptyUrns(ctx, ballot), null),
});
const closes = async (on: Stage, ballot: BallotId) => must(await on.as(SYSTEM)(empty, { ballot }));

both('a secret ballot from afar', (scratch) => {
  it('five seats take a paper and vote; who closes finds five papers and what they say, and no keys are left', async () => {
    const on = await stage(scratch);
    await seated(on, 5);
    const { ballot, roll } = await opened(on);
    const slips = ['for', 'for', 'against', 'abstain', 'for'] as const;
    const trackers: string[] = [];
    for (const [i, row] of roll.entries()) {
      const cast = must(await casts(on, ballot, await paperOf(on, ballot, row), slips[i]!));
      trackers.push(cast.tracker);
    }
    const { marks, slips: slipsFound } = await closes(on, ballot);
    expect(marks.map(({ key, say }) => [key, say])).toEqual(roll.map(({ key }) => [key, 'voted']).toSorted());
    expect(slipsFound.of.map(({ slip }) => slip).toSorted()).toEqual(['abstain', 'against', 'for', 'for', 'for']);
    const votes = await urnVotes(scratch.db, on.forum.id, ballot);
    expect(votes.map(({ id }) => trackerOf(id)).toSorted()).toEqual(trackers.toSorted());
    expect(votes.find(({ id }) => trackerOf(id) === trackers[2])?.slip).toBe('against');
    expect(await sealedKey(scratch.db, on.forum.id, ballot, ALL)).toBeNull();
    // Preparing is public; of papers and votes the record says nothing.
    expect((await on.entries()).map(({ kind }) => kind).filter((kind) => kind.startsWith('ballots.'))).toEqual([
      'ballots.urns_prepared',
    ]);
  });

  it('a paper asked for again is the same one; another one is refused, also of two at once', async () => {
    const on = await stage(scratch);
    await seated(on, 2);
    const { ballot, roll } = await opened(on);
    const [row, second] = [roll[0]!, roll[1]!];
    const asking = await asked(on, ballot);
    expect(said(await takes(on, ballot, row, asking))).toBe('ok');
    expect(said(await takes(on, ballot, row, asking))).toBe('ok');
    expect(await signed(on, ballot, asking)).toEqual(await signed(on, ballot, asking));
    expect(said(await takes(on, ballot, row, await asked(on, ballot)))).toBe('ballots.secret.refused.taken');
    // The blinded message of one seat is nobody else's.
    expect(said(await takes(on, ballot, second, asking))).toBe('ballots.secret.refused.taken');
    const tries = await Promise.all(
      [await asked(on, ballot), await asked(on, ballot)].map((one) => takes(on, ballot, second, one)),
    );
    expect(tries.map(said).toSorted()).toEqual(['ballots.secret.refused.taken', 'ok']);
    expect(await papersOf(scratch.db, on.forum.id, ballot)).toHaveLength(2);
  });

  it('a paper is for the own seat: not for another, not without a mandate, not after it ended', async () => {
    const on = await stage(scratch);
    await seated(on, 2);
    const holdings = (await seatingOf(scratch.db, on.forum.id)).holdings;
    const term = { from: on.today, to: null, source: 'letter', office: null };
    const facts = { name: { en: 'Somebody' }, language: 'en' as const, email: null, phone: null };
    for (const holding of holdings)
      must(await asSystem(on)(nameSpeaker, { ...term, holding: holding.id, kind: 'representative', who: { facts } }));
    const { ballot, roll } = await opened(on);
    const { mandates } = await seatingOf(scratch.db, on.forum.id);
    const mandateOf = (row: RollRow) =>
      mandates.find(({ holding }) => holdings.find(({ id }) => id === holding)?.seat === row.seat)!;
    const member = (row: RollRow): Actor => {
      const roles = [{ role: 'member', forum: on.forum.id, body: row.body }];
      return { kind: 'person', id: mandateOf(row).person!, name: 'Somebody', roles };
    };
    const [mine, other] = [roll[0]!, roll[1]!];
    const asking = await asked(on, ballot);
    expect(said(await takes(on, ballot, other, asking, member(mine)))).toBe('ballots.voting.wrong.not_yours');
    expect(said(await takes(on, ballot, mine, asking, NOBODY))).toBe('ballots.denied.vote');
    expect(said(await takes(on, ballot, mine, asking, person(on.forum.id, 'secretary')))).toBe('ballots.denied.vote');
    const foreign = link(on, uuidv7(on.now), mine);
    expect(said(await takes(on, ballot, mine, asking, foreign))).toBe('ballots.denied.vote');
    // The link of one seat takes no paper of another.
    expect(said(await takes(on, ballot, mine, asking, link(on, ballot, other)))).toBe('ballots.denied.vote');
    expect(said(await takes(on, ballot, { ...mine, key: 'nowhere' }, asking, member(mine)))).toBe(
      'ballots.secret.refused.seat',
    );
    expect(said(await takes(on, ballot, mine, asking, member(mine)))).toBe('ok');
    must(await asSystem(on)(endMandate, { mandate: mandateOf(other).id, last: on.today, reason: 'replaced' }));
    on.now = new Date(on.now.getTime() + 20 * 3_600_000);
    expect(said(await takes(on, ballot, other, asking, member(other)))).toBe('ballots.voting.wrong.mandate');
    expect(on.today).toBe(addDays(mandateOf(other).from, 1));
  });

  it('what is no paper of this ballot is refused: forged, changed, of another ballot, what the server saw', async () => {
    const on = await stage(scratch);
    await seated(on, 2);
    const { ballot, roll } = await opened(on);
    const other = await opened(on);
    const paper = await paperOf(on, ballot, roll[0]!);
    const foreign = await paperOf(on, other.ballot, other.roll[0]!);
    const [message, signature] = [bytesOf(paper.prepared)!, bytesOf(paper.signature)!];
    // A message for this ballot under the key of the other one.
    const mixed = await ask(await publicKeyOf(on, other.ballot), new TextEncoder().encode(messageFor(ballot, ALL)));
    const underOther = await finish(await publicKeyOf(on, other.ballot), mixed, await signed(on, other.ballot, mixed));
    const forged: readonly Paper[] = [
      { prepared: paper.prepared, signature: base64(signature.with(0, signature[0]! ^ 1)) },
      { prepared: base64(message.with(0, message[0]! ^ 1)), signature: paper.signature },
      { prepared: paper.prepared, signature: base64(paper.blindSignature) },
      { prepared: paper.prepared, signature: 'AAAA' },
      { prepared: 'AAAA', signature: paper.signature },
      { prepared: base64(mixed.prepared), signature: base64(underOther) },
      foreign,
    ];
    for (const one of forged) expect(said(await casts(on, ballot, one, 'for'))).toBe('ballots.secret.refused.forged');
    expect(said(await casts(on, ballot, paper, [1]))).toBe('ballots.secret.refused.slip');
    expect(await urnVotes(scratch.db, on.forum.id, ballot)).toEqual([]);
    expect(said(await casts(on, ballot, paper, 'for'))).toBe('ok');
  });

  it('a paper counts once, whoever sends it how often; the same words again are a lost answer', async () => {
    const on = await stage(scratch);
    await seated(on, 2);
    const { ballot, roll } = await opened(on);
    const paper = await paperOf(on, ballot, roll[0]!);
    const first = must(await casts(on, ballot, paper, 'against'));
    expect(must(await casts(on, ballot, paper, 'against'))).toEqual(first);
    expect(said(await casts(on, ballot, paper, 'for'))).toBe('ballots.secret.refused.used');
    const second = await paperOf(on, ballot, roll[1]!);
    const tries = await Promise.all([casts(on, ballot, second, 'for'), casts(on, ballot, second, 'against')]);
    expect(tries.map(said).toSorted()).toEqual(['ballots.secret.refused.used', 'ok']);
    expect(await urnVotes(scratch.db, on.forum.id, ballot)).toHaveLength(2);
  });

  it('who is known is turned away from the urn', async () => {
    const on = await stage(scratch);
    await seated(on, 1);
    const { ballot, roll } = await opened(on);
    const paper = await paperOf(on, ballot, roll[0]!);
    for (const actor of [person(on.forum.id, 'member'), link(on, ballot, roll[0]!), SYSTEM])
      expect(said(await casts(on, ballot, paper, 'for', actor))).toBe('ballots.secret.denied.known');
  });

  it('nobody votes before the opening, after the hour, after the closing, or in what was withdrawn', async () => {
    const on = await stage(scratch);
    await seated(on, 3);
    const early = await written(on);
    must(await prepared(on, early));
    const asking = await asked(on, early);
    const { ballot, roll } = await opened(on);
    const row = roll[0]!;
    expect(said(await takes(on, early, row, asking))).toBe('ballots.secret.refused.early');
    const [paper, late] = [await paperOf(on, ballot, row), await asked(on, ballot)];
    on.now = new Date(on.now.getTime() + 25 * 3_600_000);
    expect(said(await casts(on, ballot, paper, 'for'))).toBe('ballots.secret.refused.closed');
    expect(said(await takes(on, ballot, roll[1]!, late))).toBe('ballots.secret.refused.closed');
    on.now = new Date(on.now.getTime() - 25 * 3_600_000);
    // Emptied, although its hour has not come: without a key there is no voting.
    await closes(on, ballot);
    expect(said(await casts(on, ballot, paper, 'for'))).toBe('ballots.secret.refused.closed');
    expect(said(await takes(on, ballot, roll[1]!, late))).toBe('ballots.secret.refused.closed');
    const gone = await opened(on);
    const spent = await paperOf(on, gone.ballot, row);
    must(await casts(on, gone.ballot, spent, 'for'));
    must(await asSystem(on)(withdrawBallot, { ballot: gone.ballot, reason: { en: 'Wrong words' } }));
    expect(said(await casts(on, gone.ballot, spent, 'for'))).toBe('ballots.secret.refused.closed');
    expect(await urnVotes(scratch.db, on.forum.id, gone.ballot)).toEqual([]);
    expect(await sealedKey(scratch.db, on.forum.id, gone.ballot, ALL)).toBeNull();
  });

  it('of votes that come while the urn is emptied each one is counted or refused, never lost', async () => {
    const on = await stage(scratch);
    await seated(on, 8);
    const { ballot, roll } = await opened(on);
    const papers = await Promise.all(roll.map((row) => paperOf(on, ballot, row)));
    const coming = papers.map((paper, i) => casts(on, ballot, paper, i % 2 ? 'for' : 'against'));
    const [closed, ...answers] = await Promise.all([closes(on, ballot), ...coming]);
    const well = answers.filter((answer) => answer.ok).length;
    expect(answers.filter((answer) => !answer.ok).map(said)).toEqual(
      Array.from({ length: 8 - well }, () => 'ballots.secret.refused.closed'),
    );
    expect(closed.slips.of.length).toBe(well);
    expect(await urnVotes(scratch.db, on.forum.id, ballot)).toHaveLength(well);
  });

  it('urns are set up by who keeps ballots, before the opening, as the rules ask; then their keys stay', async () => {
    const on = await stage(scratch);
    await seated(on, 2);
    const ballot = await written(on);
    const urns = await newUrns(seal, ballot, [ALL]);
    expect(said(await on.as(person(on.forum.id, 'member'))(prepareUrns, { ballot, urns }))).toBe('ballots.denied.keep');
    expect(said(await asSystem(on)(prepareUrns, { ballot, urns: [{ ...urns[0]!, constituency: 'ngo' }] }))).toBe(
      'ballots.secret.refused.other_urns',
    );
    must(await prepared(on, ballot));
    const first = await urnsOf(scratch.db, on.forum.id, ballot);
    must(await prepared(on, ballot));
    expect(await urnsOf(scratch.db, on.forum.id, ballot)).not.toEqual(first);
    const open = await opened(on);
    expect(said(await asSystem(on)(prepareUrns, { ballot: open.ballot, urns }))).toBe('ballots.secret.refused.opened');
    const row = await scratch.db.withTables<SecretTables>().selectFrom('ballots_secret_keys').selectAll().execute();
    for (const { sealed, constituency, ballot_id } of row) {
      expect(seal.open(sealed, sealedFor(ballot_id, constituency)).length).toBeGreaterThan(1000);
      expect(() => sealOf(new Uint8Array(32)).open(sealed, sealedFor(ballot_id, constituency))).toThrow();
    }
  });

  it('what the server saw fits every assignment of five papers to five votes equally', async () => {
    const on = await stage(scratch);
    await seated(on, 5);
    const { ballot, roll } = await opened(on);
    const papers = [];
    for (const row of roll) {
      const paper = await paperOf(on, ballot, row);
      must(await casts(on, ballot, paper, row.number % 2 ? 'for' : 'against'));
      papers.push(paper);
    }
    const jwk = createPublicKey({
      key: Buffer.from(await publicKeyOf(on, ballot)),
      format: 'der',
      type: 'spki',
    }).export({
      format: 'jwk',
    });
    const [n, e] = [big(Buffer.from(jwk.n!, 'base64url')), 65_537n];
    const seen = papers.map(({ asking, blindSignature }) => ({
      asked: big(asking.blinded),
      signed: big(blindSignature),
    }));
    const votes = (await urnVotes(scratch.db, on.forum.id, ballot)).map(({ signature }) => big(bytesOf(signature)!));
    // For each pair there is exactly one blinding that would have led from this vote to that question (RFC 9474, 8.2).
    const fits = seen.map(({ asked, signed }) =>
      votes.map((vote) => {
        const blinding = (signed * inverse(vote, n)) % n;
        return (power(vote, e, n) * power(blinding, e, n)) % n === asked && (vote * blinding) % n === signed;
      }),
    );
    const consistent = orders([0, 1, 2, 3, 4]).filter((order) => order.every((vote, voter) => fits[voter]![vote]));
    expect(consistent).toHaveLength(120);
    // And one that was not made under this key fits nothing.
    expect(seen.some(({ asked }) => power(votes[0]! + 1n, e, n) === asked)).toBe(false);
  });

  it('rows of papers and of votes share nothing but their ballot, hold no moment, and lie in the order of their keys', async () => {
    const on = await stage(scratch);
    await seated(on, 6);
    const { ballot, roll } = await opened(on);
    for (const row of roll.toReversed()) must(await casts(on, ballot, await paperOf(on, ballot, row), 'for'));
    const rowsOf = async (table: string) =>
      (
        await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(
          scratch.db,
        )
      ).rows.map(({ row }) => row);
    const valuesOf = (rows: readonly Record<string, unknown>[]) =>
      new Set(
        rows.flatMap(({ forum_id: _, ballot_id: __, constituency: ___, ...rest }) => Object.values(rest).map(String)),
      );
    const papers = valuesOf(await rowsOf('ballots_secret_papers'));
    expect([...valuesOf(await rowsOf('ballots_secret_votes'))].filter((value) => papers.has(value))).toEqual([]);
    const { rows: columns } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name like 'ballots_secret_%'
        and (data_type like 'timestamp%' or data_type in ('date', 'bigint', 'integer') or column_default is not null)`.execute(
      scratch.db,
    );
    expect(columns).toEqual([]);
    await closes(on, ballot);
    const [votes, taken] = [await rowsOf('ballots_secret_votes'), await rowsOf('ballots_secret_papers')];
    expect(votes.map(({ id }) => id)).toEqual(votes.map(({ id }) => id).toSorted());
    expect(taken.map(({ key }) => key)).toEqual(taken.map(({ key }) => key).toSorted());
    expect(taken.map(({ blinded_hash: hash }) => hash)).toEqual(roll.map(() => null));
    // One transaction wrote them all anew: the numbers of transactions say no more either.
    const { rows: writers } = await sql`select distinct xmin::text from ballots_secret_votes
      union select distinct xmin::text from ballots_secret_papers`.execute(scratch.db);
    expect(writers).toHaveLength(1);
  });

  it('a vote changes the urn and nothing else in the whole database', async () => {
    const on = await stage(scratch);
    await seated(on, 2);
    const { ballot, roll } = await opened(on);
    const paper = await paperOf(on, ballot, roll[0]!);
    const { rows: tables } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = 'public'`.execute(scratch.db);
    const whole = async () => {
      const found: Record<string, string> = {};
      for (const { name } of tables) {
        const { rows } = await sql`select to_jsonb(t)::text as row from ${sql.table(name)} t order by 1`.execute(
          scratch.db,
        );
        found[name] = JSON.stringify(rows);
      }
      return found;
    };
    const before = await whole();
    must(await casts(on, ballot, paper, 'for'));
    const after = await whole();
    expect(tables.map(({ name }) => name).filter((name) => before[name] !== after[name])).toEqual([
      'ballots_secret_votes',
    ]);
  });
});

const big = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let [result, square] = [1n, base % n];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}
function inverse(a: bigint, m: bigint): bigint {
  let [r, next] = [a % m, m];
  let [s, after] = [1n, 0n];
  while (next !== 0n) {
    const times = r / next;
    [r, next] = [next, r - times * next];
    [s, after] = [after, s - times * after];
  }
  return ((s % m) + m) % m;
}
const orders = (of: readonly number[]): readonly (readonly number[])[] =>
  of.length === 0
    ? [[]]
    : of.flatMap((first) => orders(of.filter((one) => one !== first)).map((rest) => [first, ...rest]));
