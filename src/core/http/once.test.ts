import { sql } from 'kysely';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { type Command, command, done, YES } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { type Typed, visitor } from '#core/http/testing/visitor.ts';
import { forgetSent } from '#core/sent-forms.ts';
import { page, post, type Route, redirect, refused } from './route.ts';
import { LANGS } from './testing/site.ts';

/** Every run writes one more row. */
const write: Command<{ word: string }, string> = command({
  name: 'test.write',
  input: v.object({ word: v.string() }),
  access: () => YES,
  run: async (ctx, { word }) => {
    const key = uuidv7(ctx.now);
    if (word === 'no') return refuse('conflict', { key: 'errors.busy' });
    await ctx.db
      .withTables<CoreTables>()
      .insertInto('core_settings')
      .values({ key, value: json(word), changed_at: ctx.now })
      .execute();
    return done(key, null);
  },
});

const send = (path: string, answer: 'leads on' | 'shows a page'): Route =>
  post(path, async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const made = await web.perform(write, { word: posted.value.text('word') });
    if (!made.ok) return page({ title: 'again', main: 'again' }, 422);
    return answer === 'leads on' ? redirect(web.at(`/seen/${made.value}`)) : page({ title: 'made', main: made.value });
  });

const ROUTES = [send('/words', 'leads on'), send('/others', 'leads on'), send('/secrets', 'shows a page')];
const come = (on: Stage) => visitor(on, { routes: ROUTES, langs: LANGS, actor: person(on.forum.id, 'coordinator') });

both('the same form sent again', (scratch) => {
  const written = async (): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from core_settings`.execute(scratch.db);
    return rows[0]!.n;
  };

  it('leads to where the first sending led and does nothing more', async () => {
    const on = await stage(scratch);
    const before = await written();
    const typed: Typed = { word: 'one', once: 'a', photo: new File([Buffer.from([1, 2, 3])], 'a.bin') };
    const first = await come(on).post('/words', typed);
    expect(first.to).toMatch(/^\/az\/stage\/seen\//);
    expect((await come(on).post('/words', typed)).to).toBe(first.to);
    expect(await written()).toBe(before + 1);
  });

  it('is another form when its id, a word, a file, or its address is another', async () => {
    const on = await stage(scratch);
    const before = await written();
    const photo = (byte: number) => new File([Buffer.from([byte])], 'a.bin');
    const forms: readonly (readonly [string, Typed])[] = [
      ['/words', { word: 'one', once: 'a' }],
      ['/words', { word: 'one', once: 'b' }],
      ['/words', { word: 'two', once: 'a' }],
      ['/others', { word: 'one', once: 'a' }],
      ['/words', { word: 'one', once: 'a', photo: photo(1) }],
      ['/words', { word: 'one', once: 'a', photo: photo(2) }],
      // Lengths are counted, so that two fields cannot read like two others.
      ['/words', { word: 'one', once: 'a', x: 'y1:z' }],
      ['/words', { word: 'one', once: 'a', xy: '1:z' }],
    ];
    for (const [path, typed] of forms) await come(on).post(path, typed);
    expect(await written()).toBe(before + forms.length);
  });

  it('does its deed once when it comes four times at once', async () => {
    const on = await stage(scratch);
    const before = await written();
    const sent = await Promise.all([1, 2, 3, 4].map(() => come(on).post('/words', { word: 'one', once: 'a' })));
    expect(new Set(sent.map((answer) => answer.to)).size).toBe(1);
    expect(sent[0]!.to).toContain('/seen/');
    expect(await written()).toBe(before + 1);
  });

  it('is free again after a refusal, and when it carries no id', async () => {
    const on = await stage(scratch);
    const before = await written();
    expect((await come(on).post('/words', { word: 'no', once: 'a' })).status).toBe(422);
    expect((await come(on).post('/words', { word: 'no', once: 'a' })).status).toBe(422);
    for (const _ of [1, 2]) await come(on).post('/words', { word: 'one' });
    expect(await written()).toBe(before + 2);
  });

  it('shows its page again where the answer was one: what is shown once is not kept', async () => {
    const on = await stage(scratch);
    const [first, again] = [
      await come(on).post('/secrets', { word: 'one', once: 'a' }),
      await come(on).post('/secrets', { word: 'one', once: 'a' }),
    ];
    expect([first.status, again.status, first.text === again.text]).toEqual([200, 200, false]);
  });

  it('says so when the first one did its deed and its answer never came', async () => {
    const on = await stage(scratch);
    await come(on).post('/words', { word: 'one', once: 'a' });
    await sql`update core_sent_forms set answer = null`.execute(scratch.db);
    const again = await come(on).post('/words', { word: 'one', once: 'a' });
    expect([again.status, again.text]).toEqual([409, LANGS.az.say({ key: 'errors.sent_before' })]);
  });

  it('is forgotten after a while', async () => {
    const on = await stage(scratch);
    await come(on).post('/words', { word: 'one', once: 'a' });
    await forgetSent(scratch.db, on.now);
    expect((await sql`select 1 from core_sent_forms`.execute(scratch.db)).rows).toHaveLength(1);
    await forgetSent(scratch.db, new Date(on.now.getTime() + 1));
    expect((await sql`select 1 from core_sent_forms`.execute(scratch.db)).rows).toEqual([]);
  });
});
