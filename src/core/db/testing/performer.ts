import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { SYSTEM } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import { command, done, YES } from '#core/command.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { perform } from '#core/house.ts';
import { json } from '../json.ts';
import { openDatabase } from '../open.ts';
import type { CoreTables } from '../tables.ts';
import { uuidv7 } from '../uuid.ts';

/**
 * A process that is killed in the middle of a deed: performs commands one by one and says "between" when the row of
 * one is written and its entry is not, "done" once it was acknowledged.
 * `node performer.ts <folder or address of a database> <round>`
 */
const [where = '', round = ''] = process.argv.slice(2);
const isServer = where.startsWith('postgres');
const database = await openDatabase({ url: isServer ? where : null, folder: where });

/** Writes a row of settings, waits, and leaves an entry that names it. */
const write = command({
  name: 'test.write',
  input: v.object({ word: v.string() }),
  access: () => YES,
  run: async (ctx, { word }) => {
    const value = json({ word });
    await ctx.db
      .withTables<CoreTables>()
      .insertInto('core_settings')
      .values({ key: word, value, changed_at: ctx.now })
      .execute();
    process.stdout.write(`between ${word}\n`);
    await sleep(3);
    const object = { type: 'word', id: uuidv7(ctx.now), path: null };
    return done(word, { kind: 'test.written', object, params: { word } });
  },
});

const house = {
  database,
  clock: { now: () => new Date() },
  revisions: new Revisions(),
  spendDeed: async () => true,
  keepForReceipt: async () => {},
};
const forum = { id: REFERENCE, zone: 'Asia/Baku' } as Forum;
for (let n = 0; ; n += 1) {
  const word = `${round}.${n}`;
  const written = await perform(house, { actor: SYSTEM, forum, lang: 'en', requestId: 'killed' }, write, { word });
  if (!written.ok) throw new Error(JSON.stringify(written.refusal));
  process.stdout.write(`done ${word}\n`);
}
