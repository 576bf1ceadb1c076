import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { csv, plain } from '#core/sheets/csv.ts';
import { readTables } from '#core/sheets/read.ts';
import { day, type PlainDate } from '#core/time/plain-date.ts';
import { DIRECTIONS, OGP_VALUES } from '../measures/schema.ts';
import { loadPlan, planRows, plansCsv, plansXlsx } from './api.ts';
import { lines, measureCells, money, moneyOf, numberOf, unlines, unwords, words } from './cells/rules.ts';
import { COLUMNS } from './columns/schema.ts';
import { allRows, dryRun, judgeImport, writeImport } from './commands.ts';
import { planCells } from './heads/forms.ts';
import { ownPlans } from './queries.ts';
import type { Cells, Choice, MeasureDraft, PlanDraft, PointDraft } from './schema.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

/** Texts as nasty as people make them: formulas, quotes, lists, line breaks, letters of three languages. */
const WORDS = [
  '=1+1',
  '+994',
  '-',
  '–',
  '@cmd',
  "'quoted'",
  '"',
  '""',
  ';',
  ',',
  '\\',
  '\\n',
  '<script>',
  '№',
  '%',
  '|',
];
const LETTERS = ['Ödəniş', 'terminalı', 'ЁЖ', 'мера', 'plan', 'İı', '2016-2018', '1.10', '[note]', 'TRUE', '0'];
const line = fc
  .array(fc.constantFrom(...WORDS, ...LETTERS), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' ').trim());
const prose = fc.array(line, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
const days = fc
  .integer({ min: 0, max: 700 })
  .map((n) => day(new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)));
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const texts = (of: fc.Arbitrary<string>, own: LanguageCode): fc.Arbitrary<Texts> =>
  fc.record({ az: orNull(of), en: orNull(of), ru: orNull(of), must: of }).map(({ must, ...said }) => {
    const all = { ...said, [own]: said[own] ?? must };
    return Object.fromEntries(LANGUAGES.flatMap((l) => (all[l] ? [[l, all[l]]] : [])));
  });
const url = fc.constantFrom('https://example.org/a?b=1&c="x"', 'http://example.az/ə');
const decided = fc.record({ on: days.map(() => day('2026-06-01')), decision: line, url: orNull(url) });

const bodies = ['alfa', 'beta', 'qamma'].map((slug) => ({
  id: null,
  slug,
  kind: 'state_body' as const,
  name: { az: `${slug} idarəsi`, ru: `Орган ${slug}` },
}));

const targets = fc
  .uniqueArray(
    fc.record({ dueOn: days, value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }) }),
    {
      selector: (target) => target.dueOn,
      maxLength: 3,
    },
  )
  .map((list) => list.map(({ dueOn, value: n }) => ({ dueOn, value: Number(n.toPrecision(8)) || 0 })))
  .map((list) => list.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)));

const indicators = (own: LanguageCode) =>
  fc.array(
    fc
      .record({
        text: texts(prose, own),
        unit: orNull(texts(line, own)),
        direction: fc.constantFrom(...DIRECTIONS),
        baselineValue: orNull(fc.integer({ min: -5, max: 900_000 }).map((n) => n / 1000)),
        source: line,
        baselineUrl: orNull(url),
        targets,
      })
      .map(({ source, ...one }) => ({
        ...one,
        baselineOn: one.baselineValue === null ? null : day('2025-12-31'),
        baselineSource: one.baselineValue === null ? null : source,
      })),
    { maxLength: 3 },
  );

const measures = (own: LanguageCode, points: readonly PointDraft[]) =>
  fc.array(
    fc.record({
      point: orNull(points.length > 0 ? fc.constantFrom(...points) : fc.constant(null)),
      title: texts(line, own),
      text: texts(prose, own),
      problem: orNull(texts(prose, own)),
      startsOn: fc.constant<PlainDate | null>(null),
      dueOn: orNull(days),
      dueText: orNull(line),
      budgetMinor: orNull(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })),
      legalBasis: orNull(line),
      sourceUrl: orNull(url),
      sourceNote: orNull(line),
      executorsText: orNull(line),
      localExecutor: fc.constantFrom('yes', 'no', 'unknown'),
      ogpValues: fc.subarray([...OGP_VALUES]),
      tags: fc.uniqueArray(fc.constantFrom('Open Data', 'a;b', 'c\\d', 'Gənclər'), { maxLength: 3 }),
      executors: fc
        .shuffledSubarray(bodies)
        .map((some) => some.map((body, i) => ({ body, role: i % 2 ? 'co' : 'lead' }))),
      milestones: fc.array(
        fc.record({ title: texts(line, own), dueOn: orNull(days), done: orNull(decided) }).map(({ done, ...one }) => ({
          ...one,
          done: done && { on: done.on, source: done.decision, url: done.url },
        })),
        { maxLength: 3 },
      ),
      indicators: indicators(own),
      added: orNull(decided),
      withdrawal: orNull(decided.chain((one) => orNull(texts(prose, own)).map((reason) => ({ ...one, reason })))),
    }),
    { maxLength: 6 },
  );

interface Whole {
  readonly plan: PlanDraft;
  readonly points: readonly PointDraft[];
  readonly measures: readonly MeasureDraft[];
}

const wholes: fc.Arbitrary<Whole> = fc.constantFrom(...LANGUAGES).chain((own) =>
  fc.array(texts(line, own), { maxLength: 4 }).chain((titles) => {
    const points = titles.map((title, i) => ({
      ...{ id: null, number: i % 2 === 0 ? `${i + 1}` : null, note: i === 1 ? 'qeyd; =2' : null },
      title: Object.fromEntries(Object.entries(title).map(([l, text]) => [l, `${text} ${i}`])),
    }));
    return fc.record({ plan: plans(own), measures: measures(own, points) }).map((made) => ({
      plan: made.plan,
      points,
      measures: made.measures.map((one, i) => ({
        ...one,
        number: i % 3 === 2 ? null : `${i + 1}.${i}`,
        title: Object.fromEntries(Object.entries(one.title).map(([l, text]) => [l, `${text} ${i}`])),
        currency: one.budgetMinor === null ? null : 'AZN',
        places: [],
        localises: null,
      })) as unknown as readonly MeasureDraft[],
    }));
  }),
);

const plans = (own: LanguageCode): fc.Arbitrary<PlanDraft> =>
  fc
    .record({
      title: texts(line, own),
      summary: orNull(texts(prose, own)),
      rendering: fc.boolean(),
      executorVoice: fc.constantFrom('asked', 'not_asked'),
      reportedMeasures: orNull(fc.integer({ min: 1, max: 99 })),
      reportedSource: orNull(line),
      sourceUrl: orNull(url),
      replyDays: fc.integer({ min: 1, max: 60 }),
      extensionDays: fc.integer({ min: 0, max: 60 }),
      source: line,
      reportDates: fc.uniqueArray(fc.record({ dueOn: days, basis: line }), {
        selector: (date) => date.dueOn,
        maxLength: 3,
      }),
    })
    .map(({ source, reportDates, ...said }) => ({
      ...said,
      ...{ slug: 'fuzz', kind: 'local', language: own, startsOn: null, endsOn: null },
      ...{ reportedPoints: null, reportedLocal: null },
      stages: [{ stage: 'adopted', fromDay: day('2026-01-01'), source, sourceUrl: null }],
      reportDates: [...reportDates].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    })) as fc.Arbitrary<PlanDraft>;

/** The rows of a whole plan before it was ever in a database. */
function csvOf({ plan, points, measures: all }: Whole): string {
  const head = planCells(plan);
  const pointRows = points.map(
    (point): Cells => ({
      ...head,
      ...{ point_no: point.number ?? '', point_note: point.note ?? '' },
      ...Object.fromEntries(LANGUAGES.map((l) => [`point_${l}`, point.title[l] ?? ''])),
    }),
  );
  const rows = [...pointRows, ...all.map((one): Cells => ({ ...head, ...measureCells(one) }))];
  const cells = (rows.length > 0 ? rows : [head]).map((row) => COLUMNS.map((column) => row[column] ?? ''));
  return csv(cells, COLUMNS);
}

const CHOICE: Choice = { target: 'file', words: 'az', title: null, kind: null, slug: null, unknown: 'add' };

async function bring(on: Stage, content: string | Uint8Array, slug: string): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const tables = value(await readTables(bytes, 'plan.csv'));
  const choice: Choice = { ...CHOICE, slug };
  const stored = value(await asSystem(on)(judgeImport, { fileName: 'plan.csv', sha256: '0', tables, choice }));
  value(await asSystem(on)(writeImport, { import: stored.id, onlyGood: false, unknown: null, seen: null }));
  // Only what is ticked is taken away again.
  await sql`update plans_measures set budget_public = true`.execute(on.house.database.db);
}

async function taken(on: Stage, scratch: Scratch, slug: string) {
  const plan = (await ownPlans(scratch.db, on.forum.id)).find((row) => row.slug === slug)!;
  return planRows(await loadPlan({ db: scratch.db, forum: on.forum, today: on.today, mark: '' }, plan));
}

both('a plan out and in again', (scratch) => {
  it('is the same plan, whatever its words are', { timeout: 120_000 }, async () => {
    const [one, other] = [await stage(scratch, { slug: 'one' }), await stage(scratch, { slug: 'other' })];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(wholes, async (whole) => {
        const slug = `fuzz-${++run}`;
        const given = csvOf({ ...whole, plan: { ...whole.plan, slug } });
        await bring(one, given, slug);
        const first = plansCsv(await taken(one, scratch, slug));
        await bring(other, first, slug);
        expect(plansCsv(await taken(other, scratch, slug))).toBe(first);
        // What was given is what came out, in the columns that a file can bring in.
        const written = await taken(one, scratch, slug);
        for (const measure of whole.measures) {
          const row = written.find((cells) =>
            LANGUAGES.every((l) => (cells[`title_${l}`] ?? '') === (measure.title[l] ?? '')),
          );
          expect(row).toMatchObject(measureCells(measure));
        }
        const dry = value(
          await dryRun(
            { db: scratch.db, forum: one.forum, today: one.today },
            { tables: value(await readTables(Buffer.from(first), 'plan.csv')), fileName: 'plan.csv', choice: CHOICE },
          ),
        );
        expect(allRows(dry).filter((row) => row.verdict !== 'same')).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('by way of Excel too', async () => {
    const [one, other] = [await stage(scratch, { slug: 'one' }), await stage(scratch, { slug: 'other' })];
    const [whole] = fc.sample(
      wholes.filter((made) => made.measures.length > 3),
      { numRuns: 1, seed: 7 },
    );
    await bring(one, csvOf(whole!), 'fuzz');
    const rows = await taken(one, scratch, 'fuzz');
    const book = await plansXlsx(rows, 'fuzz');
    await bring(other, book!, 'fuzz');
    expect(plansCsv(await taken(other, scratch, 'fuzz'))).toBe(plansCsv(rows));
  });
});

it('lists in cells come back as they were', () => {
  fc.assert(
    fc.property(fc.array(orNull(prose), { maxLength: 5 }), (list) => {
      expect(unlines(lines(list))).toEqual(list.every((item) => item === null) ? [] : list);
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(line, { maxLength: 5 }), (list) => {
      expect(unwords(words(list))).toEqual(list.map((item) => item.trim()));
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (minor) => moneyOf(money(minor)) === minor),
  );
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => numberOf(String(n)) === (n === 0 ? 0 : n)),
  );
});

it('formulas are escaped for spreadsheets and read back as words', () => {
  const file = plansCsv([{ plan: 'x', title_az: '=HYPERLINK("http://x")', measure_no: '-1' }]);
  expect(file).toContain(`'=HYPERLINK`);
  expect(plain(`'=HYPERLINK("http://x")`)).toBe('=HYPERLINK("http://x")');
});
