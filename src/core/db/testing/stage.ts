import type { Actor } from '#core/actor.ts';
import { SYSTEM } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { type House, perform } from '#core/house.ts';
import type { Web } from '#core/http/route.ts';
import { dayIn, type PlainDate } from '#core/time/plain-date.ts';
import { json } from '../json.ts';
import type { CoreTables } from '../tables.ts';
import { uuidv7 } from '../uuid.ts';
import type { Scratch } from './scratch.ts';

/** A forum on a scratch database, and somebody who acts in it at a moment that tests can move. */
export interface Stage {
  readonly house: House;
  readonly forum: Forum;
  readonly reference: Forum;
  now: Date;
  readonly today: PlainDate;
  /** Performs commands as this actor, in the stage's forum unless another is named. */
  as(actor: Actor, forum?: Forum): Web['perform'];
  /** Entries of the public record so far, oldest first. */
  entries(): Promise<readonly { readonly kind: string; readonly params: Readonly<Record<string, string | number>> }[]>;
}

/** Somebody who holds these roles in a forum (null: in the whole installation). */
export const person = (forum: string | null, ...roles: readonly string[]): Actor => ({
  kind: 'person',
  id: '01900000-0000-7000-8000-00000000beef',
  name: 'Somebody',
  roles: roles.map((role) => ({ role, forum, body: null })),
});

/** Sets a stage; call it in each test, because the scratch database is emptied between them. */
export async function stage(scratch: Scratch, given: Partial<Forum> = {}): Promise<Stage> {
  const start = new Date('2026-11-23T08:00:00Z');
  const forum: Forum = {
    id: uuidv7(start),
    slug: 'stage',
    kind: 'living',
    name: { az: 'Səhnə', en: 'Stage' },
    motto: {},
    country: 'AZ',
    languages: ['az', 'en', 'ru'],
    zone: 'Asia/Baku',
    motif: 1,
    demonstration: false,
    ...given,
  };
  const row = { ...forum, name: json(forum.name), motto: json(forum.motto), languages: [...forum.languages] };
  const tables = scratch.db.withTables<CoreTables>();
  await tables
    .insertInto('core_forums')
    .values({ ...row, created_at: start })
    .execute();
  const made: Stage = {
    house: {
      database: scratch.database,
      clock: { now: () => made.now },
      revisions: new Revisions(),
      spendDeed: async () => true,
      keepForReceipt: async () => {},
    },
    forum,
    reference: { ...forum, id: REFERENCE, slug: 'national', kind: 'reference' },
    now: start,
    get today() {
      return dayIn(forum.zone, made.now);
    },
    as:
      (actor, within = forum) =>
      (command, input) =>
        perform(made.house, { actor, forum: within, lang: 'en', requestId: 'test' }, command, input),
    entries: async () => {
      const rows = await tables
        .selectFrom('core_entries as e')
        .innerJoin('core_entry_contents as c', 'c.entry_id', 'e.id')
        .select(['e.kind', 'c.content'])
        .orderBy('e.at')
        .orderBy('e.id')
        .execute();
      return rows.map(({ kind, content }) => ({ kind, params: JSON.parse(content) }));
    },
  };
  return made;
}

/** The program itself, which may everything. */
export const asSystem = (on: Stage): Web['perform'] => on.as(SYSTEM);
