import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { keepInterview } from '../../keeping/commands.ts';
import { choice, loadEdition, offering, question, questionnaire } from '../../keeping/samples.ts';
import type { Answers } from '../../questionnaires/schema.ts';
import { closeRound, declareRound } from '../../rounds/commands.ts';
import { roundById } from '../../rounds/queries.ts';
import { declared, interview } from '../../rounds/samples.ts';
import type { Declaration } from '../../rounds/schema.ts';
import type { InterviewId } from '../../schema.ts';
import { publishResults } from './commands.ts';
import { latestPublication } from './queries.ts';

const ASKED = questionnaire(
  [
    question('aware', 'select_one', offering('yesno')),
    question('source', 'select_multiple', { ...offering('media'), relevant: "${aware} = 'yes'" }),
    question('age', 'integer', { about: 'age' }),
    question('why', 'text'),
  ],
  {
    lists: {
      yesno: [choice('yes', { az: 'Bəli' }), choice('no', { az: 'Xeyr' })],
      media: [choice('tv', { az: 'Televiziya' }), choice('press', { az: 'Mətbuat' })],
    },
  },
);

/** So many who say the same. */
const times = (n: number, answers: Answers): readonly Answers[] => Array.from({ length: n }, () => answers);

type Scratch = Parameters<typeof stage>[0];

async function asked(scratch: Scratch, said: readonly Answers[], given: Partial<Declaration> = {}) {
  const on = await stage(scratch);
  const keeper = on.as(person(on.forum.id, 'coordinator'));
  const edition = await loadEdition(scratch.db, on.forum.id, ASKED, on.today);
  const made = await keeper(declareRound, {
    declaration: declared({ questionnaire: edition, from: on.today, ...given }),
    after: null,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const round = made.value.id;
  for (const answers of said) {
    on.now = new Date(on.now.getTime() + 1_000);
    const kept = await keeper(
      keepInterview,
      interview({ id: uuidv7(on.now) as InterviewId, round, mode: 'desk', onDay: on.today, answers }),
    );
    if (!kept.ok) throw new Error(JSON.stringify(kept.refusal));
  }
  return { on, keeper, round };
}

const closed = { kind: 'closed', reason: 'Hamı cavab verdi' } as const;
const refusalOf = (
  result:
    | { ok: true }
    | { ok: false; refusal: { message: { key: string }; fields?: readonly { message: { key: string } }[] } },
) => (result.ok ? null : (result.refusal.fields?.[0]?.message.key ?? result.refusal.message.key));

both('results of a round', (scratch) => {
  it('count people, not answers, each with its base; nothing estimated of those we chose', async () => {
    const said = [
      ...times(13, { aware: 'yes', source: 'tv press', age: '40' }),
      ...times(12, { aware: 'yes', source: 'tv', age: '20' }),
      ...times(25, { aware: 'no', age: '61' }),
    ];
    const { on, keeper, round } = await asked(scratch, said);
    const input = { round, splits: ['@age'], words: { az: 'Yarısı xəbərdardır.' }, reason: null };
    expect(refusalOf(await keeper(publishResults, input))).toBe('surveys.analysis.publishing.wrong.open');
    await keeper(closeRound, { round, ...closed });
    expect(refusalOf(await keeper(publishResults, input))).toBe(null);
    const latest = await latestPublication(scratch.db, on.forum.id, round);
    const of = latest!.results;
    const [aware, source] = [
      of.questions.find(({ name }) => name === 'aware')!,
      of.questions.find(({ name }) => name === 'source')!,
    ];
    expect([aware.n, aware.why, aware.figures]).toEqual([
      50,
      'purposive',
      [
        { code: 'yes', yes: 25, share: 0.5, interval: null, hidden: null },
        { code: 'no', yes: 25, share: 0.5, interval: null, hidden: null },
      ],
    ]);
    // 25 people gave 38 answers; those who were not asked are apart.
    expect([source.n, source.answers, source.bases]).toMatchObject([25, 38, { not_applicable: 25, interviewed: 50 }]);
    expect(source.figures.map(({ yes, share }) => [yes, share])).toEqual([
      [25, 1],
      [13, 0.52],
    ]);
    expect(of.numbers).toMatchObject([{ name: 'age', n: 50, median: 50.5, interval: null }]);
    expect(of.notCounted).toMatchObject([{ name: 'why', why: 'text' }]);
    expect(refusalOf(await keeper(publishResults, input))).toBe('surveys.analysis.publishing.wrong.reason');
  });

  it('hide small counts, and leave out a question whose base would tell one', async () => {
    const said = [...times(3, { aware: 'yes', source: 'tv', age: '40' }), ...times(47, { aware: 'no', age: '30' })];
    const { on, keeper, round } = await asked(scratch, said);
    await keeper(closeRound, { round, ...closed });
    expect(refusalOf(await keeper(publishResults, { round, splits: [], words: null, reason: null }))).toBe(null);
    const latest = await latestPublication(scratch.db, on.forum.id, round);
    const aware = latest!.results.questions.find(({ name }) => name === 'aware')!;
    expect(aware.figures.map(({ yes, share }) => [yes, share])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(latest!.results.notShown).toEqual([{ rows: 'source', columns: null, why: 'dependent' }]);
    expect(JSON.stringify([latest!.results.questions, latest!.results.crosses])).not.toMatch(/\b(3|47)\b/);
  });

  it('stand with their intervals where chance chose', async () => {
    const { on, keeper, round } = await asked(
      scratch,
      [...times(22, { aware: 'yes', source: 'tv', age: '30' }), ...times(28, { aware: 'no', age: '30' })],
      {
        sampling: 'random',
      },
    );
    await keeper(closeRound, { round, ...closed });
    await keeper(publishResults, { round, splits: [], words: null, reason: null });
    const latest = await latestPublication(scratch.db, on.forum.id, round);
    const yes = latest!.results.questions[0]!.figures[0]!;
    // Wilson for 22 of 50.
    expect([yes.interval!.low.toFixed(4), yes.interval!.high.toFixed(4)]).toEqual(['0.3116', '0.5769']);
  });

  it('are refused of so few that one of them would be recognised', async () => {
    const few = await asked(scratch, times(4, { aware: 'yes' }));
    await few.keeper(closeRound, { round: few.round, ...closed });
    expect((await roundById(scratch.db, few.on.forum.id, few.round))!.closure!.kind).toBe('closed');
    expect(
      refusalOf(await few.keeper(publishResults, { round: few.round, splits: [], words: null, reason: null })),
    ).toBe('surveys.analysis.publishing.wrong.few');
  });
});
