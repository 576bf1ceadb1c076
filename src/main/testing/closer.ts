import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import { openDatabase } from '#core/db/open.ts';
import type { Forum } from '#core/forum.ts';
import { perform } from '#core/house.ts';
import { closeBallot } from '#modules/ballots/closing/commands.ts';
import type { BallotId } from '#modules/ballots/schema.ts';

/**
 * A process that is killed while it closes ballots: says "between" when everything of a result is written and nothing is
 * committed, "done" once it was acknowledged. `node closer.ts <address or folder of a database> <forum> <ballot> <ballot> ...`
 */
const [where = '', forum = '', ...ballots] = process.argv.slice(2);
const database = await openDatabase({ url: where.startsWith('postgres') ? where : null, folder: where });
// Motions only: no office is filled, and nothing is named in words.
const never = (): never => {
  throw new Error('a motion fills no office');
};
const close = closeBallot({
  ...{ roles: { give: never, bound: never }, lang: never },
  session: async () => null,
  closed: async (_, ballot) => {
    process.stdout.write(`between ${ballot}\n`);
    await sleep(3);
  },
});
const house = {
  database,
  clock: { now: () => new Date('2026-11-23T10:00:00Z') },
  revisions: new Revisions(),
  spendDeed: async () => true,
  keepForReceipt: async () => {},
};
const asked = {
  actor: SYSTEM,
  forum: { id: forum, slug: 'durnasu', name: { az: 'Durnasu' }, kind: 'living', zone: 'Asia/Baku' } as Forum,
  ...{ lang: 'az' as const, requestId: 'killed' },
};
for (const id of ballots) {
  const made = await perform(house, asked, close, { ballot: id as BallotId, chair: null, settled: [] });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  process.stdout.write(`done ${id}\n`);
}
await database.close();
