import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { NOBODY } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { addDays } from '#core/time/plain-date.ts';
import { changeDeclaration, closeRound, declareRound } from '../rounds/commands.ts';
import { declarationsOf, roundByNumber } from '../rounds/queries.ts';
import { declared, interview } from '../rounds/samples.ts';
import type { Declaration } from '../rounds/schema.ts';
import type { InterviewId, QuestionnaireId, RoundId } from '../schema.ts';
import { keepInterview } from './commands.ts';
import { countsOf, interviewsOf } from './queries.ts';
import { group, loadEdition, question, questionnaire, repeat } from './samples.ts';
import type { Given } from './schema.ts';

const ASKED = questionnaire([
  question('heard', 'text'),
  question('phone', 'text', { about: 'contact' }),
  question('device', 'deviceid'),
  group('home', [repeat('people', [question('age', 'integer'), question('call', 'text', { about: 'contact' })])]),
]);

interface Ready {
  readonly on: Stage;
  readonly round: RoundId;
  readonly questionnaire: QuestionnaireId;
}

async function ready(scratch: Parameters<typeof stage>[0], given: Partial<Declaration> = {}): Promise<Ready> {
  const on = await stage(scratch);
  const id = await loadEdition(scratch.db, on.forum.id, ASKED, on.today);
  const declaration = declared({ questionnaire: id, from: on.today, ...given });
  const made = await on.as(person(on.forum.id, 'coordinator'))(declareRound, { declaration, after: null });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return { on, round: made.value.id, questionnaire: id };
}

const one = ({ on, round }: Ready, given: Partial<Given> = {}): Given =>
  interview({ id: uuidv7(on.now) as InterviewId, round, onDay: on.today, answers: { heard: 'tv' }, ...given });
const interviewer = (on: Stage) => person(on.forum.id, 'interviewer');
const coordinator = (on: Stage) => person(on.forum.id, 'coordinator');

/** The key of the sentence by which it was refused; null: it was not. */
const refusalOf = (
  result:
    | { ok: true }
    | { ok: false; refusal: { message: { key: string }; fields?: readonly { message: { key: string } }[] } },
) => (result.ok ? null : (result.refusal.fields?.[0]?.message.key ?? result.refusal.message.key));

both('an interview', (scratch) => {
  it('is one row and one line of the record, however often and however quickly it is delivered', async () => {
    const at = await ready(scratch);
    const given = one(at);
    const keep = at.on.as(NOBODY);
    const together = await Promise.all(Array.from({ length: 6 }, () => keep(keepInterview, given)));
    expect(together.map((kept) => kept.ok && kept.value.id)).toEqual(Array(6).fill(given.id));
    expect(together.filter((kept) => kept.ok && !kept.value.before)).toHaveLength(1);
    expect(await interviewsOf(scratch.db, at.on.forum.id, at.round)).toHaveLength(1);
    expect((await at.on.entries()).map(({ kind }) => kind)).toEqual([
      'surveys.round_declared',
      'surveys.interview_kept',
    ]);
    // Delivered again after the closing: it is here, so the receipt says so.
    await at.on.as(coordinator(at.on))(closeRound, { round: at.round, kind: 'closed', reason: 'Hamı cavab verdi' });
    expect(await keep(keepInterview, given)).toEqual({ ok: true, value: { id: given.id, before: true } });
    expect(refusalOf(await keep(keepInterview, one(at)))).toBe('surveys.keeping.closed');
  });

  it('holds neither person nor hour of who answered alone, and contacts apart', async () => {
    const at = await ready(scratch);
    at.on.now = new Date('2026-11-23T08:41:07.123Z');
    const answers = {
      ...{ heard: 'tv', phone: '050 1', device: 'device-of-the-office', strange: 'y' },
      home: { people: [{ age: '40', call: '055 2' }, { age: '9' }] },
    };
    const given = one(at, { answers, startedAt: at.on.now, finishedAt: at.on.now });
    expect((await at.on.as(interviewer(at.on))(keepInterview, given)).ok).toBe(true);
    const [kept] = await interviewsOf(scratch.db, at.on.forum.id, at.round);
    expect([kept!.answers, kept!.by, kept!.startedAt]).toEqual([
      { heard: 'tv', home: { people: [{ age: '40' }, { age: '9' }] } },
      null,
      null,
    ]);
    const { rows } = await sql<{ row: string }>`select to_jsonb(i)::text as row from surveys_interviews i
      union all select to_jsonb(e)::text from core_entries e where kind = 'surveys.interview_kept'`.execute(scratch.db);
    for (const { row } of rows)
      expect(row.replace(given.id, '')).not.toMatch(/00000000beef|08:41|41:07|050 1|device-of-the-office/);
    const contacts = await sql`select contacts from surveys_contacts`.execute(scratch.db);
    expect(contacts.rows).toEqual([{ contacts: { phone: '050 1', 'home/people/1/call': '055 2' } }]);
    await at.on.as(coordinator(at.on))(closeRound, { round: at.round, kind: 'closed', reason: 'Bitdi' });
    expect((await sql`select 1 from surveys_contacts`.execute(scratch.db)).rows).toEqual([]);
  });

  it('is refused with a sentence when it is of no way, place, edition or day of the round', async () => {
    const at = await ready(scratch, {
      modes: ['link', 'desk', 'paper'],
      groups: [{ key: 'ngo', name: { az: 'QHT' }, wanted: 4, population: null }],
    });
    const keep = at.on.as(NOBODY);
    expect(refusalOf(await keep(keepInterview, one(at, { mode: 'kiosk' })))).toBe('surveys.keeping.no_such_way');
    expect(refusalOf(await keep(keepInterview, one(at, { edition: 7 })))).toBe('surveys.keeping.edition');
    expect(refusalOf(await keep(keepInterview, one(at, { group: 'excom' })))).toBe('surveys.keeping.place');
    expect(refusalOf(await keep(keepInterview, one(at, { mode: 'desk' })))).toBe('surveys.denied.ask');
    expect(refusalOf(await at.on.as(interviewer(at.on))(keepInterview, one(at, { mode: 'desk' })))).toBe(
      'surveys.keeping.not_assigned',
    );
    expect(refusalOf(await at.on.as(coordinator(at.on))(keepInterview, one(at, { mode: 'paper' })))).toBe(
      'surveys.keeping.twice',
    );
    at.on.now = new Date('2026-12-20T08:00:00Z');
    expect(refusalOf(await keep(keepInterview, one(at)))).toBe('surveys.keeping.late');
    // What was asked in time may be typed in until the round is closed; its contacts are not kept any more.
    const late = one(at, { mode: 'desk', answers: { heard: 'tv', phone: '050 1' } });
    expect((await at.on.as(coordinator(at.on))(keepInterview, late)).ok).toBe(true);
    expect((await sql`select 1 from surveys_contacts`.execute(scratch.db)).rows).toEqual([]);
    expect(await countsOf(scratch.db, at.on.forum.id, at.round)).toEqual([
      { place: null, group: null, mode: 'desk', n: 1 },
    ]);
  });

  it('makes a change of the declaration give a reason, and nobody overwrites what they have not read', async () => {
    const at = await ready(scratch);
    const { on, round } = at;
    // Ids are in the order of time: each deed has its moment.
    const change: ReturnType<typeof on.as> = (deed, input) => {
      on.now = new Date(on.now.getTime() + 60_000);
      return on.as(coordinator(on))(deed, input);
    };
    const declaration = declared({ questionnaire: at.questionnaire, from: on.today, until: addDays(on.today, 20) });
    const asked = { round, declaration, reason: null, seen: null };
    expect((await change(changeDeclaration, asked)).ok).toBe(true);
    await on.as(NOBODY)(keepInterview, one(at));
    expect(refusalOf(await change(changeDeclaration, asked))).toBe('surveys.round.wrong.reason');
    const [first] = await declarationsOf(scratch.db, on.forum.id, round);
    const reason = 'Yağış iki gün yolu bağladı';
    expect(refusalOf(await change(changeDeclaration, { ...asked, reason, seen: first!.id }))).toBe(
      'errors.changed_meanwhile',
    );
    expect((await change(changeDeclaration, { ...asked, reason })).ok).toBe(true);
    expect((await declarationsOf(scratch.db, on.forum.id, round)).map((said) => said.reason)).toEqual([
      null,
      null,
      reason,
    ]);
    expect((await roundByNumber(scratch.db, on.forum.id, 1))!.declaration.until).toBe(addDays(on.today, 20));
    expect(refusalOf(await on.as(NOBODY)(changeDeclaration, asked))).toBe('surveys.denied.keep');
  });
});
