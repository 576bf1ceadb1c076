import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { NOBODY } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { keepInterview } from '../../keeping/commands.ts';
import { isAssigned } from '../../keeping/queries.ts';
import { loadEdition, question, questionnaire } from '../../keeping/samples.ts';
import type { Given } from '../../keeping/schema.ts';
import type { InterviewId, RoundId } from '../../schema.ts';
import { declareRound } from '../commands.ts';
import { assignInterviewer, endAssignment } from '../interviewers/commands.ts';
import { declared, interview } from '../samples.ts';
import type { Declaration } from '../schema.ts';
import { makeCodes } from './commands.ts';
import { batchesOf, unusedCode } from './queries.ts';

const coordinator = (on: Stage) => person(on.forum.id, 'coordinator');

async function ready(scratch: Parameters<typeof stage>[0], given: Partial<Declaration>) {
  const on = await stage(scratch);
  const questions = questionnaire([question('heard', 'text')]);
  const id = await loadEdition(scratch.db, on.forum.id, questions, on.today);
  const declaration = declared({ questionnaire: id, from: on.today, ...given });
  const made = await on.as(coordinator(on))(declareRound, { declaration, after: null });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return { on, round: made.value.id };
}

const one = (on: Stage, round: RoundId, given: Partial<Given> = {}): Given =>
  interview({ id: uuidv7(on.now) as InterviewId, round, onDay: on.today, answers: { heard: 'tv' }, ...given });

both('a code on a slip', (scratch) => {
  it('lets one person answer once, even when two use it at the same moment, and is linked to no answer', async () => {
    const { on, round } = await ready(scratch, { singleUse: true });
    const made = await on.as(coordinator(on))(makeCodes, { round, place: null, group: null, count: 3 });
    const codes = made.ok ? made.value.codes : [];
    expect(codes).toHaveLength(3);
    for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const keep = on.as(NOBODY);
    expect((await keep(keepInterview, one(on, round))).ok).toBe(false);
    const code = codes[0]!.toLowerCase().replace('-', ' ');
    expect(await unusedCode(scratch.db, on.forum.id, round, code)).not.toBeNull();
    const two = [one(on, round, { code }), one(on, round, { code })];
    const both = await Promise.all(two.map((given) => keep(keepInterview, given)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    // The same sending again is no second use.
    const again = await keep(keepInterview, two[both.findIndex(({ ok }) => ok)]!);
    expect(again.ok && again.value.before).toBe(true);
    expect(await unusedCode(scratch.db, on.forum.id, round, code)).toBeNull();
    expect(await batchesOf(scratch.db, on.forum.id, round)).toEqual([
      { batch: 1, place: null, group: null, made: 3, used: 1 },
    ]);
    const { rows } = await sql<{ row: string }>`select to_jsonb(c)::text as row from surveys_codes c`.execute(
      scratch.db,
    );
    for (const { row } of rows) {
      for (const printed of codes) expect(row).not.toContain(printed.replace('-', ''));
      for (const { id } of two) expect(row).not.toContain(id);
    }
    const kept = await sql<{ row: string }>`select to_jsonb(i)::text as row from surveys_interviews i`.execute(
      scratch.db,
    );
    expect(kept.rows.map(({ row }) => row).join('')).not.toContain('code');
  });
});

both('an interviewer', (scratch) => {
  it('hands in while an assignment stands, and no more after its end', async () => {
    const { on, round } = await ready(scratch, { modes: ['desk'] });
    const asker = person(on.forum.id, 'interviewer');
    const id = asker.kind === 'person' ? asker.id : '';
    const assign = { round, person: id, place: null, wanted: 5 };
    // Nobody is assigned who has no account with the role.
    expect((await on.as(coordinator(on))(assignInterviewer, assign)).ok).toBe(false);
    const at = on.now;
    await sql`insert into identity_people (id, name, language, demonstration, created_at)
      values (${id}, '{"az":"Somebody"}'::jsonb, 'az', false, ${at})`.execute(scratch.db);
    await sql`insert into identity_roles (forum_id, id, person_id, role, body_id, from_day, granted_at)
      values (${on.forum.id}, ${uuidv7(at)}, ${id}, 'interviewer', null, ${on.today}, ${at})`.execute(scratch.db);
    const made = await on.as(coordinator(on))(assignInterviewer, assign);
    expect(made.ok).toBe(true);
    expect((await on.as(asker)(keepInterview, one(on, round, { mode: 'desk' }))).ok).toBe(true);
    await on.as(coordinator(on))(endAssignment, { round, assignment: made.ok ? made.value.id : '' });
    expect(await isAssigned(scratch.db, on.forum.id, round, id)).toBe(false);
    const late = await on.as(asker)(keepInterview, one(on, round, { mode: 'desk' }));
    expect(late.ok ? null : late.refusal.message.key).toBe('surveys.keeping.not_assigned');
    expect((await on.entries()).map(({ kind }) => kind).toSorted()).toEqual([
      'surveys.assignment_ended',
      'surveys.interview_kept',
      'surveys.interviewer_assigned',
      'surveys.round_declared',
    ]);
  });
});
