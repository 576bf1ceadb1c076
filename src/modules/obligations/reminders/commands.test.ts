import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { refuse } from '#core/errors/result.ts';
import { Lang } from '#core/i18n/lang.ts';
import { message } from '#core/i18n/message.ts';
import { Runner } from '#core/jobs/runner.ts';
import type { Letter } from '#core/mail/letter.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { fulfilByHand, openByHand } from '../keeping/commands.ts';
import { obligationsModule } from '../module.ts';
import { quietNeeds } from '../samples.ts';
import { tellByPhone } from './commands.ts';
import { toTell } from './queries.ts';
import { messageOf } from './rules.ts';

const BARE = { files: [], seenBy: 'concerned' as const, paper: null };

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const DUE = '2026-04-08';

/** The jobs of the module with a mailer that keeps what it is given. */
function office(on: Stage, refuses: () => boolean = () => false) {
  const letters: Letter[] = [];
  const needs = {
    ...quietNeeds((code) => langs[code]),
    mailer: {
      send: async (letter: Letter) => {
        if (refuses()) return refuse('bad_input', message('core.mail.refused', { address: letter.to }));
        letters.push(letter);
        return { ok: true as const, value: { id: 'x', file: null } };
      },
    },
  };
  const runner = new Runner({
    house: on.house,
    kinds: (obligationsModule(needs).jobs ?? []).filter(({ name }) => name !== 'obligations.recount'),
    forums: () => [on.reference, on.forum],
    onTrouble: ({ problem }) => {
      throw problem;
    },
  });
  return { letters, runner };
}

/** A letter received on 19 March 2026, due on 8 April, by a body with or without an e-mail address. */
async function owed(on: Stage, email: string | null) {
  on.now = new Date('2026-03-19T08:00:00Z');
  const body = await loadNamedBody(asSystem(on), {
    key: 'excom',
    kind: 'ngo',
    name: { az: 'İcra', en: 'Body' },
    source: 'm',
  });
  await sql`update places_bodies set email = ${email}, phone = '+994 12 000 00 00' where id = ${body}`.execute(
    on.house.database.db,
  );
  const made = await on.as(person(on.forum.id, 'secretary'))(openByHand, {
    ...{ rule: 'az.information.answer', body, title: { az: 'Büdcə sorğusu', en: 'Budget' } },
    ...{ on: on.today, at: null, reference: null },
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return { body, ...made.value };
}

async function mornings(on: Stage, runner: Runner, ...days: readonly string[]): Promise<void> {
  for (const date of days) {
    on.now = new Date(`${date}T06:00:00Z`);
    await runner.runDue();
    await runner.runDue();
  }
}
const stages = async (on: Stage): Promise<readonly unknown[]> =>
  (
    await sql<{ stage: string }>`select stage, channel from obligations_reminders order by id`.execute(
      on.house.database.db,
    )
  ).rows.map((row) => Object.values(row).join(' '));

both('reminders by letter', (scratch) => {
  it('go out before, on and after the day, once each, and make the first lateness public after three days', async () => {
    const on = await stage(scratch);
    const { letters, runner } = office(on);
    await owed(on, 'icra@example.az');
    await mornings(on, runner, '2026-04-05', '2026-04-06', '2026-04-07', DUE, '2026-04-09', '2026-04-10');
    expect(await stages(on)).toEqual(['before email', 'on email', 'after email']);
    expect(letters.map((letter) => letter.to)).toEqual(Array(3).fill('icra@example.az'));
    expect(letters[0]?.text).toContain('Büdcə sorğusu');
    expect(letters[0]?.text).toContain('8 aprel 2026');
    const { rows } = await sql`select told_on, public_on from obligations_first_latenesses`.execute(scratch.db);
    expect(rows).toEqual([{ told_on: '2026-04-09', public_on: '2026-04-12' }]);
  });

  it('end with the deed: what was done is not reminded', async () => {
    const on = await stage(scratch);
    const { letters, runner } = office(on);
    const { id } = await owed(on, 'icra@example.az');
    await mornings(on, runner, '2026-04-06');
    await on.as(person(on.forum.id, 'secretary'))(fulfilByHand, {
      case: id,
      on: on.today,
      source: { az: 'm' },
      url: null,
      ...BARE,
    });
    await mornings(on, runner, DUE, '2026-04-09');
    expect(letters).toHaveLength(1);
  });

  it('of a demonstration go to nobody: its addresses are made up', async () => {
    const on = await stage(scratch, { demonstration: true });
    const { letters, runner } = office(on);
    await owed(on, 'icra@example.az');
    await mornings(on, runner, '2026-04-06');
    expect([letters.length, await stages(on)]).toEqual([0, ['before desk']]);
  });

  it('that no address takes lie on the desk', async () => {
    const on = await stage(scratch);
    const { runner } = office(on, () => true);
    await owed(on, 'icra@example.az');
    await mornings(on, runner, '2026-04-06');
    expect(await stages(on)).toEqual(['before desk']);
  });
});

both('reminders without an address', (scratch) => {
  it('lie on the desk with a message to copy, until a keeper ticks them, once', async () => {
    const on = await stage(scratch);
    const { letters, runner } = office(on);
    const { number } = await owed(on, null);
    await mornings(on, runner, DUE, '2026-04-09');
    const tell = await toTell(scratch.db, on.forum, langs.az, 'https://example.az', on.today);
    expect([letters.length, tell.length]).toEqual([0, 1]);
    const [one] = tell;
    expect(one).toMatchObject({ stage: 'after', number, bodyName: 'İcra', phone: '+994 12 000 00 00' });
    expect(one!.message.split('\n').at(-1)).toBe('https://example.az/az/stage/obligations');
    const strange = await on.as(person(on.forum.id, 'member'))(tellByPhone, { reminder: one!.id });
    expect(strange.ok).toBe(false);
    const tick = () => on.as(person(on.forum.id, 'coordinator'))(tellByPhone, { reminder: one!.id });
    expect([(await tick()).ok, (await tick()).ok]).toEqual([true, false]);
    expect(await toTell(scratch.db, on.forum, langs.az, 'https://example.az', on.today)).toEqual([]);
    const { rows } = await sql`select public_on from obligations_first_latenesses`.execute(scratch.db);
    expect(rows).toEqual([{ public_on: '2026-04-12' }]);
  });

  it('go on to whom the rule names, so many days after', async () => {
    const on = await stage(scratch);
    const { runner } = office(on);
    await owed(on, null);
    await mornings(on, runner, '2026-04-09', '2026-04-12', '2026-04-13', '2026-04-14');
    expect(await stages(on)).toEqual(['after desk', 'escalated desk']);
  });
});

it('a message stays under 600 characters with its link last, however long the names are', () => {
  const long = 'ə'.repeat(900);
  for (const lang of Object.values(langs))
    for (const stage of ['before', 'on', 'after', 'escalated'] as const) {
      const seen = {
        ...{
          id: 'x' as never,
          stage,
          number: 999_999,
          body: 'b',
          title: { texts: { az: long } },
          ruleTitle: { texts: {} },
        },
        ...{ path: null, dueOn: DUE as never, role: null, publicAlready: false },
      };
      const text = messageOf(lang, seen, {
        bodyName: long,
        forumAddress: `https://${'a'.repeat(60)}.example.az/az/durnasu`,
      });
      expect(text.length).toBeLessThan(600);
      expect(text.split('\n').at(-1)).toMatch(/^https:\/\/\S+$/);
    }
});
