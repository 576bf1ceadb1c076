import * as v from 'valibot';
import { expect, it } from 'vitest';
import { type Actor, cameFor } from '#core/actor.ts';
import { command, done, no, YES } from '#core/command.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person as fake, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { perform } from '#core/house.ts';
import { message } from '#core/i18n/message.ts';
import { makeDeedLink, spendDeed } from './commands.ts';
import { deedActor } from './queries.ts';

const BODY = '01900000-0000-7000-8000-0000000000b1';
const CELL = '01900000-0000-7000-8000-0000000000c1';
const DAY = 24 * 60 * 60_000;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const refusalOf = (result: Result<unknown>): string => (result.ok ? 'none' : result.refusal.message.key);
const later = (on: Stage, ms: number): void => {
  on.now = new Date(on.now.getTime() + ms);
};

/** A deed of an imagined module: done by a link for exactly this cell, by nobody else. */
const report = command({
  name: 'plans.report_update',
  input: v.object({ cell: v.string(), fail: v.boolean() }),
  access: (ctx, input) => (cameFor(ctx.actor, 'plans.report_update', input.cell) ? YES : no(message('errors.sign_in'))),
  run: async (_ctx, input) => {
    if (input.fail)
      return { ok: false as const, refusal: { kind: 'bad_input' as const, message: message('errors.bad_form') } };
    return done('reported', null);
  },
});
const anything = command({
  name: 'plans.anything',
  input: v.object({}),
  access: () => YES,
  run: async () => done('done', null),
});

both('a link for one deed', (scratch) => {
  const purpose = message('identity.deed.over');
  const asked = { command: report.name, object: CELL, body: BODY, person: null, formPath: '/plans/x', purpose };
  const fresh = (on: Stage, more: object = {}) =>
    scratch.database.transaction((trx) => {
      const { house: _house, ...rest } = on;
      return makeDeedLink(
        {
          ...rest,
          db: trx,
          now: on.now,
          today: on.today,
          actor: fake(on.forum.id, 'coordinator'),
          lang: 'az',
          requestId: '',
        },
        { ...asked, ...more },
      );
    });
  const act = async (on: Stage, actor: Actor, cell = CELL, fail = false) =>
    perform({ ...on.house, spendDeed }, { actor, forum: on.forum, lang: 'az', requestId: '' }, report, { cell, fail });
  const come = (on: Stage, secret: string, forum = on.forum.id) => deedActor(scratch.db, on.now, forum, secret);

  it('does exactly this deed, once, by link or by code', async () => {
    const on = await stage(scratch);
    const made = await fresh(on);
    const actor = (await come(on, made.token))!;
    expect(actor).toMatchObject({
      kind: 'link',
      deed: { command: report.name, object: CELL, body: BODY },
      person: null,
    });
    expect(await come(on, made.code.toLowerCase())).toEqual(actor);
    expect(refusalOf(await act(on, actor, BODY))).toBe('errors.sign_in');
    const other = await perform(
      { ...on.house, spendDeed },
      { actor, forum: on.forum, lang: 'az', requestId: '' },
      anything,
      {},
    );
    expect(refusalOf(other)).toBe('errors.deed_used');
    expect(refusalOf(await act(on, actor, CELL, true))).toBe('errors.bad_form');
    expect(value(await act(on, actor))).toBe('reported');
    expect(refusalOf(await act(on, actor))).toBe('errors.deed_used');
    expect(await come(on, made.token)).toBeNull();
  });

  it('lets only one of several presses through', async () => {
    const on = await stage(scratch);
    const actor = (await come(on, (await fresh(on)).token))!;
    const results = await Promise.all([1, 2, 3].map(() => act(on, actor)));
    expect(results.map(refusalOf).sort()).toEqual(['errors.deed_used', 'errors.deed_used', 'none']);
  });

  it('is closed by time, also between opening and pressing, and belongs to one forum', async () => {
    const on = await stage(scratch);
    const made = await fresh(on, { days: 1 });
    const { forum: other } = await stage(scratch, { slug: 'other' });
    expect(await come(on, made.token, other.id)).toBeNull();
    expect(await come(on, made.token, REFERENCE)).toBeNull();
    expect(await come(on, 'rubbish')).toBeNull();
    const actor = (await come(on, made.token))!;
    later(on, DAY);
    expect(await come(on, made.token)).toBeNull();
    expect(refusalOf(await act(on, actor))).toBe('errors.deed_used');
  });
});
