import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedMeanwhile, isAsSeen, isChangedMeanwhile, isFieldAsSeen, merge, seenOf, type Values } from './seen.ts';

const rows = [{ prefix: 'point', key: 'id' }];
const shown = {
  title: 'Plan',
  summary: 'Old',
  places: ['a', 'b'],
  point_0_id: '1',
  point_0_title: 'One',
  point_1_id: '2',
  point_1_title: 'Two',
};
const seen = seenOf(shown, rows);

describe('what a form showed', () => {
  it('is as it was until a field says something else', () => {
    expect(isAsSeen(seen, shown, rows)).toBe(true);
    expect(isAsSeen(seen, { ...shown, summary: ' Old\r\n', places: ['b', 'a'] }, rows)).toBe(true);
    expect(isAsSeen(seen, { ...shown, empty: '' }, rows)).toBe(true);
    for (const changed of [
      { summary: 'New' },
      { summary: '' },
      { places: ['a'] },
      { point_1_title: 'Other' },
      { more: 'x' },
    ])
      expect(isAsSeen(seen, { ...shown, ...changed }, rows)).toBe(false);
  });

  it('is not asked of who showed no form', () => {
    for (const none of [undefined, null, '']) expect(isAsSeen(none, shown)).toBe(true);
    // A form in which nothing stood has seen that nothing stood.
    expect([isAsSeen(seenOf({ a: '' }), {}), isAsSeen(seenOf({ a: '' }), { a: 'theirs' })]).toEqual([true, false]);
    expect(merge(seenOf({}), { a: 'theirs' }, { a: '' }).values).toEqual({ a: 'theirs' });
  });

  it('is told for one field of many', () => {
    const mark = seenOf({ day_1: '5', day_2: '6' });
    expect([isFieldAsSeen(mark, 'day_1', '5'), isFieldAsSeen(mark, 'day_1', '7')]).toEqual([true, false]);
    expect([isFieldAsSeen(mark, 'day_1', ''), isFieldAsSeen(mark, 'day_3', '')]).toEqual([false, true]);
    expect([isFieldAsSeen(seenOf({}), 'day_3', '4'), isFieldAsSeen(seenOf({}), 'day_3', '')]).toEqual([false, true]);
    for (const none of [undefined, null, '']) expect(isFieldAsSeen(none, 'day_1', '9')).toBe(true);
    const no = changedMeanwhile();
    expect(!no.ok && isChangedMeanwhile(no.refusal)).toBe(true);
  });
});

describe('two who save the same form', () => {
  const mergedWith = (now: Values, typed: Values) => merge(seen, now, { ...typed, seen }, rows);

  it('lose nothing: each field from whoever changed it', () => {
    const done = mergedWith({ ...shown, title: 'Their title' }, { ...shown, summary: 'My summary' });
    expect(done.values).toMatchObject({ title: 'Their title', summary: 'My summary' });
    expect(done.changes).toEqual([{ field: 'title', theirs: 'Their title', mine: 'Plan', both: false }]);
  });

  it('are asked where both changed the same, and not where both wrote the same', () => {
    const done = mergedWith(
      { ...shown, title: 'Theirs', summary: 'Same' },
      { ...shown, title: 'Mine', summary: 'Same' },
    );
    expect(done.values).toMatchObject({ title: 'Mine', summary: 'Same' });
    expect(done.changes).toEqual([{ field: 'title', theirs: 'Theirs', mine: 'Mine', both: true }]);
  });

  it('may both add a row, and move rows', () => {
    const theirs = { ...shown, point_2_id: '3', point_2_title: 'Their third' };
    const mine = { ...shown, point_2_id: '', point_2_title: 'My third', point_3_id: '', point_3_title: '' };
    const { values } = mergedWith(theirs, mine);
    expect(values).toMatchObject({
      point_2_id: '3',
      point_2_title: 'Their third',
      point_3_id: '',
      point_3_title: 'My third',
    });
    const turned = { ...shown, point_0_id: '2', point_0_title: 'Two', point_1_id: '1', point_1_title: 'One' };
    expect(mergedWith(turned, { ...shown, point_0_title: 'First' }).values).toMatchObject({
      ...{ point_0_id: '2', point_0_title: 'Two', point_1_id: '1', point_1_title: 'First' },
    });
  });

  it('may take a row away: it goes when the other left it, and is told when the other wrote in it', () => {
    const { point_1_id: _id, point_1_title: _title, ...theirs } = shown;
    const gone = mergedWith(theirs, shown);
    expect(Object.keys(gone.values).filter((name) => name.startsWith('point_1'))).toEqual([]);
    expect(gone.changes).toEqual([{ field: null, theirs: '', mine: 'Two', both: false }]);
    const written = mergedWith(theirs, { ...shown, point_1_title: 'Two, better' });
    expect(written.values).toMatchObject({ point_1_id: '', point_1_title: 'Two, better' });
    expect(written.changes).toEqual([{ field: 'point_1_title', theirs: '', mine: 'Two, better', both: true }]);
  });

  it('may write in rows within rows', () => {
    const nested = [rows[0]!, { prefix: 'point_\\[[^\\]]*\\]_target', key: 'id' }];
    const base = { ...shown, point_0_target_0_id: 'a', point_0_target_0_value: '1' };
    const theirs = { ...base, point_0_target_1_id: 'b', point_0_target_1_value: '2' };
    const mine = { ...base, point_0_target_0_value: '5', point_0_target_1_id: '', point_0_target_1_value: '3' };
    expect(merge(seenOf(base, nested), theirs, mine, nested).values).toMatchObject({
      ...{ point_0_target_0_id: 'a', point_0_target_0_value: '5' },
      ...{ point_0_target_1_id: 'b', point_0_target_1_value: '2', point_0_target_2_value: '3' },
    });
  });

  it('always: every change of either side stands in the form or is told', () => {
    const value = fc.constantFrom('', 'a', 'b', 'c');
    const form = fc.record({ x: value, y: value, z: value });
    fc.assert(
      fc.property(form, form, form, (base, theirs, mine) => {
        const done = merge(seenOf(base), theirs, mine);
        for (const name of ['x', 'y', 'z'] as const) {
          const told = done.changes.find(({ field }) => field === name);
          const stands = done.values[name];
          if (theirs[name] !== base[name]) expect(stands === theirs[name] || told?.theirs === theirs[name]).toBe(true);
          if (mine[name] !== base[name]) expect(stands).toBe(mine[name]);
          if (theirs[name] === base[name] && mine[name] === base[name])
            expect([stands, told]).toEqual([base[name], undefined]);
        }
        // Saved again with the mark of what stands now, it is no longer refused.
        expect(isAsSeen(seenOf(theirs), theirs)).toBe(true);
      }),
    );
  });
});
