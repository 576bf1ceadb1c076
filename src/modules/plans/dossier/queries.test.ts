import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Db } from '#core/db/database.ts';
import { both, onServer } from '#core/db/testing/scratch.ts';
import { type Stage, stage } from '#core/db/testing/stage.ts';
import { day } from '#core/time/plain-date.ts';
import { evaluationAt } from '../evaluations/queries.ts';
import { happeningsOf, presentSlug } from '../feeds/queries.ts';
import { planSeen } from '../overview/queries.ts';
import { cellAt } from '../reports/queries.ts';
import { loadTrial } from '../trial/samples.ts';
import { dossierAt } from './queries.ts';

const TODAY = day('2026-11-23');

both('the dossier of a measure', (scratch) => {
  it('comes from the forum and its plan alone, whatever else bears the same address', async () => {
    const on = await stage(scratch);
    const own = await loadTrial(on, { slug: 'plan', title: 'Yerli' });
    const at = (...names: readonly [string, string]) => dossierAt(scratch.db, on.forum, ...names, TODAY);
    expect((await at('plan', '1.1'))?.measure.id).toBe(own.measure);
    expect(await at('plan', '1.2')).toBeNull();
    expect(await at('other', '1.1')).toBeNull();
    const national = await loadTrial(on, { slug: 'nap', forum: on.reference });
    expect((await at('nap', '1.1'))?.measure.id).toBe(national.measure);
    expect(await dossierAt(scratch.db, on.reference, 'plan', '1.1', TODAY)).toBeNull();
    const dossier = (await at('plan', '1.1'))!;
    expect(dossier.bodies.map((body) => body.slug).sort()).toEqual(['plan-road', 'plan-water']);
    expect(dossier.cells.map((cell) => cell.role)).toEqual(['lead', 'co']);
    expect(dossier.targets).toMatchObject([{ value: 8, due_on: '2026-09-30' }]);
  });
});

/** Rows by generation: `plans` plans of 1,000 measures, each with one cell, one update, one evaluation. */
async function crowd(db: Db, on: Stage, plans: number): Promise<void> {
  const forum = on.forum.id;
  const id = (kind: string) => sql`md5(${kind} || p || '-' || n)::uuid`;
  const plan = sql`md5('plan' || p)::uuid`;
  const each = sql`generate_series(1, ${plans}::int) p, generate_series(1, 1000) n`;
  const words = sql`'{"az": "m"}'::jsonb`;
  const at = sql`${on.now}::timestamptz`;
  await sql`set local session_replication_role = replica`.execute(db);
  const statements = [
    sql`insert into plans_plans (forum_id, id, slug, kind, title, language, created_at)
      select ${forum}, ${plan}, 'p' || p, 'local', ${words}, 'az', ${at} from generate_series(1, ${plans}::int) p`,
    sql`insert into plans_stages (forum_id, id, plan_id, stage, from_day, source, entered_at)
      select ${forum}, md5('s' || p)::uuid, ${plan}, 'adopted', '2026-01-01', 'q', ${at} from generate_series(1, ${plans}::int) p`,
    sql`insert into plans_measures (forum_id, id, plan_id, number, slug, position, title, text, created_at)
      select ${forum}, ${id('m')}, ${plan}, n::text, n::text, n, ${words}, ${words}, ${at} from ${each}`,
    sql`insert into plans_addresses (forum_id, plan_id, slug, measure_id)
      select ${forum}, ${plan}, n::text, ${id('m')} from ${each}`,
    sql`insert into plans_amendments (forum_id, id, measure_id, effective_on, decision, entered_at)
      select ${forum}, ${id('a')}, ${id('m')}, '2026-02-01', 'q', ${at} from ${each}`,
    sql`insert into plans_cells (forum_id, id, measure_id, plan_id, body_id, role, position)
      select ${forum}, ${id('c')}, ${id('m')}, ${plan}, md5('b' || n % 50)::uuid, 'lead', 1 from ${each}`,
    sql`insert into plans_indicators (forum_id, id, measure_id, text, position)
      select ${forum}, ${id('i')}, ${id('m')}, ${words}, 1 from ${each}`,
    sql`insert into plans_actuals (forum_id, id, indicator_id, on_day, value, voice, source, entered_at)
      select ${forum}, ${id('v')}, ${id('i')}, '2026-03-01', n, 'executor', 's', ${at} from ${each}`,
    sql`insert into plans_updates (forum_id, id, cell_id, measure_id, on_day, state, text, way, entered_at)
      select ${forum}, ${id('u')}, ${id('c')}, ${id('m')}, '2026-03-01', 'complete', ${words}, 'import', ${at} from ${each}`,
    sql`insert into plans_evidence (forum_id, id, measure_id, update_id, kind, title, position)
      select ${forum}, ${id('x')}, ${id('m')}, ${id('u')}, 'event', 't', 0 from ${each}`,
    sql`insert into plans_evaluations (forum_id, id, cell_id, measure_id, completion, finding, method, author_body_id, ties,
        sent_on, reply_until, publishes_on, entered_at)
      select ${forum}, ${id('e')}, ${id('c')}, ${id('m')}, 'limited', ${words}, ${words}, ${plan}, ${words}, '2026-03-01',
        '2026-03-15', '2026-03-16', ${at} from ${each}`,
    sql`insert into plans_replies (forum_id, id, evaluation_id, on_day, text, way, entered_at)
      select ${forum}, ${id('r')}, ${id('e')}, '2026-03-10', ${words}, 'account', ${at} from ${each}`,
  ];
  for (const statement of statements) await statement.execute(db);
}

/** Rows that this connection has read from each table so far. */
async function rowsRead(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ table: string; n: number }>`
    select relname as table, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as n
    from pg_stat_xact_user_tables where relname like 'plans_%'`.execute(db);
  return new Map(rows.map(({ table, n }) => [table, n]));
}

onServer('among 100,000 measures', (scratch) => {
  it('one is read by its own rows, however many others there are', { timeout: 300_000 }, async () => {
    const on = await stage(scratch);
    await scratch.database.transaction((trx) => crowd(trx, on, 100));
    await sql`analyze`.execute(scratch.db);
    const rows = await sql<{ n: number }>`select count(*) as n from plans_measures`.execute(scratch.db);
    expect(rows.rows).toEqual([{ n: 100_000 }]);
    const seen = (await planSeen(scratch.db, on.forum, 'p77', TODAY))!;
    const md5 = (text: string) => sql<{ id: string }>`select md5(${text})::uuid as id`.execute(scratch.db);
    const [cell, evaluation] = [(await md5('c77-500')).rows[0]!.id, (await md5('e77-500')).rows[0]!.id];
    const measure = (await md5('m77-500')).rows[0]!.id;
    const reads: Readonly<Record<string, (db: Db) => Promise<unknown>>> = {
      'the page': (db) => dossierAt(db, on.forum, 'p77', '500', TODAY),
      'the form of a report': (db) => cellAt(db, on.forum.id, cell, TODAY),
      'the form of a reply': (db) => evaluationAt(db, on.forum.id, evaluation, TODAY),
      'the news': (db) => happeningsOf(db, seen.plan, measure, TODAY),
      'an old address': (db) => presentSlug(db, seen.plan, '500'),
    };
    for (const [name, read] of Object.entries(reads)) {
      const touched = await scratch.database.transaction(async (trx) => {
        const before = await rowsRead(trx);
        expect([name, await read(trx)]).not.toEqual([name, null]);
        const after = await rowsRead(trx);
        return [...after].filter(([table, n]) => n - (before.get(table) ?? 0) > 250);
      });
      expect([name, touched]).toEqual([name, []]);
    }
  });
});
