import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, type Stage, stage } from '#core/db/testing/stage.ts';
import { day } from '#core/time/plain-date.ts';
import { addCalendarDay, withdrawCalendarDay } from '#modules/obligations/calendar/commands.ts';
import type { Assembly } from '../assembly.ts';
import { due } from './due.ts';

const ASKED = { country: 'AZ', received: '2026-03-19', 'working-days': '7', json: true as const };

/** What the command answers over the database of a stage. */
async function answer(on: Stage) {
  const said: string[] = [];
  const voice = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
  const assembly = { database: on.house.database } as Assembly;
  const exit = await due.run!(voice, { words: [], options: ASKED, file: null }, assembly);
  return { exit, ...JSON.parse(said.join('')) };
}

both('ortaq due', (scratch) => {
  it('counts a day that was added to the calendar, and no longer once it was taken back', async () => {
    const on = await stage(scratch);
    expect(await answer(on)).toMatchObject({ exit: 0, due: '2026-04-08' });
    const added = await asSystem(on)(addCalendarDay, {
      ...{ country: 'AZ', day: day('2026-04-08'), kind: 'rest', name: { az: 'İstirahət günü' } },
      ...{ source: 'Cabinet of Ministers, No 9', url: null },
    });
    if (!added.ok) throw new Error(JSON.stringify(added.refusal));
    const longer = await answer(on);
    expect(longer.due).toBe('2026-04-09');
    expect(longer.days.find((one: { date: string }) => one.date === '2026-04-08')).toMatchObject({
      counted: false,
      source: 'Cabinet of Ministers, No 9',
    });
    await asSystem(on)(withdrawCalendarDay, { day: added.value.id, reason: 'Entered by mistake' });
    expect((await answer(on)).due).toBe('2026-04-08');
  });

  it('can be a working Saturday, which makes the term end earlier', async () => {
    const on = await stage(scratch);
    await asSystem(on)(addCalendarDay, {
      ...{ country: 'AZ', day: day('2026-04-04'), kind: 'working', name: { az: 'İş günü' } },
      ...{ source: 'Cabinet of Ministers, No 10', url: null },
    });
    expect((await answer(on)).due).toBe('2026-04-07');
  });
});
