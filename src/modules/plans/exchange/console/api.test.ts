import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { type Stage, stage } from '#core/db/testing/stage.ts';
import type { Forum } from '#core/forum.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { exportPlanCsv, importPlanFile, isNationalFile, type PlanFileOptions } from './api.ts';

const NAP = resolve(process.env.ORTAQ_NAP ?? '../shared/data/nap-2016-2018.csv');
const english = new Lang('en', SENTENCES.en);

const given = (on: Stage, scratch: Scratch, content: string | Buffer, fileName: string, forum: Forum = on.forum) => ({
  ...{ db: scratch.db, forum, today: on.today, perform: on.as({ kind: 'system' }, forum), lang: english },
  ...{ bytes: typeof content === 'string' ? Buffer.from(content) : content, fileName },
});

const asked = (on: Stage, scratch: Scratch, forums: readonly Forum[], slug: string | null = null) => ({
  ...{ db: scratch.db, forums, today: on.today, lang: english, slug },
});

both('plans on the command line', (scratch) => {
  it.skipIf(!existsSync(NAP))('"58 reported, 13 loaded", once and twice', async () => {
    const on = await stage(scratch);
    expect(isNationalFile('../shared/data/nap-2016-2018.csv')).toBe(true);
    const file = given(on, scratch, readFileSync(NAP), 'nap-2016-2018.csv', on.reference);
    const first = await importPlanFile({ ...file, options: {} });
    expect(first.ok).toBe(true);
    expect(first.lines.slice(-2)).toEqual([
      '13 new, 0 changed, 0 as they were, 0 not taken.',
      'nap-2016-2018: 58 reported, 13 loaded',
    ]);
    const again = await importPlanFile({ ...file, options: {} });
    expect([again.ok, ...again.lines.slice(-2)]).toEqual([
      true,
      '0 new, 0 changed, 13 as they were, 0 not taken.',
      'nap-2016-2018: 58 reported, 13 loaded',
    ]);
    const csv = await exportPlanCsv(asked(on, scratch, [on.reference], 'nap-2016-2018'));
    expect(csv?.split('\r\n').filter((line) => line.startsWith('nap-2016-2018,'))).toHaveLength(13);
    expect(await exportPlanCsv(asked(on, scratch, [on.reference], 'no-such-plan'))).toBeNull();
  });

  it('refuses in words and writes nothing; only the good rows when asked', async () => {
    const on = await stage(scratch);
    const text = 'No;Measure;Executors;Deadline\n1;A;;2027\n2;B;Nobody knows them;31.02.2027\n';
    const options: PlanFileOptions = { title: 'Plan', words: 'en' };
    const file = given(on, scratch, text, 'plan.csv');
    const no = await importPlanFile({ ...file, options });
    expect(no).toEqual({
      ok: false,
      lines: [
        'sheet “plan.csv”, row 3, column D: “31.02.2027” cannot be: no calendar has such a day, or the end is before the beginning. Write it like 31.12.2027 or 2026–2027.',
        'sheet “plan.csv”, row 3, column C: “Nobody knows them” is not an organisation that we know here. Correct the spelling, add the organisation first, or choose to add unknown executors.',
        '1 new, 0 changed, 0 as they were, 1 not taken.',
        '1 row cannot be taken, so nothing was written. Correct it, or write only the good rows.',
      ],
    });
    expect(await exportPlanCsv(asked(on, scratch, [on.forum]))).not.toContain('A');
    const good = await importPlanFile({ ...file, options: { ...options, onlyGood: true } });
    expect([good.ok, good.lines.at(-1)]).toEqual([true, 'plan: 1 measure loaded']);
    const dry = await importPlanFile({ ...file, options: { ...options, slug: 'other', dryRun: true } });
    expect(dry.ok).toBe(false);
    const strange = await importPlanFile({ ...given(on, scratch, 'hello', 'x.csv'), options });
    expect(strange.lines[0]).toMatch(/^No row of column names was found/);
    const untitled = await importPlanFile({ ...file, options: { words: 'en' } });
    expect(untitled.lines).toEqual(['Write what the plan is called; it is not in the file.']);
  });

  it('writes the plans of several forums into one file, and reads it back into an empty one', async () => {
    const on = await stage(scratch, { slug: 'one' });
    const empty = await stage(scratch, { slug: 'empty' });
    for (const slug of ['a', 'b']) {
      const file = given(on, scratch, `No;Measure\n1;Measure of ${slug}\n`, 'plan.csv');
      const made = await importPlanFile({ ...file, options: { title: `Plan ${slug}`, slug, words: 'en' } });
      expect(made.ok).toBe(true);
    }
    const own = (await exportPlanCsv(asked(on, scratch, [on.forum])))!;
    expect(
      own
        .split('\r\n')
        .slice(1, 3)
        .map((row) => row.slice(0, 2)),
    ).toEqual(['a,', 'b,']);
    const all = (await exportPlanCsv(asked(on, scratch, [on.forum, empty.forum])))!;
    expect(all.split('\r\n')[0]).toContain(',forum,');
    const read = await importPlanFile({ ...given(empty, scratch, own, 'all.csv'), options: {} });
    expect(read.lines.slice(-2)).toEqual(['b: 1 measure loaded', 'a: 1 measure loaded']);
    expect(await exportPlanCsv(asked(empty, scratch, [empty.forum]))).toBe(own);
  });

  it('a demonstration says so in every row', async () => {
    const on = await stage(scratch, { demonstration: true });
    const file = given(on, scratch, 'No;Measure\n1;A\n2;B\n', 'plan.csv');
    await importPlanFile({ ...file, options: { title: 'Plan', words: 'en' } });
    const csv = (await exportPlanCsv(asked(on, scratch, [on.forum])))!;
    const rows = csv.trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.endsWith(',demonstration data'))).toEqual([true, true]);
  });
});
