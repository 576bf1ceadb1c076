import * as v from 'valibot';
import { command, done, YES } from '#core/command.ts';
import { day } from '#core/time/plain-date.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import { restore, withhold } from '../withholding-rows.ts';
import { asSystem, type Stage } from './stage.ts';

const DEMAND = { from: 'court', ground: 'decision No 7', on: day('2026-11-20') } as const;

/** Withholds a thing on a stage, as after a demand that was carried out. Gives what shows it again. */
export async function withheldOn(on: Stage, object: Withheld['object'], path: string): Promise<() => Promise<void>> {
  const deed = (run: Parameters<typeof command<null, null>>[0]['run']) =>
    asSystem(on)(command<null, null>({ name: 'core.tested', input: v.null(), access: () => YES, run }), null);
  let row = '';
  await deed(async (ctx) => {
    row = await withhold(ctx, { object, path, demand: { ...DEMAND, caseId: object.id } });
    return done(null, null);
  });
  return async () => {
    await deed(async (ctx) => {
      await restore(ctx, row);
      return done(null, null);
    });
  };
}
