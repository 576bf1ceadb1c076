import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { keepInterview } from '../../keeping/commands.ts';
import { choice, loadEdition, offering, question, questionnaire } from '../../keeping/samples.ts';
import { surveysModule } from '../../module.ts';
import type { SurveyNeeds } from '../../needs/schema.ts';
import type { Answers } from '../../questionnaires/schema.ts';
import { closeRound, declareRound } from '../../rounds/commands.ts';
import { declared, interview } from '../../rounds/samples.ts';
import type { Declaration } from '../../rounds/schema.ts';
import type { InterviewId } from '../../schema.ts';
import type { Results } from '../composing/schema.ts';
import { publishResults } from '../publishing/commands.ts';
import { GROUP, PLACE } from '../variables/rules.ts';
import { columnsFault } from './rules.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const needs = { files: null, plans: async () => [], mayStorePeople: async () => true } as unknown as SurveyNeeds;
const ASKED = questionnaire(
  [
    question('sex', 'select_one', { ...offering('sexes'), about: 'sex' }),
    question('aware', 'select_one', offering('yesno')),
    question('source', 'select_multiple', { ...offering('media'), relevant: "${aware} = 'yes'" }),
    question('age', 'integer', { about: 'age' }),
    question('why', 'text'),
    question('call', 'text', { about: 'contact' }),
  ],
  {
    lists: {
      sexes: [choice('f', { az: 'Qadın' }), choice('m', { az: 'Kişi' })],
      yesno: [choice('yes', { az: 'Bəli' }), choice('no', { az: 'Xeyr "yox"' })],
      media: [choice('tv', { az: 'Televiziya' }), choice('press', { az: "Mətbuat 'yerli'" })],
    },
  },
);
const times = (n: number, answers: Answers): readonly Answers[] => Array.from({ length: n }, () => answers);
const SAID = [
  ...times(7, { sex: 'f', aware: 'yes', source: 'press tv', age: '40', why: 'Öz sözüm' }),
  ...times(8, { sex: 'm', aware: 'yes', source: 'tv', age: '20' }),
  ...times(9, { sex: 'm', aware: 'no', age: '61' }),
  ...times(6, { sex: 'f', aware: 'no', age: '20' }),
];

async function published(scratch: Parameters<typeof stage>[0], said = SAID, given: Partial<Declaration> = {}) {
  const on = await stage(scratch);
  const actor = person(on.forum.id, 'coordinator');
  const keeper = on.as(actor);
  const edition = await loadEdition(scratch.db, on.forum.id, ASKED, on.today);
  const declaration = declared({ questionnaire: edition, from: on.today, ...given });
  const made = await keeper(declareRound, { declaration, after: null });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const round = made.value.id;
  for (const answers of said) {
    on.now = new Date(on.now.getTime() + 1_000);
    const id = uuidv7(on.now) as InterviewId;
    await keeper(keepInterview, interview({ id, round, mode: 'desk', onDay: on.today, answers }));
  }
  await keeper(closeRound, { round, kind: 'closed', reason: 'Hamı cavab verdi' });
  const out = await keeper(publishResults, { round, splits: [], words: null, reason: null });
  if (!out.ok) throw new Error(JSON.stringify(out.refusal));
  const { routes } = surveysModule(needs);
  return { on, staff: visitor(on, { routes, langs, actor }), reader: visitor(on, { routes, langs }) };
}

const NEW = '/surveys/1/microdata/new';
const ALL = { columns: '@age\nsex\naware\nsource', known: '', sensitive: 'aware' };

/** Reads simple CSV without our own reader. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map((line) => [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell]) => cell!));

both('rows of answers', (scratch) => {
  it('give the published shares to whoever counts them anew, and nothing of who, when or in which words', async () => {
    const { on, staff, reader } = await published(scratch);
    expect((await reader.get('/surveys/1/microdata.csv')).status).toBe(404);
    expect((await reader.get(NEW)).status).toBe(401);
    const preview = `${NEW}?columns=@age&columns=sex&columns=aware&columns=source`;
    expect((await staff.get(preview)).text).toContain(langs.az.t('surveys.statistics.anonymity.safe'));
    expect((await staff.post(NEW, { ...ALL, sensitive: '' })).to).toMatch(/results\?done=released$/);
    expect((await staff.post(NEW, ALL)).status).toBe(409);

    const [head, ...rows] = rowsOf((await reader.get('/surveys/1/microdata.csv')).text);
    const [, ...codes] = rowsOf((await reader.get('/surveys/1/microdata-codebook.csv')).text);
    expect(head).toEqual(['q_sex', 'r_age', 'q_aware', 'q_source_tv', 'q_source_press']);
    expect(rows.flat().every((cell) => /^-?\d$/.test(cell))).toBe(true);
    const { questions } = JSON.parse((await reader.get('/surveys/1/results.json')).text) as Results;
    expect(questions.map(({ name }) => name)).toEqual(['sex', 'aware', 'source']);
    for (const { name, figures, n } of questions)
      for (const { code, yes, share } of figures) {
        const [column, , , , number] = codes.find(([, of, , , , answer]) => of === name && answer === code)!;
        const cells = rows.map((row) => Number(row[head!.indexOf(column!)])).filter((cell) => cell >= 0);
        const count = cells.filter((cell) => cell === Number(number)).length;
        expect([name, code, cells.length, count, count / cells.length]).toEqual([name, code, n, yes, share]);
      }
    // The order in which people answered is gone, and the public record has the check in words.
    const said = rows.map((row) => row.join());
    expect(said.filter((row, i) => row !== said[i - 1]).length).toBe(new Set(said).size);
    const entry = (await on.entries()).find(({ kind }) => kind === 'surveys.microdata_released');
    expect(entry!.params).toMatchObject({ n: 30, known: 2, smallest: 6, k: 5 });
    const page = await reader.get('/surveys/1/results');
    for (const ending of ['csv', 'r', 'sps', 'do']) expect(page.text).toContain(`/surveys/1/microdata.${ending}`);
  });

  it('stand with files that label them in R, SPSS and Stata, whatever the words', async () => {
    const { staff, reader } = await published(scratch);
    await staff.post(NEW, { ...ALL, sensitive: '' });
    const of = async (ending: string) => (await reader.get(`/surveys/1/microdata.${ending}`)).text;
    expect(await of('r')).toContain('levels = c(1, 2), labels = make.unique(c("Bəli", "Xeyr \\"yox\\""))');
    const sps = await of('sps');
    expect(sps).toContain("1 'Mətbuat ''yerli'''");
    expect(sps).toContain('MISSING VALUES q_aware (LO THRU -1).');
    expect(await of('do')).toContain('mvdecode q_aware, mv(-1=.a \\ -2=.b \\ -3=.c \\ -4=.d)');
    expect(await of('do')).toContain('"Xeyr yox"');
  });

  it('stay where somebody could be found, and it is said where', async () => {
    const { staff, reader } = await published(scratch, [...SAID, ...times(2, { sex: 'f', aware: 'no', age: '70' })]);
    const refused = await staff.post(NEW, { ...ALL, sensitive: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Qadın');
    expect(refused.text).toContain('2 nəfər');
    expect((await reader.get('/surveys/1/microdata.csv')).status).toBe(404);
    // Everybody of 60 and more said no: whoever finds somebody there knows it.
    expect((await staff.post(NEW, ALL)).status).toBe(422);
    expect((await staff.post(NEW, { columns: 'sex\naware', known: '', sensitive: 'aware' })).status).toBe(303);
  });

  it('give back no count that the tables hide', async () => {
    const few = [...times(27, { sex: 'f', aware: 'no' }), ...times(3, { sex: 'f', aware: 'yes', source: 'tv' })];
    const { staff } = await published(scratch, few);
    for (const columns of ['aware', 'source', 'sex\naware'])
      expect((await staff.post(NEW, { columns, known: '', sensitive: '' })).status).toBe(422);
  });

  it('are never there of those who hold an office', async () => {
    const { staff } = await published(scratch, SAID, { officeHolders: true });
    expect([(await staff.get(NEW)).status, (await staff.post(NEW, ALL)).status]).toEqual([409, 409]);
    expect((await staff.get('/surveys/1/results')).text).not.toContain('/microdata');
  });
});

it('no file crosses place and role', () => {
  const fact = (name: string) => ({
    ...({ name, path: null, kind: 'one', unit: 'person', words: {}, codes: [], about: null, hangsOn: [] } as const),
  });
  const of = { officeHolders: false } as Declaration;
  expect(columnsFault([fact(PLACE), fact(GROUP)], of)?.key).toBe('surveys.analysis.microdata.wrong.name');
  expect(columnsFault([fact(PLACE)], of)).toBe(null);
});
