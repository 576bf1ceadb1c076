import { sql } from 'kysely';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { type Actor, bodiesOf, holds, NOBODY } from '#core/actor.ts';
import { command, done, no, YES } from '#core/command.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person as fake, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { type House, perform } from '#core/house.ts';
import { Lang } from '#core/i18n/lang.ts';
import { message } from '#core/i18n/message.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { peopleCommands } from '../people/commands.ts';
import type { IdentityNeeds } from '../schema.ts';
import { signOut } from '../sessions/commands.ts';
import { endAssisted, keepForReceipt, startAssisted } from './commands.ts';
import { assistedActor } from './queries.ts';
import { answerObjection, objectTo } from './receipts/commands.ts';
import { findReceipt, openObjections } from './receipts/queries.ts';

const BODY = '01900000-0000-7000-8000-0000000000b1';
const roles = ['executor', 'member', 'helper', 'coordinator', 'secretary'];
const needs = {
  bodyNames: async () => new Map([[BODY, 'ExCom']]),
  roles: () => roles.map((role) => ({ role, name: '', may: '', ofBody: ['executor', 'member'].includes(role) })),
  lang: (code: 'az' | 'en' | 'ru') => new Lang(code, SENTENCES[code]),
} as unknown as IdentityNeeds;

/** A deed of a later module: the executor's, and it says that it can be done through a helper. */
const report = command({
  name: 'plans.report_update',
  assisted: 'plans.log.update_published',
  input: v.object({ fail: v.boolean() }),
  access: (ctx) => (bodiesOf(ctx.actor, 'executor', ctx.forum.id).includes(BODY) ? YES : no(message('errors.sign_in'))),
  run: async (_ctx, input) =>
    input.fail
      ? { ok: false as const, refusal: { kind: 'conflict' as const, message: message('errors.bad_form') } }
      : done(null, {
          kind: 'plans.update_published',
          object: { type: 'measure', id: BODY, path: '/plans/x/measures/1.3' },
          params: { number: '1.3', state: 'complete' },
        }),
});
const silent = command({
  name: 'plans.evaluate',
  input: v.object({}),
  access: () => YES,
  run: async () => done(null, null),
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const said = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.message.key);

async function added(on: Stage, role: string): Promise<string> {
  const of = {
    ...{ name: { az: role }, language: 'az' as const, email: null, phone: null, role },
    ...{ body: ['executor', 'member'].includes(role) ? BODY : null, from: on.today, to: null },
  };
  return value(await asSystem(on)(peopleCommands(needs).addPerson, of)).person;
}

/** A helper who acts for an executor's reporter, who by the way coordinates the forum too. */
async function helped(on: Stage, scratch: Scratch, minutes: 15 | 30 | 60 = 30) {
  const [rena, id] = [await added(on, 'executor'), await added(on, 'helper')];
  const given = { person: rena, role: 'coordinator', body: null, from: on.today, to: null };
  value(await asSystem(on)(peopleCommands(needs).grantRole, given));
  const own: Actor = { ...(fake(on.forum.id, 'helper') as Extract<Actor, { kind: 'person' }>), id };
  const { token } = value(await on.as(own)(startAssisted, { person: rena, reason: 'Telefonu yoxdur', minutes }));
  const house: House = { ...on.house, keepForReceipt };
  const here = (who: Actor = own) =>
    assistedActor(
      scratch.db,
      { now: on.now, language: 'az', cookies: `ortaq-assist=${token}`, secure: false, forum: on.forum },
      who,
    );
  const act: Stage['as'] = (actor) => (deed, input) =>
    perform(house, { actor, forum: on.forum, lang: 'az', requestId: 'test' }, deed, input);
  return { rena, own, token, here, act };
}
const later = (on: Stage, minutes: number): void => {
  on.now = new Date(on.now.getTime() + minutes * 60_000);
};

both('acting through a helper', (scratch) => {
  it('lends what the person does for bodies and nothing else, to staff and helpers only', async () => {
    const on = await stage(scratch);
    const { rena, here, own } = await helped(on, scratch);
    const actor = await here();
    expect(actor).toMatchObject({ kind: 'assisted', person: rena, name: 'executor', over: false });
    expect(bodiesOf(actor, 'executor', on.forum.id)).toEqual([BODY]);
    expect(holds(actor, 'coordinator', on.forum.id)).toBe(false);
    const input = { person: rena, reason: 'x', minutes: 30 as const };
    for (const who of [fake(on.forum.id, 'executor', 'moderator'), fake('elsewhere', 'helper'), NOBODY])
      expect(said(await on.as(who)(startAssisted, input))).toBe('identity.assisted.refused_helper');
    const helper = own.kind === 'person' ? own.id : '';
    expect(said(await on.as(own)(startAssisted, { ...input, person: helper }))).toBe(
      'identity.assisted.refused_person',
    );
    expect(said(await on.as(own)(startAssisted, { ...input, minutes: 61 as never }))).toBe('errors.shape');
  });

  it('does only deeds that say so, and names the role and the way in the record, never the helper', async () => {
    const on = await stage(scratch);
    const { here, act, rena } = await helped(on, scratch);
    const actor = await here();
    expect(said(await act(actor)(silent, {}))).toBe('errors.not_assisted');
    expect(said(await act(actor)(report, { fail: true }))).toBe('errors.bad_form');
    expect(said(await act(actor)(report, { fail: false }))).toBe('ok');
    const { rows } = await sql`select kind, actor_role, actor_person, by_way from core_entries
      where kind like 'plans.%'`.execute(scratch.db);
    expect(rows).toEqual([
      { kind: 'plans.update_published', actor_role: 'executor', actor_person: rena, by_way: 'assisted' },
    ]);
    // What failed stands on no receipt.
    const kept = await sql`select command, path from identity_assisted_deeds`.execute(scratch.db);
    expect(kept.rows).toEqual([{ command: 'plans.report_update', path: '/plans/x/measures/1.3' }]);
  });

  it('stops with its minutes, with the helper’s own session, and for good with the press', async () => {
    const on = await stage(scratch);
    const { here, act, own, token } = await helped(on, scratch, 15);
    const live = await here();
    for (const gone of [await here(NOBODY), await here(fake(on.forum.id, 'helper'))])
      expect(gone).toMatchObject({ kind: 'assisted', over: true, roles: [] });
    later(on, 15);
    const over = await here();
    expect(over).toMatchObject({ over: true, roles: [] });
    expect(said(await act(over)(report, { fail: false }))).toBe('errors.assisted_over');
    expect(said(await act(over)(signOut, { tokens: [] }))).toBe('ok');
    expect(said(await act(over)(endAssisted, { token }))).toBe('ok');
    expect(await here()).toEqual(own);
    expect(said(await act(own)(endAssisted, { token }))).toBe('identity.assisted.refused_over');
    expect(live.kind).toBe('assisted');
  });

  it('is one at a time, and leaves nothing in the public record by itself', async () => {
    const on = await stage(scratch);
    const { here, act, own, rena } = await helped(on, scratch);
    const before = (await on.entries()).length;
    value(await act(own)(startAssisted, { person: rena, reason: 'yenə', minutes: 60 as const }));
    expect(await here()).toEqual(own);
    expect((await on.entries()).length).toBe(before);
  });
});

both('a receipt', (scratch) => {
  it('shows by its code what was entered, takes an objection, and its answer by somebody else', async () => {
    const on = await stage(scratch);
    const { here, act, own, token } = await helped(on, scratch);
    value(await act(await here())(report, { fail: false }));
    const { code } = value(await act(await here())(endAssisted, { token }));
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const receipt = async () => (await findReceipt(scratch.db, on.forum.id, typed))!;
    const [deed] = (await receipt()).deeds;
    expect(deed).toMatchObject({ path: '/plans/x/measures/1.3', objections: [] });
    expect(needs.lang('en').say(deed!.sentence)).toBe('An executor reported on measure 1.3');
    expect(await findReceipt(scratch.db, on.reference.id, code)).toBeNull();

    const objection = { code, deed: deed!.id, text: 'Mən “tamamlanıb” deməmişəm.' };
    expect(said(await act(NOBODY)(objectTo, { ...objection, code: '0'.repeat(20) }))).toBe(
      'identity.assisted.receipt.unknown',
    );
    expect(said(await act(NOBODY)(objectTo, objection))).toBe('ok');
    expect(said(await act(NOBODY)(objectTo, objection))).toBe('identity.assisted.receipt.waits');
    const [open] = await openObjections(scratch.db, on.forum.id);
    const answer = { objection: open!.id, text: 'Düzəltdik.' };
    expect(said(await act(own)(answerObjection, answer))).toBe('identity.assisted.receipt.refused_staff');
    const helperAsSecretary: Actor =
      own.kind === 'person' ? { ...own, roles: [{ role: 'secretary', forum: on.forum.id, body: null }] } : own;
    expect(said(await act(helperAsSecretary)(answerObjection, answer))).toBe('identity.assisted.receipt.not_own');
    expect(said(await act(fake(on.forum.id, 'secretary'))(answerObjection, answer))).toBe('ok');
    expect(await openObjections(scratch.db, on.forum.id)).toEqual([]);
    expect((await receipt()).deeds[0]!.objections).toMatchObject([{ answer: { text: 'Düzəltdik.' } }]);
    // Answered: it can be objected to again.
    expect(said(await act(NOBODY)(objectTo, objection))).toBe('ok');
  });
});
