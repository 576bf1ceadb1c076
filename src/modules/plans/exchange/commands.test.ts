import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Message } from '#core/i18n/message.ts';
import { tablesFromText } from '#core/sheets/lines.ts';
import { readTables } from '#core/sheets/read.ts';
import type { Table } from '#core/sheets/table.ts';
import { docx, wordCell, wordTable } from '#core/sheets/testing/books.ts';
import { day } from '#core/time/plain-date.ts';
import { bodiesOf, ensureBody } from '#modules/places/contract.ts';
import type { PlanRow } from '../plan/schema.ts';
import { enterStage } from '../plan/stages/commands.ts';
import { loadPlan, planRows, plansCsv } from './api.ts';
import { allRows, dryRun, judgeImport, seenOf, writeImport } from './commands.ts';
import type { Dry } from './judging/schema.ts';
import { ownPlans } from './queries.ts';
import type { Choice } from './schema.ts';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const CHOICE: Choice = { target: 'new', words: 'az', title: 'Yerli plan', kind: null, slug: null, unknown: 'add' };

const tablesIn = async (content: string | Uint8Array, name = 'plan.csv'): Promise<readonly Table[]> =>
  value(await readTables(typeof content === 'string' ? Buffer.from(content) : content, name));

const asker = (on: Stage, scratch: Scratch, forum: Forum = on.forum) => ({ db: scratch.db, forum, today: on.today });

const tried = async (on: Stage, scratch: Scratch, content: string, choice: Partial<Choice> = {}): Promise<Dry> =>
  value(
    await dryRun(asker(on, scratch), {
      tables: await tablesIn(content),
      fileName: 'plan.csv',
      choice: { ...CHOICE, ...choice },
    }),
  );

/** Row by row: verdict, or line and what is wrong in which column. */
const said = (dry: Dry): readonly string[] =>
  allRows(dry)
    .filter((row) => row.what === 'measure')
    .map((row) =>
      row.verdict === 'refused'
        ? `${row.at?.line}: ${row.errors.map((e) => `${e.column ?? '-'} ${e.message.key.split('.').at(-1)}`).join(', ')}`
        : row.verdict,
    );

const keys = (messages: readonly Message[]): readonly string[] => messages.map((one) => one.key.split('.').at(-1)!);

interface Brought {
  readonly choice?: Partial<Choice>;
  readonly onlyGood?: boolean;
  readonly name?: string;
  readonly forum?: Forum;
}

async function bring(on: Stage, content: string | Uint8Array, given: Brought = {}) {
  const perform = on.as({ kind: 'system' }, given.forum);
  const fileName = given.name ?? 'plan.csv';
  const tables = await tablesIn(content, fileName);
  const stored = await perform(judgeImport, {
    ...{ fileName, sha256: '0', tables },
    choice: { ...CHOICE, ...given.choice },
  });
  if (!stored.ok) return stored;
  return perform(writeImport, {
    ...{ import: stored.value.id, onlyGood: given.onlyGood ?? false, unknown: null, seen: null },
  });
}

async function exported(on: Stage, scratch: Scratch, slug: string, forum: Forum = on.forum): Promise<string> {
  const plan = (await ownPlans(scratch.db, forum.id)).find((row) => row.slug === slug);
  if (!plan) throw new Error(`no plan ${slug}`);
  return plansCsv(planRows(await loadPlan({ ...asker(on, scratch, forum), mark: '' }, plan)));
}

const planOf = async (scratch: Scratch, forum: Forum): Promise<PlanRow> => (await ownPlans(scratch.db, forum.id))[0]!;

const TABLE = [
  'YERLİ FƏALİYYƏT PLANI;;;;;',
  '2026–2027-ci illər;;;;;',
  'S/s;Tədbirin adı;Qiymətləndirmə indikatoru;İcraçılar;İcra müddəti;Rəng',
  '1;2;3;4;5;6',
  '1. Elektron xidmətlərin təkmilləşdirilməsi;;;;;',
  '1.1.;Terminallar quraşdırmaq;İcmaların sayı;Nümunə RİH, Rabitə İdarəsi;15 dekabr 2026;yaşıl',
  '1.2.;Görüşlər keçirmək;;Bələdiyyələr;mütəmadi;',
  '2. İştirakçılıq;;;;;',
  '2.1.;Dinləmələr keçirmək;;Nümunə RİH;31.02.2026;',
  '2.1.;İkinci dəfə;;Nümunə RİH;2026;',
  ';;;Nümunə RİH;2026;',
].join('\r\n');

both('plans from files', (scratch) => {
  it('reads a table as people write it: titles above, areas between, the rest row by row', async () => {
    const on = await stage(scratch);
    const dry = await tried(on, scratch, TABLE);
    expect(said(dry)).toEqual(['create', 'create', '9: 4 impossible_day', '10: 0 number_twice', '11: 1 no_title']);
    expect(keys(dry.remarks)).toEqual(['unread', 'first_is_lead']);
    expect(dry.remarks[0]?.params).toEqual({ columns: 'Rəng' });
    expect(dry.parts[0]?.points.map((point) => [point.number, point.title.az])).toEqual([
      ['1', 'Elektron xidmətlərin təkmilləşdirilməsi'],
      ['2', 'İştirakçılıq'],
    ]);
    const first = dry.parts[0]?.measures[0]?.draft;
    expect(first).toMatchObject({
      number: '1.1',
      title: { az: 'Terminallar quraşdırmaq' },
      dueOn: '2026-12-15',
      dueText: '15 dekabr 2026',
      executorsText: 'Nümunə RİH, Rabitə İdarəsi',
      indicators: [{ text: { az: 'İcmaların sayı' } }],
    });
    expect(first?.executors.map(({ body, role }) => [body.name.az, role])).toEqual([
      ['Nümunə RİH', 'lead'],
      ['Rabitə İdarəsi', 'co'],
    ]);
    const second = allRows(dry).find((row) => row.label.startsWith('1.2'));
    expect(keys(second?.remarks.map((one) => one.message) ?? [])).toEqual(['no_day']);
    expect(dry.parts[0]?.measures[1]?.draft.dueOn).toBeNull();
  });

  it('writes nothing unless all is well or only the good rows are wanted; each file once; one entry', async () => {
    const on = await stage(scratch);
    const whole = await bring(on, TABLE);
    expect(whole.ok ? '' : whole.refusal.message).toMatchObject({
      key: 'plans.exchange.refused.rows',
      params: { n: 3 },
    });
    expect(await ownPlans(scratch.db, on.forum.id)).toEqual([]);
    expect((await bodiesOf(scratch.db, on.forum.id)).length).toBe(0);
    const good = value(await bring(on, TABLE, { onlyGood: true }));
    expect(good).toMatchObject({ refused: 3, bodies: 3, plans: [{ slug: 'yerli-plan', measures: 2 }] });
    // A draft is private: only the bodies that came along stand in the public record.
    expect((await on.entries()).map((entry) => entry.kind)).toEqual(['plans.bodies_imported']);
    expect((await bodiesOf(scratch.db, on.forum.id)).map((body) => [body.name.az, body.kind]).sort()).toEqual([
      ['Bələdiyyələr', 'class'],
      ['Nümunə RİH', 'state_body'],
      ['Rabitə İdarəsi', 'state_body'],
    ]);
  });

  it('is written once, and only as it was seen', async () => {
    const on = await stage(scratch);
    const perform = asSystem(on);
    const tables = await tablesIn('No;Measure\n1;A\n2;B\n');
    const file = { fileName: 'plan.csv', tables, choice: { ...CHOICE, words: 'en' as const } };
    const { id } = value(await perform(judgeImport, { ...file, sha256: '0' }));
    const seen = seenOf(value(await dryRun(asker(on, scratch), file)));
    const ask = { import: id, onlyGood: false, unknown: null };
    const other = await perform(writeImport, { ...ask, seen: 'something else' });
    expect(other.ok ? '' : other.refusal.message.key).toBe('plans.exchange.refused.meanwhile');
    expect(value(await perform(writeImport, { ...ask, seen })).create).toBe(2);
    const again = await perform(writeImport, { ...ask, seen });
    expect(again.ok ? '' : again.refusal.message.key).toBe('plans.exchange.refused.written');
    const strange = await perform(writeImport, {
      ...ask,
      import: '01900000-0000-7000-8000-000000000001' as never,
      seen,
    });
    expect(strange.ok ? '' : strange.refusal.kind).toBe('not_found');
  });

  it('asks who may write plans before anything else', async () => {
    const on = await stage(scratch);
    const tables = await tablesIn('No;Measure\n1;A\n');
    const file = { fileName: 'plan.csv', sha256: '0', tables, choice: CHOICE };
    const member = await on.as(person(on.forum.id, 'member'))(judgeImport, file);
    expect(member.ok ? '' : member.refusal.kind).toBe('forbidden');
    const national = await on.as(person(on.forum.id, 'coordinator'), on.reference)(judgeImport, file);
    expect(national.ok ? '' : national.refusal.message.key).toBe('plans.plan.may_not_author_national');
    expect(value(await on.as(person(on.forum.id, 'coordinator'))(judgeImport, file)).id).toBeTruthy();
  });

  it('offers near spellings of executors that are not here, and refuses their rows when so chosen', async () => {
    const on = await stage(scratch);
    const one = await asSystem(on)(
      {
        name: 'test.body',
        input: (await import('valibot')).object({}),
        access: () => ({ may: true }) as const,
        run: async (ctx) => {
          const made = await ensureBody(ctx, { kind: 'state_body', name: { az: 'Rabitə İdarəsi' } });
          return made.ok ? { ok: true, value: { value: made.value.id, entry: null } } : made;
        },
      },
      {},
    );
    expect(one.ok).toBe(true);
    const text = 'No;Tədbir;İcraçı\n1;A;rabite idaresi\n2;B;Rabitə İdarsi\n3;C;Tamam başqa bir qurum\n';
    const dry = await tried(on, scratch, text, { unknown: 'refuse' });
    expect(said(dry)).toEqual(['create', '3: 2 unknown_body_near', '4: 2 unknown_body']);
    const near = allRows(dry).find((row) => row.at?.line === 3)?.errors[0]?.message;
    expect(near?.params).toEqual({ found: 'Rabitə İdarsi', near: 'Rabitə İdarəsi' });
    expect(dry.strangers.map(({ body, near }) => [body.name.az, near.map((b) => b.name.az)])).toEqual([
      ['Rabitə İdarsi', ['Rabitə İdarəsi']],
      ['Tamam başqa bir qurum', []],
    ]);
    expect(said(await tried(on, scratch, text, { unknown: 'add' }))).toEqual(['create', 'create', 'create']);
  });

  it('changes the measures of a draft by their numbers and loses nothing that the file does not speak of', async () => {
    const on = await stage(scratch);
    const first =
      'measure_no;title_az;title_ru;text_az;due_on;milestones_az;milestone_days;tags;executors;executor_names_az\n1.1;A;А;Uzun mətn;2027-01-31;Birinci;2026-12-01;Youth;;Nümunə idarəsi\n1.2;B;;;;;;;;\n';
    value(await bring(on, first));
    const plan = await planOf(scratch, on.forum);
    const before = await exported(on, scratch, plan.slug);
    const dry = await tried(on, scratch, 'No;Tədbir;İcra müddəti\n1.1;A yeni;28.02.2027\n1.3;C;\n', {
      target: plan.id,
    });
    expect(said(dry)).toEqual(['change', 'create']);
    expect(allRows(dry)[0]?.changes).toEqual([
      { column: 'title_az', before: 'A', after: 'A yeni' },
      { column: 'text_az', before: 'Uzun mətn', after: 'A yeni' },
      { column: 'due_on', before: '2027-01-31', after: '2027-02-28' },
      { column: 'due_text', before: '', after: '28.02.2027' },
    ]);
    value(await bring(on, 'No;Tədbir;İcra müddəti\n1.1;A yeni;28.02.2027\n1.3;C;\n', { choice: { target: plan.id } }));
    const after = await exported(on, scratch, plan.slug);
    expect(after.split('\r\n').length).toBe(before.split('\r\n').length + 1);
    const row = after.split('\r\n')[1];
    for (const kept of ['Youth', 'Birinci', '2026-12-01', 'numune-idaresi', 'А', '2027-02-28'])
      expect(row).toContain(kept);
    // The same file once more has nothing to say.
    expect(said(await tried(on, scratch, after, { target: plan.id }))).toEqual(['same', 'same', 'same']);
  });

  it('changes nothing in an adopted plan, and says the way', async () => {
    const on = await stage(scratch);
    value(await bring(on, 'No;Tədbir\n1;A\n2;B\n'));
    const plan = await planOf(scratch, on.forum);
    value(
      await asSystem(on)(enterStage, {
        ...{ plan: plan.id, stage: 'adopted', fromDay: day('2026-11-20'), source: 'Qərar', sourceUrl: null },
      }),
    );
    const text = 'No;Tədbir\n1;A başqa\n2;B\n3;C\n';
    expect(said(await tried(on, scratch, text, { target: plan.id }))).toEqual(['2: - fixed', 'same', '4: - fixed_new']);
    const written = await bring(on, text, { choice: { target: plan.id }, onlyGood: true });
    expect(written.ok ? '' : written.refusal.message.key).toBe('plans.exchange.refused.none_good');
  });

  it('takes a Word table with areas merged over the row, and pasted lines', async () => {
    const on = await stage(scratch);
    const wide = '<w:gridSpan w:val="4"/>';
    const table = wordTable([
      ['№', 'Мероприятия', 'Исполнители', 'Срок исполнения'].map((text) => wordCell(text)),
      [wordCell('1. Электронные услуги', wide)],
      ['1.1', 'Поставить терминалы', 'Почта; Муниципалитеты', 'IV квартал 2026 года'].map((text) => wordCell(text)),
      [wordCell('2. Участие', wide)],
      ['2.1', 'Провести слушания', 'Почта', '2026–2027 годы'].map((text) => wordCell(text)),
    ]);
    const written = value(await bring(on, docx(table), { name: 'plan.docx', choice: { words: 'ru', title: 'План' } }));
    expect(written.plans).toEqual([{ slug: 'plan', measures: 2 }]);
    const csv = await exported(on, scratch, 'plan');
    for (const word of ['Электронные услуги', '2026-12-31', '2027-12-31', 'pochta']) expect(csv).toContain(word);
    const pasted = value(tablesFromText('1. Elektron xidmətlər\n1.1. Terminallar quraşdırmaq\n1.2. Görüşlər keçirmək'));
    const dry = value(await dryRun(asker(on, scratch), { tables: pasted, fileName: 'mətn', choice: CHOICE }));
    expect(allRows(dry).map((row) => [row.what, row.label])).toEqual([
      ['plan', 'Yerli plan'],
      ['point', '1 Elektron xidmətlər'],
      ['measure', '1.1 Terminallar quraşdırmaq'],
      ['measure', '1.2 Görüşlər keçirmək'],
    ]);
  });
});

const NAP = resolve(process.env.ORTAQ_NAP ?? '../shared/data/nap-2016-2018.csv');

both('the recovered national plan', (scratch) => {
  it.skipIf(!existsSync(NAP))(
    '58 reported, 13 loaded; unknown stays unknown; out and in again is the same',
    async () => {
      const on = await stage(scratch);
      const bytes = readFileSync(NAP);
      const given = { name: 'nap-2016-2018.csv', forum: on.reference };
      const choice: Partial<Choice> = { target: 'file', words: 'en', title: null };
      const written = value(await bring(on, bytes, { ...given, choice }));
      expect(written).toMatchObject({ refused: 0, plans: [{ slug: 'nap-2016-2018', measures: 13 }] });
      const plan = await planOf(scratch, on.reference);
      expect(plan).toMatchObject({
        kind: 'national',
        language: 'en',
        reported_measures: 58,
        executor_voice: 'not_asked',
      });
      const csv = await exported(on, scratch, plan.slug, on.reference);
      expect((await on.entries()).map((entry) => [entry.kind, entry.params.n])).toEqual([['plans.plan_imported', 13]]);
      // Into an empty forum and out again: byte for byte the same.
      const other: Forum = { ...on.forum };
      value(
        await bring(on, csv, { choice: { target: 'file', title: null, slug: 'copy', kind: 'national' }, forum: other }),
      );
      const copied = await exported(on, scratch, 'copy', other);
      expect(copied.replaceAll('copy,', 'nap-2016-2018,')).toBe(csv);
      // Over itself: nothing to do.
      const self = value(
        await dryRun(asker(on, scratch, on.reference), {
          ...{
            tables: await tablesIn(csv),
            fileName: 'nap-2016-2018.csv',
            choice: { ...CHOICE, target: 'file' as const },
          },
        }),
      );
      expect(new Set(said(self))).toEqual(new Set(['same']));
      const again = value(
        await dryRun(asker(on, scratch, on.reference), {
          ...{
            tables: await tablesIn(bytes),
            fileName: 'nap-2016-2018.csv',
            choice: { ...CHOICE, ...choice } as Choice,
          },
        }),
      );
      expect(said(again)).toEqual(Array.from({ length: 13 }, () => 'same'));
    },
  );

  it.skipIf(!existsSync(NAP))('keeps what is known and nothing more', async () => {
    const on = await stage(scratch);
    const choice: Choice = { ...CHOICE, target: 'file', words: 'en', title: null };
    const dry = value(
      await dryRun(asker(on, scratch, on.reference), {
        ...{ tables: await tablesIn(readFileSync(NAP)), fileName: 'nap-2016-2018.csv', choice },
      }),
    );
    const drafts = dry.parts[0]?.measures.map(({ draft }) => draft) ?? [];
    expect(drafts.map((draft) => [draft.number, draft.dueOn, draft.executors.length, draft.localExecutor])).toEqual([
      ['1.1', '2018-12-31', 4, 'yes'],
      ['1.2', '2016-12-31', 1, 'no'],
      ['1.3', '2018-12-31', 2, 'yes'],
      ['1.4', null, 2, 'unknown'],
      ['2.2', null, 0, 'unknown'],
      ['2.4', null, 0, 'unknown'],
      ['4.2', null, 0, 'unknown'],
      ['5.6', null, 0, 'unknown'],
      ['6.2', null, 0, 'unknown'],
      [null, null, 0, 'unknown'],
      [null, null, 0, 'unknown'],
      [null, null, 1, 'unknown'],
      [null, '2018-12-31', 2, 'unknown'],
    ]);
    expect(drafts[3]?.sourceNote).toBe(
      'translation as recovered; stored text ends here: further implementers and the deadline not recovered',
    );
    expect(drafts[3]?.executorsText).toBe(
      'Implementers: Cabinet of Ministers; State Agency for Public Services and Social Innovations near the President of the Republic of Azerbaijan',
    );
    expect(drafts[12]?.dueText).toBe('2017-2018 (as amended)');
    expect(drafts.map((draft) => draft.text.en).join()).not.toContain('[');
    expect(dry.parts[0]?.points.map((point) => [point.number, point.title.az ?? point.title.en])).toEqual([
      ['1', 'Improvement of electronic services'],
      ['2', 'Ensuring the Acquisition of Information'],
      ['4', 'Expansion of Public Participation'],
      ['5', 'Ensuring Financial Transparency'],
      ['6', '6-cı istiqamət (adı tapılmayıb)'],
      [null, 'Increasing Transparency in Extractive Industries'],
    ]);
    expect(dry.strangers.map(({ body }) => [body.name.en, body.kind])).toEqual([
      ['Cabinet of Ministers', 'central_body'],
      ['central and local executive bodies', 'class'],
      ['Ministry of Communications and High Technologies', 'central_body'],
      [
        'State Agency for Public Services and Social Innovations near the President of the Republic of Azerbaijan',
        'central_body',
      ],
      ['Council of State Support to Non-Governmental Organizations under the President', 'central_body'],
      ['State Oil Fund (SOFAZ)', 'central_body'],
      ['Extractive Industries Transparency Commission', 'central_body'],
    ]);
  });
});

both('two at once', (scratch) => {
  it('of two presses one writes, and of two plans of one address one is made', async () => {
    const on = await stage(scratch);
    const tables = await tablesIn('No;Measure\n1;A\n');
    const file = { fileName: 'plan.csv', sha256: '0', tables, choice: { ...CHOICE, slug: 'one' } };
    const one = value(await asSystem(on)(judgeImport, file));
    const other = value(await asSystem(on)(judgeImport, file));
    const press = (id: typeof one.id) =>
      asSystem(on)(writeImport, { import: id, onlyGood: false, unknown: null, seen: null });
    const results = await Promise.all([press(one.id), press(one.id), press(other.id)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const no = results.flatMap((result) => (result.ok ? [] : [result.refusal.kind]));
    expect(no.every((kind) => kind === 'conflict' || kind === 'bad_input')).toBe(true);
    expect((await ownPlans(scratch.db, on.forum.id)).map((plan) => plan.slug)).toEqual(['one']);
  });
});
