import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { zipStored } from '#core/files/zip.ts';
import type { Answer, Posted, Route, Upload, Web } from '#core/http/route.ts';
import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { book, cells, docx, text, wordCell, wordTable } from '#core/sheets/testing/books.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { importRoutes } from './routes.ts';
import { takingRoutes } from './taking/routes.ts';

const routes: readonly Route[] = [...importRoutes, ...takingRoutes];

function route(method: 'GET' | 'POST', path: string): Route {
  const found = routes.find((one) => one.method === method && one.path === path);
  if (!found) throw new Error(`no route ${method} ${path}`);
  return found;
}

interface Sent {
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  readonly fields?: Readonly<Record<string, string>>;
}

function posted({ file, fields = {} }: Sent): Posted {
  const upload: Upload[] = file ? [{ field: 'file', claimedName: file.name, bytes: file.bytes }] : [];
  return {
    text: (name) => (fields[name] ?? '').trim(),
    all: (name) => (fields[name] === undefined ? [] : [fields[name]]),
    names: Object.keys(fields),
    files: (name) => upload.filter((one) => one.field === name),
  };
}

/** A request of the coordinator, as a route sees it. */
function web(on: Stage, path: string, params: Record<string, string>, sent: Sent = {}, code: LanguageCode = 'az'): Web {
  const actor = person(on.forum.id, 'coordinator');
  return {
    ...{ method: sent.file || sent.fields ? 'POST' : 'GET', url: new URL(`http://localhost${path}`), params },
    ...{ lang: new Lang(code, SENTENCES[code]), forum: on.forum, actor, now: on.now, today: on.today },
    ...{ db: on.house.database.db, requestId: 'test', freshness: 0, header: () => null, cookie: () => null },
    posted: async () => ({ ok: true, value: posted(sent) }),
    perform: on.as(actor),
    at: (below: string) => `/${code}/${on.forum.slug}${below}`,
  } as unknown as Web;
}

const shown = (answer: Answer): string => (answer.kind === 'page' ? renderToString(answer.page.main as never) : '');
/** What a person reads. */
const words = (answer: Answer): string =>
  shown(answer)
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');

const NEW = { target: 'new', title: 'Sınaq planı', words: 'az', kind: 'local', unknown: 'add' };

async function upload(on: Stage, bytes: Uint8Array | string, name = 'plan.csv', fields: Record<string, string> = NEW) {
  const file = { name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes };
  const answer = await route('POST', '/plans/imports').handle(web(on, '/x', {}, { file, fields }));
  if (answer.kind !== 'redirect') return { answer, id: null };
  return { answer, id: answer.to.split('/').at(-1)! };
}

async function look(on: Stage, id: string, query = '', code: LanguageCode = 'az'): Promise<Answer> {
  return route('GET', '/plans/imports/:import').handle(web(on, `/x${query}`, { import: id }, {}, code));
}

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

async function press(on: Stage, id: string, query = ''): Promise<Answer> {
  const html = shown(await look(on, id, query));
  const fields = { seen: hidden(html, 'seen'), unknown: hidden(html, 'unknown'), only_good: hidden(html, 'only_good') };
  return route('POST', '/plans/imports/:import/writing').handle(web(on, '/x', { import: id }, { fields }));
}

async function taken(on: Stage, path: string, plan: string): Promise<string> {
  const answer = await route('GET', path).handle(web(on, '/x', { plan }));
  return answer.kind === 'file' ? Buffer.from(answer.body as string).toString('utf8') : answer.kind;
}

both('bringing a plan in, in the pages', (scratch) => {
  it('goes from the form by the dry run to the plan and out again', async () => {
    const on = await stage(scratch);
    const form = await route('GET', '/plans/import').handle(web(on, '/x', {}));
    expect(words(form)).toContain('Planı fayldan yükləyin');
    const { id } = await upload(on, 'S/s;Tədbir;İcraçı;Rəng\n1.1;Terminallar;Nümunə RİH;yaşıl\n1.2;;Nümunə RİH;\n');
    const dry = words(await look(on, id!));
    for (const said of [
      '1 qəbul edilmir',
      '1 yeni',
      'Bu sütunlar oxunmur: Rəng',
      'Tədbirin mətni yoxdur',
      'Nümunə RİH',
    ])
      expect(dry).toContain(said);
    expect(words(await look(on, id!, '?show=refused'))).not.toContain('1.1 Terminallar');
    const written = await press(on, id!);
    expect(written).toMatchObject({ kind: 'redirect', to: '/az/stage/plans/sinaq-plani?done=imported' });
    expect(words(await look(on, id!))).toContain('Hər fayl bir dəfə yazılır');
    const csv = await taken(on, '/plans/:plan.csv', 'sinaq-plani');
    expect(csv).toContain('Terminallar');
    const json = JSON.parse(await taken(on, '/plans/:plan.json', 'sinaq-plani'));
    expect(json).toMatchObject({ slug: 'sinaq-plani', loaded_measures: 1, measures: [{ number: '1.1' }] });
    const ogp = await taken(on, '/plans/:plan/ogp.csv', 'sinaq-plani');
    expect(ogp.split('\r\n')[1]).toContain('NR');
    const book = await route('GET', '/plans/:plan.xlsx').handle(web(on, '/x', { plan: 'sinaq-plani' }));
    expect(book.kind === 'file' && book.body.length).toBeGreaterThan(3000);
  });

  it('writes only what the person saw', async () => {
    const on = await stage(scratch);
    const { id } = await upload(on, 'S/s;Tədbir\n1;A\n2;B\n');
    const html = shown(await look(on, id!));
    // Meanwhile the same plan is made by somebody else.
    const other = await upload(on, 'S/s;Tədbir\n1;A\n');
    await press(on, other.id!);
    const fields = { seen: hidden(html, 'seen'), unknown: 'add' };
    const again = await route('POST', '/plans/imports/:import/writing').handle(
      web(on, '/x', { import: id! }, { fields }),
    );
    // The address is free to be another one, so the rows are as they were seen: it is written beside the first.
    expect(again).toMatchObject({ kind: 'redirect', to: '/az/stage/plans/sinaq-plani-2?done=imported' });
  });

  it('says on the page of the rows why they cannot be written now', async () => {
    const on = await stage(scratch);
    const { id } = await upload(on, 'S/s;Tədbir\n1;A\n', 'plan.csv', { ...NEW, slug: 'bir' });
    const html = shown(await look(on, id!));
    const other = await upload(on, 'S/s;Tədbir\n1;A\n', 'plan.csv', { ...NEW, slug: 'bir' });
    await press(on, other.id!);
    const fields = { seen: hidden(html, 'seen'), unknown: 'add' };
    const no = await route('POST', '/plans/imports/:import/writing').handle(web(on, '/x', { import: id! }, { fields }));
    expect(no).toMatchObject({ kind: 'refused', refusal: { message: { key: 'plans.exchange.refused.plan_here' } } });
  });

  it('says at the field what is wrong, in each language, and keeps what was typed', async () => {
    const on = await stage(scratch);
    const cases: readonly (readonly [string, Sent, RegExp])[] = [
      ['nothing', { fields: NEW }, /Fayl seçin/],
      ['no title', { file: csvFile('S/s;Tədbir\n1;A\n'), fields: { ...NEW, title: '' } }, /Planın adını yazın/],
      ['no header', { file: csvFile('a;b\n1;2\n'), fields: NEW }, /Sütun adları olan sətir tapılmadı/],
      ['no rows', { file: csvFile('S/s;Tədbir\n'), fields: NEW }, /heç nə yoxdur/],
      ['bad slug', { file: csvFile('S/s;Tədbir\n1;A\n'), fields: { ...NEW, slug: 'Böyük' } }, /ünvan ola bilməz/],
      [
        'reserved',
        { file: csvFile('S/s;Tədbir\n1;A\n'), fields: { ...NEW, slug: 'import' } },
        /artıq başqa plana aparır/,
      ],
    ];
    for (const [name, sent, said] of cases) {
      const answer = await route('POST', '/plans/imports').handle(web(on, '/x', {}, sent));
      expect([name, answer.kind === 'page' && answer.status]).toEqual([name, 422]);
      expect(words(answer)).toMatch(said);
      if (sent.fields?.title) expect(shown(answer)).toContain('value="Sınaq planı"');
    }
    for (const code of ['en', 'ru'] as const) {
      const answer = await route('POST', '/plans/imports').handle(web(on, '/x', {}, { fields: NEW }, code));
      expect(words(answer)).toMatch(code === 'en' ? /Choose a file or paste/ : /Выберите файл/);
    }
  });

  it('is for those who write plans', async () => {
    const on = await stage(scratch);
    for (const [method, path] of [
      ['GET', '/plans/import'],
      ['POST', '/plans/imports'],
      ['GET', '/plans/imports/:import'],
      ['POST', '/plans/imports/:import/writing'],
    ] as const) {
      const stranger = { ...web(on, '/x', { import: 'x' }), actor: { kind: 'nobody' } } as Web;
      expect(await route(method, path).handle(stranger)).toMatchObject({ refusal: { kind: 'sign_in' } });
    }
    expect(await look(on, 'no-id')).toMatchObject({ refusal: { kind: 'not_found' } });
    expect(await route('GET', '/plans/:plan.csv').handle(web(on, '/x', { plan: 'none' }))).toMatchObject({
      refusal: { kind: 'not_found' },
    });
  });

  it('gives a template in each language that it understands itself', async () => {
    const on = await stage(scratch);
    for (const code of ['az', 'en', 'ru'] as const) {
      for (const kind of ['csv', 'xlsx'] as const) {
        const asked = web(on, '/x', {}, {}, code);
        const answer = await route('GET', `/plans/import/template.${kind}`).handle(asked);
        if (answer.kind !== 'file') throw new Error(answer.kind);
        const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
        const { id } = await upload(on, bytes, `t.${kind}`, { ...NEW, words: code });
        const dry = await look(on, id!, '', 'en');
        expect(words(dry)).toContain('1 new');
        expect(words(dry)).not.toMatch(/not read|guessed/);
      }
    }
  });
});

const csvFile = (content: string) => ({ name: 'plan.csv', bytes: Buffer.from(content) });

const CORPORA = resolve(process.env.ORTAQ_CORPORA ?? '../shared/corpora', 'workbooks');

/** Everything that may come through the door: each gets an answer in words and leaves nothing behind. */
both('files that are no plan, or a strange one', (scratch) => {
  const good = 'S/s;Tədbir;İcraçı\n1.1;Ödəniş terminalları;Nümunə\n';

  it.each([
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')])],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${good}`)],
    ['commas', Buffer.from('No,Measure\n1.1,"Ödəniş, terminalları"\n')],
    ['tabs', Buffer.from('No\tMeasure\n1.1\tÖdəniş terminalları\n')],
    [
      'an Excel workbook',
      book([
        {
          name: 'Plan',
          xml: cells(
            `<row r="1">${text('A1', 'No')}${text('B1', 'Measure')}</row><row r="9">${text('A9', '1.1')}${text('B9', 'Ödəniş terminalları')}</row>`,
          ),
        },
      ]),
    ],
  ])('%s is read', async (_name, bytes) => {
    const on = await stage(scratch);
    const { id } = await upload(on, bytes);
    expect(words(await look(on, id!))).toMatch(/1\.1 Ödəniş,? terminalları/);
  });

  it('windows-1251 is told from its letters, and said', async () => {
    const on = await stage(scratch);
    const letters = [...'№;Мероприятие;Исполнитель\n1;Поставить терминалы;Почта\n'].map((c) => {
      const code = c.charCodeAt(0);
      if (c === '№') return 0xb9;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });
    const { id } = await upload(on, Uint8Array.from(letters), 'plan.csv', { ...NEW, words: 'ru' });
    const dry = words(await look(on, id!));
    expect(dry).toContain('Поставить терминалы');
    expect(dry).toContain('1251');
  });

  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n')],
    ['nothing', Buffer.alloc(0)],
    ['a PDF', Buffer.from('%PDF-1.7 ...')],
    ['a broken archive', Buffer.from('PK\x03\x04 and no more')],
    ['an archive of nothing', zipStored([{ name: 'a.txt', bytes: Buffer.from('x') }])],
    ['zeros', Buffer.alloc(5000)],
    [
      '1,048,576 rows',
      book([
        {
          name: 'P',
          xml: `<dimension ref="A1:XFD1048576"/>${cells(`<row r="1">${text('A1', 'No')}${text('B1', 'Measure')}</row><row r="1048576">${text('A1048576', '1')}${text('B1048576', 'x')}</row>`)}`,
        },
      ]),
    ],
    ['10 MB in a cell', Buffer.from(`No;Measure\n1;${'x'.repeat(10 * 2 ** 20)}\n`)],
    ['a quotation mark that stays open', Buffer.from('No;Measure\n1;"A\n')],
    ['a Word document without a table', docx('<w:p><w:r><w:t>Salam</w:t></w:r></w:p>')],
    [
      'a Word table of something else',
      docx(
        wordTable([
          [wordCell('Ad'), wordCell('Telefon')],
          [wordCell('A'), wordCell('1')],
        ]),
      ),
    ],
  ])('%s is refused at the field, and nothing is kept', async (_name, bytes) => {
    const on = await stage(scratch);
    const { answer } = await upload(on, bytes, 'file.bin');
    expect(answer).toMatchObject({ kind: 'page', status: 422 });
    expect(words(answer)).toMatch(/Bir cavabı düzəltmək|düzəltmək lazımdır/);
    const { rows } = await scratch.db
      .withTables<{ plans_imports: { id: string } }>()
      .selectFrom('plans_imports')
      .selectAll()
      .execute()
      .then((rows) => ({ rows }));
    expect(rows).toEqual([]);
  });

  it('script and formulas are words', async () => {
    const on = await stage(scratch);
    const { id } = await upload(on, 'No;Measure\n1;<script>alert(1)</script>\n2;"=HYPERLINK(""http://x"")"\n');
    const html = shown(await look(on, id!));
    expect(html).not.toContain('<script>');
    await press(on, id!);
    const csv = await taken(on, '/plans/:plan.csv', 'sinaq-plani');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain('<script>alert(1)</script>');
  });

  describe.skipIf(!existsSync(CORPORA))("other people's workbooks", () => {
    const names = existsSync(CORPORA) ? readdirSync(CORPORA).filter((name) => /\.(xlsx?|xlsm)$/.test(name)) : [];
    it('are no plans, and that is said', async () => {
      const on = await stage(scratch);
      for (const name of names) {
        const { answer, id } = await upload(on, readFileSync(join(CORPORA, name)), name);
        if (id) throw new Error(`${name} was taken for a plan: ${words(await look(on, id)).slice(0, 400)}`);
        expect(answer).toMatchObject({ kind: 'page', status: 422 });
      }
    });
  });
});
