import * as v from 'valibot';
import { SYSTEM } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import { command, done, YES } from '#core/command.ts';
import { migrate } from '#core/db/migrate.ts';
import { openDatabase } from '#core/db/open.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { perform } from '#core/house.ts';
import { SYSTEM_CLOCK } from '#core/time/clock.ts';
import { openLogKey } from '../log-key.ts';
import { Sequencer } from '../sequencer.ts';

/**
 * A server that is killed in the middle: performs one command after the other and says each on standard output once
 * it was answered, while its sequencer puts the entries into the tree. `node log-writer.ts <folder> <round>`
 */
const [folder, round] = process.argv.slice(2);
const database = await openDatabase({ url: null, folder: folder! });
await migrate(database, SYSTEM_CLOCK.now());
const house = {
  database,
  clock: SYSTEM_CLOCK,
  revisions: new Revisions(),
  spendDeed: async () => true,
  keepForReceipt: async () => {},
};
const key = await openLogKey(database.db, folder!, SYSTEM_CLOCK.now());
new Sequencer({ house, key, onTrouble: (problem) => console.error(problem) }).start(5);

const say = command({
  name: 'tests.say',
  input: v.object({ word: v.string() }),
  access: () => YES,
  run: async (ctx, { word }) =>
    done(null, { kind: 'tests.said', object: { type: 'word', id: uuidv7(ctx.now), path: null }, params: { word } }),
});
const forum = { id: REFERENCE, slug: 'national', zone: 'Asia/Baku' } as Forum;
for (let n = 0; ; n++) {
  const word = `${round}.${n}`;
  await perform(house, { actor: SYSTEM, forum, lang: 'en', requestId: word }, say, { word });
  process.stdout.write(`${word}\n`);
}
