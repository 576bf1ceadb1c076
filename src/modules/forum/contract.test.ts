import * as v from 'valibot';
import { expect, it } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import { command, done, YES } from '#core/command.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, type Stage, stage } from '#core/db/testing/stage.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { Lang } from '#core/i18n/lang.ts';
import { message } from '#core/i18n/message.ts';
import { addDays } from '#core/time/plain-date.ts';
import type { RoleDesk } from '#modules/identity/contract.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { decideComposition } from './composition/commands.ts';
import {
  type ElectionRecorded,
  electorateOn,
  hasQuorum,
  passes,
  recordElection,
  rulesOn,
  seatingOf,
  type Votes,
  votersIn,
} from './contract.ts';
import { adoptVersion } from './documents/adoptions/commands.ts';
import { writeDocument } from './documents/commands.ts';
import { adoptFounding, publishFounding, writeFounding } from './documents/founding/commands.ts';
import { documentsOf } from './documents/queries.ts';
import { templateArticles } from './documents/templates/rules.ts';
import { openVersion, proposeVersion } from './documents/versions/commands.ts';
import { giveSeat, seatingCommands } from './seating/commands.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const act = (on: Stage) => on.as(SYSTEM);
const template = (on: Stage) =>
  must(
    act(on)(writeDocument, {
      ...{ kind: 'rules', title: { en: 'Rules' }, template: true },
      articles: templateArticles('rules', (code) => langs[code]),
    }),
  );

both('what ballots and meetings ask', (scratch) => {
  it('a day is ruled by nothing, then by the founding procedure, then by the documents in force', async () => {
    const on = await stage(scratch);
    const rules = (days: number) => rulesOn(scratch.db, on.forum.id, addDays(on.today, days));
    expect(await rules(0)).toMatchObject({ by: 'nothing', book: { rules: {} } });
    const share = { than: 'more_than', part: 1, whole: 2 } as const;
    await must(
      act(on)(writeFounding, {
        ...{ meetsOn: on.today, place: { en: 'Hall' }, initiators: { en: 'NGOs' }, counters: { en: 'tellers' } },
        ...{ invited: [{ name: 'One', why: 'works here' }], quorum: share, majority: share, seen: null },
      }),
    );
    expect((await rules(0)).by).toBe('nothing');
    await must(act(on)(publishFounding, { on: on.today }));
    expect((await rules(-1)).by).toBe('nothing');
    const first = await rules(0);
    const [all] = [{ constituency: 'assembly', all: 23, filled: 23, present: 12, recused: 0 }];
    expect([first.by, hasQuorum(first.book, [all], [all])]).toMatchObject([
      'founding',
      { met: true, document: 'founding', article: '3' },
    ]);
    expect(await electorateOn(scratch.db, on.forum.id, on.today)).toMatchObject({
      ...{ by: 'founding', voters: [{ constituency: 'assembly', all: 1, filled: 1, name: null }] },
      rows: [{ key: '1', number: 1, seat: null, constituency: 'assembly', organisation: { az: 'One' }, filled: true }],
    });
    const { version } = await template(on);
    const adoption = { version, on: on.today, inForceOn: addDays(on.today, 2), decision: 'Minutes', votes: null };
    await must(act(on)(adoptVersion, { ...adoption, founded: true }));
    expect([(await rules(1)).by, (await rules(2)).by]).toEqual(['founding', 'documents']);
    expect((await rules(2)).book.rules.ordinary).toMatchObject({ document: 'rules', article: '8.2' });
  });

  it('the founding assembly ends under its procedure, though a document is in force that very day', async () => {
    const on = await stage(scratch);
    const share = { than: 'more_than', part: 1, whole: 2 } as const;
    await must(
      act(on)(writeFounding, {
        ...{ meetsOn: on.today, place: { en: 'Hall' }, initiators: { en: 'NGOs' }, counters: { en: 'tellers' } },
        ...{ invited: [{ name: 'One', why: 'works here' }], quorum: share, majority: share, seen: null },
      }),
    );
    await must(act(on)(publishFounding, { on: on.today }));
    await must(act(on)(adoptFounding, { on: on.today, present: 1, for: 1, against: 0, abstain: 0 }));
    const { version } = await template(on);
    await must(act(on)(proposeVersion, { version, members: null, reason: null }));
    const assembly = { constituency: 'assembly', all: 1, filled: 1, present: 1, recused: 0 };
    const votes = [{ ...assembly, for: 1, against: 0, abstain: 0 }];
    const adoption = { version, on: on.today, inForceOn: on.today, decision: 'Minutes', founded: false, votes };
    await must(act(on)(adoptVersion, adoption));
    const ruled = async (days: number) => (await electorateOn(scratch.db, on.forum.id, addDays(on.today, days))).by;
    expect([await ruled(0), await ruled(1)]).toEqual(['founding', 'documents']);
  });

  it('votes on a change are counted by the seats of that day; one constituency alone can stop it', async () => {
    const on = await stage(scratch);
    const day = on.today;
    await must(
      act(on)(decideComposition, {
        ...{ number: 'minutes 1', decidedOn: day, from: day, reason: null, url: null, more: [], places: [] },
        fresh: [
          { name: { en: 'NGOs' }, seats: 2 },
          { name: { en: 'Municipalities' }, seats: 3 },
        ],
      }),
    );
    const { seats } = await seatingOf(scratch.db, on.forum.id);
    for (const seat of seats.slice(0, 4)) {
      const named = { key: `b${seat.number}`, kind: 'ngo' as const, name: { en: `Body ${seat.number}` }, source: 'm' };
      const body = await loadNamedBody(asSystem(on), named);
      await must(act(on)(giveSeat, { seat: seat.id, body, from: day, to: null, source: 'letter' }));
    }
    const voters = votersIn(await seatingOf(scratch.db, on.forum.id), day);
    expect(voters.map(({ all, filled, name }) => [name?.en, all, filled])).toEqual([
      ['NGOs', 2, 2],
      ['Municipalities', 3, 2],
    ]);
    const { rows, voters: counted } = await electorateOn(scratch.db, on.forum.id, day);
    expect(rows.map((one) => [one.number, one.organisation.en ?? null, one.filled])).toEqual([
      [1, 'Body 1', true],
      [2, 'Body 2', true],
      [3, 'Body 3', true],
      [4, 'Body 4', true],
      [5, null, false],
    ]);
    expect([rows[0]!.key, rows[0]!.constituencyName, counted]).toEqual([seats[0]!.id, { en: 'NGOs' }, voters]);
    const { version } = await template(on);
    await must(act(on)(adoptVersion, { version, on: day, inForceOn: day, decision: 'M', votes: null, founded: true }));
    await must(act(on)(openVersion, { version }));
    const next = (await documentsOf(scratch.db, on.forum.id))[0]!.versions[1]!.id;
    await must(act(on)(proposeVersion, { version: next, members: 3, reason: null }));
    on.now = new Date('2026-12-08T08:00:00Z');
    const change = async (...given: readonly (readonly [yes: number, no: number])[]) => {
      const votes = voters.map(({ constituency, all, filled }, i): Votes => {
        const [yes, no] = given[i]!;
        return { constituency, all, filled, present: yes + no, recused: 0, for: yes, against: no, abstain: 0 };
      });
      const asked = { version: next, on: on.today, inForceOn: on.today, decision: 'M 2', founded: false, votes };
      const made = await act(on)(adoptVersion, asked);
      const { book } = await rulesOn(scratch.db, on.forum.id, on.today);
      const missed = passes(book, 'documents', votes)!.steps.filter((step) => !step.met);
      return made.ok ? 'ok' : [made.refusal.message.key, made.refusal.message.params?.article, missed.length];
    };
    // Three of four are two thirds, but one of two municipalities is not more than half of them.
    expect(await change([2, 0], [1, 1])).toEqual(['forum.documents.wrong.not_adopted', '8.4', 1]);
    expect(await change([2, 0], [0, 0])).toEqual(['forum.documents.wrong.no_quorum', '7.1', 1]);
    expect(await change([2, 0], [2, 0])).toBe('ok');
  });

  it('a ballot that closes fills the office in its own transaction; refused, it leaves nothing', async () => {
    const on = await stage(scratch);
    const day = on.today;
    await must(
      act(on)(decideComposition, {
        ...{ number: 'm', decidedOn: day, from: day, reason: null, url: null, more: [], places: [] },
        fresh: [{ name: { en: 'NGOs' }, seats: 1 }],
      }),
    );
    const [seat] = (await seatingOf(scratch.db, on.forum.id)).seats;
    const body = await loadNamedBody(asSystem(on), { key: 'b', kind: 'ngo', name: { en: 'Body' }, source: 'm' });
    const held = await must(act(on)(giveSeat, { seat: seat!.id, body, from: day, to: null, source: 'letter' }));
    const roles: RoleDesk = {
      give: async () => refuse('conflict', message('forum.refused.no_seat')),
      bound: async (_, id) => id,
    };
    const close = command({
      name: 'ballots.close',
      input: v.string(),
      access: () => YES,
      run: async (ctx, url) => {
        const holder = { seat: seat!.id, as: 'representative' } as const;
        const election = { office: 'coordinator', holder, electedOn: day, from: day, to: null, url } as const;
        const made: Result<ElectionRecorded> = await recordElection(ctx, roles, {
          ...{ ...election, decision: 'ballot 4', replaces: true },
        });
        if (!made.ok) return done(made.refusal.fields?.[0]?.message.key ?? null, null);
        const { object, touched, bodies, params } = made.value;
        return done(null, { kind: 'forum.lead_elected', object, touched, bodies, params });
      },
    });
    expect(await must(act(on)(close, '/ballots/4'))).toBe('forum.leads.wrong_nobody');
    const speaks = {
      holding: held.id,
      kind: 'representative',
      who: null,
      office: { en: 'Chair' },
      from: day,
      to: null,
    } as const;
    await must(act(on)(seatingCommands(roles).nameSpeaker, { ...speaks, source: 'letter' }));
    expect(await must(act(on)(close, '/ballots/4'))).toBeNull();
    expect((await on.entries()).at(-1)).toMatchObject({
      kind: 'forum.lead_elected',
      params: { office: 'coordinator' },
    });
  });
});
