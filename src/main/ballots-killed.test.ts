import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import type { Command } from '#core/command.ts';
import { openDatabase } from '#core/db/open.ts';
import { repositoryFile } from '#core/db/place.ts';
import type { Kind } from '#core/db/testing/scratch.ts';
import { perform } from '#core/house.ts';
import { markSeats } from '#modules/ballots/marking/commands.ts';
import { openBallot } from '#modules/ballots/opening/commands.ts';
import { rollOf } from '#modules/ballots/queries.ts';
import { motion } from '#modules/ballots/samples.ts';
import type { BallotId } from '#modules/ballots/schema.ts';
import { writeBallot } from '#modules/ballots/writing/commands.ts';
import { ballotNeeds } from './ballot-needs.ts';
import { wholeHouse } from './testing/whole-house.ts';

/** How often the process is killed; ORTAQ_KILLS=100 for the whole proof. */
const KILLS = Number(process.env.ORTAQ_KILLS ?? 3);

/** Ballots of one life of the process; it is killed at one of the first of them. */
const EACH = 3;

function killed(kind: Kind): void {
  const house = wholeHouse({ example: true, kind });
  const root = path.dirname(repositoryFile('package.json'));
  const folder = path.join(root, 'node_modules', '.cache', `ortaq-closer-${kind}-${process.pid}`);
  const program = path.join(folder, 'closer.js');
  // Pages are markup, which node does not read by itself; the embedded database runs in a worker beside the program.
  beforeAll(async () => {
    await build({
      entryPoints: ['src/main/testing/closer.ts', 'src/core/db/embedded.worker.ts'].map((file) =>
        path.join(root, file),
      ),
      ...{ outdir: folder, entryNames: '[name]', bundle: true, packages: 'external' },
      ...{ platform: 'node', format: 'esm', jsx: 'automatic', jsxImportSource: 'preact' },
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const needs = () => ballotNeeds(house.assembly.identity);
  async function does<I, O>(deed: Command<I, O>, input: I): Promise<O> {
    const forum = house.assembly.forums.all.find(({ slug }) => slug === 'durnasu')!;
    const made = await perform(
      house.assembly.house,
      { actor: SYSTEM, forum, lang: 'az', requestId: 'test' },
      deed,
      input,
    );
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    return made.value;
  }

  /** An open ballot in which every seat has said something. */
  async function voted(forum: string): Promise<BallotId> {
    const { id } = await does(writeBallot(needs()), motion({ title: { az: 'Sual' }, words: { az: 'Olsun.' } }));
    await does(openBallot(needs()), { ballot: id });
    const roll = await rollOf(house.assembly.database.db, forum, id);
    const called = roll.map(({ key }) => ({
      ...{ key, say: 'for' as const, speaker: 'representative' as const, carriedBy: null },
    }));
    await does(markSeats(needs()), { ballot: id, called });
    return id;
  }

  /** Lets it close until it stands before the commit for the n-th time, kills it there; what it acknowledged. */
  async function killBetween(forum: string, ballots: readonly string[], n: number): Promise<readonly string[]> {
    const { databaseUrl, folder: data } = house.assembly.config;
    const child = spawn(process.execPath, [program, databaseUrl ?? data, forum, ...ballots], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { TZ: 'UTC' },
    });
    const acknowledged: string[] = [];
    let between = 0;
    for await (const line of createInterface(child.stdout)) {
      const [what, id] = line.split(' ');
      if (what === 'done') acknowledged.push(id!);
      else if (++between === n) child.kill('SIGKILL');
    }
    expect(between).toBeGreaterThanOrEqual(n);
    return acknowledged;
  }

  it(
    `leaves it open with all votes or closed with all votes, in ${KILLS} kills`,
    async () => {
      const forum = house.assembly.forums.all.find(({ slug }) => slug === 'durnasu')!.id;
      const ballots: string[] = [];
      for (let i = 0; i < KILLS * EACH; i += 1) ballots.push(await voted(forum));
      // The embedded database belongs to one process at a time: this one lets it go, and takes it back for the count.
      if (kind === 'embedded') await house.assembly.database.close();
      const acknowledged: string[] = [];
      for (let round = 0; round < KILLS; round += 1) {
        const own = ballots.slice(round * EACH, (round + 1) * EACH);
        acknowledged.push(...(await killBetween(forum, own, 1 + (round % EACH))));
      }
      const { databaseUrl: url, folder: data } = house.assembly.config;
      const database = await openDatabase({ url, folder: data });
      onTestFinished(() => database.close());
      const { db } = database;
      const { rows } = await sql<{ id: string; closed: boolean; ended: number; marks: number; entries: number }>`
        select b.id, exists (select from ballots_closures c where c.ballot_id = b.id) as closed,
          (select count(*)::int from ballots_outcomes o where o.ballot_id = b.id) as ended,
          (select count(*)::int from ballots_marks m where m.ballot_id = b.id) as marks,
          (select count(*)::int from core_entries e where e.kind = 'ballots.closed' and e.object_id = b.id) as entries
        from ballots_ballots b where b.id = any(${ballots})`.execute(db);
      expect(rows.length).toBe(KILLS * EACH);
      const strange = rows.filter(({ closed, ended, marks, entries }) =>
        closed ? ended !== 23 || marks !== 23 || entries !== 1 : ended !== 0 || marks !== 23 || entries !== 0,
      );
      expect(strange).toEqual([]);
      const closed = new Set(rows.filter((row) => row.closed).map(({ id }) => id));
      expect(acknowledged.filter((id) => !closed.has(id))).toEqual([]);
      expect(rows.length - closed.size).toBeGreaterThanOrEqual(KILLS - 1);
    },
    60_000 + KILLS * 30_000,
  );
}

describe('a process that is killed while it closes a ballot (embedded)', () => killed('embedded'));
describe('a process that is killed while it closes a ballot (server)', () => killed('server'));
