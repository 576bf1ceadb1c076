import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { writeQuestionnaire } from '../drafts/commands.ts';
import { editionOf, questionnaireByNumber, questionnairesOf } from '../queries.ts';
import { SMALL } from '../samples.ts';
import type { Questionnaire } from '../schema.ts';
import { freezeEdition } from './commands.ts';

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const said = (made: Result<unknown>) => (made.ok ? 'ok' : made.refusal.message.key);
const db = (on: Stage) => on.house.database.db;
const fresh = (content: Questionnaire) => ({ questionnaire: null, from: null, origin: 'pages' as const, content });
const titled = (az: string): Questionnaire => ({ ...SMALL, title: { az } });

both('questionnaires', (scratch) => {
  it('are kept as drafts by staff; one who did not see the latest draft overwrites nothing', async () => {
    const on = await stage(scratch);
    expect(said(await on.as(person(on.forum.id, 'member'))(writeQuestionnaire, fresh(SMALL)))).toBe(
      'surveys.denied.keep',
    );
    const act = on.as(person(on.forum.id, 'analyst'));
    const first = await must(act(writeQuestionnaire, fresh(SMALL)));
    const next = { ...fresh(titled('İkinci')), questionnaire: first.id, from: first.draft };
    const second = await must(act(writeQuestionnaire, next));
    expect(said(await act(writeQuestionnaire, { ...next, content: titled('Üçüncü') }))).toBe(
      'errors.changed_meanwhile',
    );
    expect((await questionnaireByNumber(db(on), on.forum.id, '1'))?.draft).toMatchObject({
      ...{ id: second.draft, content: { title: { az: 'İkinci' } } },
    });
    expect(await must(act(writeQuestionnaire, fresh(SMALL)))).toMatchObject({ number: 2 });
    expect((await questionnairesOf(db(on), on.forum.id)).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('are frozen only without faults and only when something changed; an edition stays what it was', async () => {
    const on = await stage(scratch);
    const act = on.as(person(on.forum.id, 'coordinator'));
    const faulty = { ...SMALL, items: SMALL.items.map((item) => ({ ...item, label: {} })) };
    const { id: questionnaire, draft } = await must(act(writeQuestionnaire, fresh(faulty)));
    expect(said(await act(freezeEdition, { questionnaire, draft }))).toBe('surveys.questionnaires.editions.faulty');
    const write = (from: string, content: Questionnaire) =>
      must(act(writeQuestionnaire, { questionnaire, from, origin: 'pages', content }));
    const mended = await write(draft, SMALL);
    expect(said(await act(freezeEdition, { questionnaire, draft }))).toBe('errors.changed_meanwhile');
    expect(await must(act(freezeEdition, { questionnaire, draft: mended.draft }))).toMatchObject({ edition: 1 });
    expect(said(await act(freezeEdition, { questionnaire, draft: mended.draft }))).toBe(
      'surveys.questionnaires.editions.same',
    );
    const changed = await write(mended.draft, titled('Böyük anket'));
    expect((await questionnairesOf(db(on), on.forum.id))[0]).toMatchObject({ edition: 1, ahead: true });
    expect(await must(act(freezeEdition, { questionnaire, draft: changed.draft }))).toMatchObject({ edition: 2 });
    expect((await editionOf(db(on), on.forum.id, questionnaire, 1))?.content).toEqual(SMALL);
    expect((await editionOf(db(on), on.forum.id, questionnaire, 2))?.content.title).toEqual({ az: 'Böyük anket' });
    expect(await editionOf(db(on), on.forum.id, questionnaire, 3)).toBeNull();
    expect((await questionnairesOf(db(on), on.forum.id))[0]).toMatchObject({ edition: 2, ahead: false });
  });

  it('are refused in a shape that no pages could show', async () => {
    const on = await stage(scratch);
    const deep = (n: number): Questionnaire['items'][number] => {
      const own = SMALL.items[0]!;
      if (n === 0) return own;
      const { name, label, hint, guidance, relevant, appearance, other } = own;
      return { is: 'group', name, label, hint, guidance, relevant, appearance, other, items: [deep(n - 1)] };
    };
    const bad = (content: unknown) => asSystem(on)(writeQuestionnaire, fresh(content as Questionnaire));
    expect(said(await bad({ ...SMALL, items: [deep(6)] }))).toBe('ok');
    expect((await bad({ ...SMALL, items: [deep(7)] })).ok).toBe(false);
    expect((await bad({ ...SMALL, title: { de: 'Fragebogen' } })).ok).toBe(false);
    expect((await bad({ ...SMALL, languages: [] })).ok).toBe(false);
  });
});
