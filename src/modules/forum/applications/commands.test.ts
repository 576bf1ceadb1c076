import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { writeLevel } from '#core/db/opening-rows.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { withhold } from '#core/db/withholding-rows.ts';
import type { Result } from '#core/errors/result.ts';
import { contextOf } from '#core/house.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { lockSubject } from '#modules/obligations/contract.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { decideComposition } from '../composition/commands.ts';
import { seatingOf } from '../seats/queries.ts';
import { answerApplication, apply, writeCriteria } from './commands.ts';
import { applicationsOf, criteriaOf, findApplication } from './queries.ts';
import { applicationRoutes } from './routes.ts';
import { APPLICATION_KIND, criteriaOn, MOST_WAITING, WITHHELD_WORDS } from './rules.ts';
import type { CriteriaId } from './schema.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const said = (made: Result<unknown>): string =>
  made.ok ? 'ok' : `${made.refusal.kind}: ${(made.refusal.fields?.[0]?.message ?? made.refusal.message).key}`;
function must<T>(made: Result<T>): T {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const db = (on: Stage) => on.house.database.db;
const staff = (on: Stage): Actor => person(on.forum.id, 'secretary');
const come = (on: Stage, actor?: Actor) =>
  visitor(on, { routes: applicationRoutes, langs, language: 'en', ...(actor ? { actor } : {}) });

/** A forum with one group and published criteria: answers within five working days. */
async function open(on: Stage) {
  must(
    await asSystem(on)(decideComposition, {
      ...{ number: 'p 1', decidedOn: day('2026-03-01'), from: day('2026-03-01'), reason: null, url: null, more: [] },
      ...{ fresh: [{ name: { en: 'NGOs' }, seats: 2 }], places: [] },
    }),
  );
  const body = await loadNamedBody(asSystem(on), { key: 'office', kind: 'ngo', name: { en: 'Office' }, source: 'm' });
  const items = [{ en: 'Works in the district' }];
  must(await on.as(staff(on))(writeCriteria, { from: on.today, items, answerDays: 5, body, source: 'Rules 2.3' }));
  const [group] = (await seatingOf(db(on), on.forum.id)).constituencies;
  const words = 'We work here since 2020.';
  return { body, asked: { constituency: group!.id, organisation: 'Arx', words, contact: '012 555', paper: null } };
}
const nobody = { kind: 'nobody' } as const;

both('an application', (scratch) => {
  it('comes by the form without an account; its answer is owed, by a counted day; sent twice it is one', async () => {
    const on = await stage(scratch);
    const { body, asked } = await open(on);
    const sent = {
      ...{ constituency: asked.constituency, organisation: 'Arx', words: asked.words, contact: asked.contact },
    };
    const made = await come(on).post('/members/applications', sent);
    expect(made.to).toBe('/en/stage/members/applications/1?done=received');
    const again = await come(on).post('/members/applications', { ...sent, organisation: ' “ARX” ' });
    expect([again.status, again.text.includes('waits for an answer already: application 1')]).toEqual([422, true]);
    const [one] = await applicationsOf(db(on), on.forum.id);
    // Five working days after Monday 23 November 2026.
    expect(one).toMatchObject({ number: 1, receivedOn: '2026-11-23', dueOn: '2026-11-30', way: 'account' });
    const owed = await lockSubject(db(on), on.forum.id, APPLICATION_KIND, one!.id);
    expect(owed).toMatchObject({ body_id: body, due_on: '2026-11-30', closed: null });
    expect((await on.entries()).at(-1)).toMatchObject({
      kind: 'forum.application_received',
      params: { number: 1, group: 'NGOs', due: '2026-11-30' },
    });
  });

  it('tells visitors who asks, and what was written, only with its answer; the contact never', async () => {
    const on = await stage(scratch);
    const { asked } = await open(on);
    must(await on.as(nobody)(apply, asked));
    const seen = async (path: string, actor?: Actor) => (await come(on, actor).get(path)).text;
    for (const path of ['/members/applications', '/members/applications/1'])
      for (const secret of ['Arx', asked.words, asked.contact]) expect(await seen(path)).not.toContain(secret);
    expect(await seen('/members/applications/1', staff(on))).toContain('012 555');
    const [one] = await applicationsOf(db(on), on.forum.id);
    const answer = await come(on, staff(on)).post('/members/applications/1/answer', {
      ...{ outcome: 'refused', decided_on: '2026-11-23', decision: 'qərar 5', reason: 'No seat is vacant.' },
    });
    expect(answer.to).toBe('/en/stage/members/applications/1?done=answered');
    const page = await seen('/members/applications/1');
    for (const text of ['Arx', asked.words, 'No seat is vacant.', 'qərar 5', 'refused on 23 November 2026'])
      expect(page).toContain(text);
    expect(page).not.toContain('012 555');
    expect((await lockSubject(db(on), on.forum.id, APPLICATION_KIND, one!.id))?.closed).toBe('done');
    expect(await findApplication(db(on), on.forum, one!.id)).toMatchObject({ path: '/members/applications/1' });
    const ctx = contextOf(on.house, { actor: nobody, forum: on.forum, lang: 'en', requestId: 't' }, db(on));
    await writeLevel(ctx, on.forum.id, 'open');
    await withhold(ctx, { object: { type: WITHHELD_WORDS, id: one!.id }, path: null, demand: null });
    const kept = await seen('/members/applications/1');
    expect([kept.includes(asked.words), kept.includes('No seat is vacant.'), kept.includes('refused on')]).toEqual([
      ...[false, false, true],
    ]);
  });

  it('on paper is entered by staff only, on the day of its letter; answers make sense and come once', async () => {
    const on = await stage(scratch);
    const { asked } = await open(on);
    const letter = { ...asked, paper: { ref: '14/2', day: on.today } };
    expect(said(await on.as(nobody)(apply, letter))).toBe('sign_in: forum.denied.keep');
    expect((await come(on).get('/members/applications/new?paper=yes')).status).toBe(401);
    const early = { ...letter, paper: { ref: '1', day: addDays(on.today, -1) } };
    expect(said(await on.as(staff(on))(apply, early))).toBe('conflict: forum.applications.refused_closed');
    must(await on.as(staff(on))(apply, letter));
    const [one] = await applicationsOf(db(on), on.forum.id);
    expect(one?.paper).toEqual({ ref: '14/2', day: on.today });
    const answer = {
      application: one!.id,
      outcome: 'accepted' as const,
      decidedOn: on.today,
      decision: 'q 5',
      reason: 'Yes.',
    };
    const deed = on.as(staff(on));
    expect(said(await on.as(nobody)(answerApplication, answer))).toBe('sign_in: forum.denied.keep');
    expect(said(await deed(answerApplication, { ...answer, decision: null }))).toBe('bad_input: forum.wrong.no_number');
    expect(said(await deed(answerApplication, { ...answer, decidedOn: addDays(on.today, -1) }))).toBe(
      'bad_input: forum.wrong.too_early',
    );
    expect(said(await deed(answerApplication, answer))).toBe('ok');
    expect(said(await deed(answerApplication, answer))).toBe('conflict: forum.applications.refused_answered');
  });

  it('is judged by the version of its day; a version never begins in the past; many waiting ones close the form', async () => {
    const on = await stage(scratch);
    const { body, asked } = await open(on);
    const next = { from: addDays(on.today, 3), items: [{ en: 'b' }], answerDays: 9, body, source: 's' };
    expect(said(await on.as(staff(on))(writeCriteria, { ...next, from: addDays(on.today, -1) }))).toBe(
      'bad_input: forum.applications.wrong_past',
    );
    must(await on.as(staff(on))(writeCriteria, next));
    const versions = await criteriaOf(db(on), on.forum.id);
    expect([0, 2, 3].map((plus) => criteriaOn(versions, addDays(on.today, plus))?.version)).toEqual([1, 1, 2]);
    expect(criteriaOn(versions, addDays(on.today, -1))).toBeNull();
    for (let i = 0; i < MOST_WAITING; i += 1) must(await on.as(nobody)(apply, { ...asked, organisation: `Arx ${i}` }));
    expect(said(await on.as(nobody)(apply, { ...asked, organisation: 'one more' }))).toBe(
      'conflict: forum.applications.refused_full',
    );
    expect(new Set((await applicationsOf(db(on), on.forum.id)).map((one): CriteriaId => one.criteria))).toEqual(
      new Set([versions[0]!.id]),
    );
    const page = await come(on, staff(on)).post('/members/criteria', {
      items_az: 'bir\niki',
      items_en: 'one',
      from: '',
    });
    expect([page.status, page.text.includes('There are 1 lines here and 2 in another language.')]).toEqual([422, true]);
  });
});
