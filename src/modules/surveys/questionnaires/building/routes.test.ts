// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how expressions name questions
import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { SEEN, seenOf } from '#core/errors/seen.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { editionRoutes } from '../editions/routes.ts';
import { questionnaireByNumber } from '../queries.ts';
import { questionnaireRoutes } from '../routes.ts';
import { itemAt, placedItems } from '../rules.ts';
import type { Item, Question } from '../schema.ts';
import { buildingRoutes } from './routes.ts';
import { CHOICE_ROWS, itemValues } from './values/rules.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const Q = '/surveys/questionnaires';
const come = (on: Stage, role: string | null) =>
  visitor(on, {
    routes: [...questionnaireRoutes, ...buildingRoutes, ...editionRoutes],
    langs,
    language: 'en',
    ...(role ? { actor: person(on.forum.id, role) } : {}),
  });
const draftOf = async (on: Stage) =>
  (await questionnaireByNumber(on.house.database.db, on.forum.id, '1'))!.draft.content;
const itemOf = async (on: Stage, path: string): Promise<Item> => itemAt(await draftOf(on), path)!.item;

async function begun(on: Stage) {
  const staff = come(on, 'analyst');
  const made = await staff.post(Q, { title: 'Bank services', languages: ['az'] });
  expect(made.to).toContain(`${Q}/1?done=begun`);
  const add = (typed: Record<string, string>) => staff.post(`${Q}/1/items`, { asked: 'always', ...typed });
  await add({
    kind: 'select_one',
    label: 'Do you use a bank?',
    more_choices: 'Yes\nNo',
    required: 'yes',
    name: 'uses',
  });
  await add({ kind: 'integer', label: 'How old are you?', least: '18', most: '99', name: 'age' });
  return { staff, add };
}

both('writing questions in the pages', (scratch) => {
  it('asks a question only after an answer that is written in words, and refuses an answer that is none', async () => {
    const on = await stage(scratch);
    const { add } = await begun(on);
    const skip = { kind: 'text', label: 'Why not?', name: 'why', asked: 'if', condition_0_question: 'uses' };
    const wrong = await add({ ...skip, condition_0_is: 'is', condition_0_value: 'Maybe' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('The question has no choice “Maybe”');
    await add({ ...skip, condition_0_is: 'is', condition_0_value: 'no' });
    expect((await itemOf(on, 'why')).relevant).toBe("${uses} = 'no'");
    expect(((await itemOf(on, 'age')) as Question).constraint).toBe('. >= 18 and . <= 99');
    const page = await come(on, 'analyst').get(`${Q}/1`);
    expect(page.text).toContain('only if question 1 is “No”');
  });

  it('follows a new name in every rule, and names an unknown one with the nearest', async () => {
    const on = await stage(scratch);
    const { staff, add } = await begun(on);
    const near = await add({ kind: 'calculate', name: 'young', calculation: '${agee} < 30' });
    expect(near.text).toContain('Did you mean “age”?');
    await add({ kind: 'calculate', name: 'young', calculation: '${age} < 30' });
    const values = itemValues(await draftOf(on), await itemOf(on, 'age'));
    const seen = seenOf(values, CHOICE_ROWS);
    await staff.post(`${Q}/1/items/age`, { ...values, name: 'years', [SEEN]: seen });
    expect(((await itemOf(on, 'young')) as Question).calculation).toBe('${years} < 30');
  });

  it('brings two editors of one question together, and two of different questions without a word', async () => {
    const on = await stage(scratch);
    const { staff } = await begun(on);
    const [uses, age] = [await itemOf(on, 'uses'), await itemOf(on, 'age')];
    const [a, b] = [itemValues(await draftOf(on), uses), itemValues(await draftOf(on), age)];
    const send = (path: string, was: typeof a, typed: Record<string, string>) =>
      staff.post(`${Q}/1/items/${path}`, { ...was, ...typed, [SEEN]: seenOf(was, CHOICE_ROWS) });
    expect((await send('uses', a, { label: 'Do you have a bank account?' })).to).toContain('done=kept');
    expect((await send('age', b, { most: '110' })).to).toContain('done=kept');
    const late = await send('uses', a, { hint: 'Any bank', label: 'Is there a bank?' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('Do you have a bank account?');
    expect((await itemOf(on, 'uses')).label).toEqual({ az: 'Do you have a bank account?' });
  });

  it('makes a table of rows, moves questions into sections and out, copies and takes away', async () => {
    const on = await stage(scratch);
    const { staff, add } = await begun(on);
    await add({ kind: 'matrix', label: 'How satisfied?', name: 'sat', rows: 'Queue\nFees', more_choices: 'Good\nBad' });
    const order = async () => placedItems((await draftOf(on)).items).map(({ path }) => path);
    expect(await order()).toEqual(['uses', 'age', 'sat', 'sat~sat_queue', 'sat~sat_fees']);
    await staff.post(`${Q}/1/order`, { move: 'down age' });
    expect(await order()).toEqual(['uses', 'sat', 'sat~age', 'sat~sat_queue', 'sat~sat_fees']);
    await staff.post(`${Q}/1/order`, { move: 'up sat~age' });
    await staff.post(`${Q}/1/items/uses/copies`, {});
    expect(await order()).toEqual(['uses', 'uses_2', 'age', 'sat', 'sat~sat_queue', 'sat~sat_fees']);
    await staff.post(`${Q}/1/items/sat/removal`, {});
    expect(await order()).toEqual(['uses', 'uses_2', 'age']);
    expect(Object.keys((await draftOf(on)).lists)).toEqual(['uses']);
  });

  it('shows a questionnaire to visitors when an edition is frozen, and what the next one asks otherwise', async () => {
    const on = await stage(scratch);
    const { staff, add } = await begun(on);
    const stranger = come(on, null);
    expect((await stranger.get(`${Q}/1`)).status).toBe(404);
    expect((await stranger.get(`${Q}/1/items/age`)).status).toBe(401);
    const freeze = async () => {
      const kept = await questionnaireByNumber(on.house.database.db, on.forum.id, '1');
      return staff.post(`${Q}/1/editions`, { draft: kept!.draft.id });
    };
    expect((await freeze()).to).toContain('/editions/1?done=frozen');
    expect((await stranger.get(`${Q}/1`)).text).toContain('Do you use a bank?');
    await add({ kind: 'date', label: 'Since when?', name: 'since' });
    expect((await stranger.get(`${Q}/1`)).text).not.toContain('Since when?');
    expect((await freeze()).to).toContain('/editions/2');
    const changes = await stranger.get(`${Q}/1/editions/2/changes`);
    expect(changes.text).toContain('Since when?');
    expect(changes.text).not.toContain('Do you use a bank?');
  });
});
