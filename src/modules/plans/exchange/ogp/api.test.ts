import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { readTables } from '#core/sheets/read.ts';
import { day } from '#core/time/plain-date.ts';
import type { EvaluationRow } from '../../evaluations/schema.ts';
import type { CellRow } from '../../measures/schema.ts';
import type { PlansTables } from '../../schema.ts';
import { loadPlan } from '../api.ts';
import { judgeImport, writeImport } from '../commands.ts';
import { ownPlans } from '../queries.ts';
import { ogpCsv } from './api.ts';
import { OGP_COLUMNS } from './schema.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const FILE = [
  'plan,plan_language,plan_title_en,plan_starts_on,plan_ends_on,plan_stages,plan_stage_days,plan_stage_sources,measure_no,title_en,due_on,executors,executor_names_en,ogp_values,tags,withdrawn_on,withdrawal_decision',
  'p,en,Plan,2026-01-01,2027-12-31,adopted,2026-02-01,Decision,1.1,Judged by two,2027-06-30,"a',
  'b","Alpha',
  'Beta",information,Open Data; Youth,,',
  'p,en,Plan,,,,,,1.2,Not judged,,,,,,,',
  'p,en,Plan,,,,,,1.3,Withdrawn,,,,,,2026-05-01,Decision 2',
].join('\n');

async function judged(on: Stage, cell: CellRow, said: Partial<EvaluationRow>, n: number) {
  const row = {
    ...{ forum_id: cell.forum_id, id: `01900000-0000-7000-8000-00000000000${n}`, cell_id: cell.id },
    ...{ measure_id: cell.measure_id, completion: 'limited', verifiable: null, open_lens: null, potential: null },
    ...{ early_results: null, did_open: null, finding: '{"en":"x"}', method: '{"en":"x"}', ties: '{"en":"none"}' },
    ...{ author_body_id: cell.id, sent_on: day('2026-03-01'), reply_until: day('2026-03-15') },
    ...{ publishes_on: day('2026-03-16'), entered_at: on.now, entered_by: null },
    ...said,
  };
  await on.house.database.db
    .withTables<PlansTables>()
    .insertInto('plans_evaluations')
    .values(row as never)
    .execute();
}

both('the columns of OGP', (scratch) => {
  it('keep what is missing apart from zero', async () => {
    const on = await stage(scratch);
    const tables = value(await readTables(Buffer.from(FILE), 'p.csv'));
    const choice = { target: 'new', words: 'en', title: null, kind: null, slug: null, unknown: 'add' } as const;
    const { id } = value(await asSystem(on)(judgeImport, { fileName: 'p.csv', sha256: '0', tables, choice }));
    value(await asSystem(on)(writeImport, { import: id, onlyGood: false, unknown: null, seen: null }));
    const cells = await scratch.db
      .withTables<PlansTables>()
      .selectFrom('plans_cells')
      .selectAll()
      .orderBy('position')
      .execute();
    await judged(on, cells[0]!, { completion: 'complete', verifiable: 'yes', did_open: 'major', potential: 'ND' }, 1);
    await judged(on, cells[1]!, { completion: 'limited', verifiable: 'no', did_open: 'marginal', potential: 'NA' }, 2);
    const [plan] = await ownPlans(scratch.db, on.forum.id);
    const loaded = await loadPlan({ db: scratch.db, forum: on.forum, today: on.today, mark: '' }, plan!);
    const csv = ogpCsv(loaded, on.forum, (slug) => `https://example.org/${slug}`);
    const [header, ...rows] = parse(csv.replace(/^\ufeff/, '')) as string[][];
    expect(header).toEqual(OGP_COLUMNS);
    expect(new Set(header).size).toBe(header!.length);
    const [first, second, third] = rows.map((row) => Object.fromEntries(row.map((cell, i) => [header![i], cell])));
    expect(first).toMatchObject({
      'Commitment Number': '1.1',
      'Year Of Submission': '2026',
      'Action Plan End Year': '2027',
      'Action Plan Duration (Years)': '1',
      'Lead Institution': 'Alpha',
      'Supporting Institution(s)': 'Beta',
      'End Date': '2027-06-30',
      'Start Date': 'NA',
      'Open Data': '1',
      Gender: '0',
      Tax: 'ND',
      Verifiable: 'No',
      'OGP Value Access To Information': '1',
      'OGP Value Civic Participation': '0',
      // The lower of two: an aggregate lies between its parts.
      'Completion (End Of Term)': 'Limited',
      _CompletionEndTerm: '3',
      'Did It Open Government (Overall)': 'Marginal',
      _OpenGovernment: '2',
      'Potential for Results': 'ND',
      'Early Results': 'NR',
      Specificity: 'ND',
      URL: 'https://example.org/1.1',
    });
    expect(second).toMatchObject({
      'Completion (End Of Term)': 'NR',
      _CompletionEndTerm: 'NR',
      Verifiable: 'NR',
      'Lead Institution': 'NA',
      'OGP Value Access To Information': 'ND',
      Youth: 'ND',
      'Active Commitment': '1',
    });
    expect(Object.entries(second!).filter(([, cell]) => cell === '0')).toEqual([]);
    expect(third).toMatchObject({ 'Active Commitment': 'Withdrawn' });
  });
});
