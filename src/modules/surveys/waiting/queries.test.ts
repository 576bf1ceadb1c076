import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { keepInterview } from '../keeping/commands.ts';
import { loadEdition, question, questionnaire } from '../keeping/samples.ts';
import { typeSheet } from '../paper/commands.ts';
import { closeRound, declareRound } from '../rounds/commands.ts';
import { declared, interview } from '../rounds/samples.ts';
import type { InterviewId, SurveyTables } from '../schema.ts';
import { surveyLines } from './queries.ts';

const ASKED = questionnaire([question('age', 'integer')]);
const lang = new Lang('az', SENTENCES.az);

both('surveys on a desk', (scratch) => {
  it('papers that differ and rounds past their last day wait for staff until they are closed', async () => {
    const on = await stage(scratch);
    const questions = await loadEdition(scratch.db, on.forum.id, ASKED, on.today);
    const keeper = person(on.forum.id, 'coordinator');
    const declaration = declared({ questionnaire: questions, from: on.today, until: addDays(on.today, 2) });
    const made = await on.as(keeper)(declareRound, { declaration, after: null });
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    const round = made.value.id;
    const lines = async (keeps: boolean, days: number) =>
      (await surveyLines(scratch.db, on.forum, { lang, person: null, keeps, today: addDays(on.today, days) })).map(
        ({ what, n, path }) => [what, n, path],
      );
    expect(await lines(true, 0)).toEqual([]);
    const sheet = { round, number: 7, place: null, group: null, onDay: on.today, declined: {} };
    const other = { ...person(on.forum.id, 'secretary'), id: uuidv7(on.now) } as Actor;
    expect((await on.as(keeper)(typeSheet, { ...sheet, answers: { age: '40' } })).ok).toBe(true);
    expect((await on.as(other)(typeSheet, { ...sheet, answers: { age: '41' } })).ok).toBe(true);
    const papers = ['papers', 1, '/surveys/1/papers'];
    expect(await lines(true, 2)).toEqual([papers]);
    expect(await lines(true, 3)).toEqual([papers, ['over', 0, '/surveys/1/closure']]);
    expect(await lines(false, 3)).toEqual([]);
    await on.as(keeper)(closeRound, { round, kind: 'closed', reason: 'Hamı cavab verdi' });
    expect(await lines(true, 3)).toEqual([]);
  });

  it('whoever asks for a round sees how many they made of how many', async () => {
    const on = await stage(scratch);
    const questions = await loadEdition(scratch.db, on.forum.id, ASKED, on.today);
    const declaration = declared({ questionnaire: questions, from: on.today });
    const made = await on.as(person(on.forum.id, 'coordinator'))(declareRound, { declaration, after: null });
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    const asks = person(on.forum.id, 'interviewer') as Actor & { readonly id: string };
    const of = { forum_id: on.forum.id, round_id: made.value.id, person_id: asks.id, entered_at: on.now };
    await scratch.db
      .withTables<SurveyTables>()
      .insertInto('surveys_assignments')
      .values({ ...of, id: uuidv7(on.now), place_id: null, wanted: 5, on_day: on.today, entered_by: null })
      .execute();
    const desk = async () =>
      surveyLines(scratch.db, on.forum, { lang, person: asks.id, keeps: false, today: on.today });
    expect(await desk()).toMatchObject([{ what: 'asks', n: 0, wanted: 5, path: '/surveys/1' }]);
    const given = interview({ id: uuidv7(on.now) as InterviewId, round: made.value.id, onDay: on.today });
    expect((await on.as(asks)(keepInterview, { ...given, mode: 'phone', answers: { age: '40' } })).ok).toBe(true);
    expect(await desk()).toMatchObject([{ n: 1, wanted: 5 }]);
  });
});
