import { DAY, formatted, isTime, midnightOf, momentOf, shareOfDay } from '../../moments/rules.ts';
import type { Functions, Use, Value } from '../../schema.ts';
import { isMoment, textOf } from '../../values/rules.ts';

/** Functions of days and times. */
export const MOMENTS: Functions = {
  today: { least: 0, most: 0, run: ({ scope: { world } }) => day(midnightOf(world.now, world.zone)) },
  now: { least: 0, most: 0, run: ({ scope: { world } }) => ({ moment: world.now, shown: 'moment' }) },
  date: { least: 1, most: 1, run: date },
  'date-time': { least: 1, most: 1, run: date },
  'decimal-date-time': { least: 1, most: 1, run: (use) => momentIn(use) / DAY },
  'decimal-time': { least: 1, most: 1, run: (use) => shareOfDay(use.text(0), use.scope.world.zone) },
  'format-date': { least: 2, most: 2, run: (use) => format(use, false) },
  'format-date-time': { least: 2, most: 2, run: (use) => format(use, true) },
};

/** No answer stays no answer; a number counts days since 1970. */
function date(use: Use): Value {
  const value = use.value(0);
  if (typeof value === 'boolean') return '';
  if (isMoment(value)) return value;
  return typeof value !== 'number' && use.text(0) === '' ? '' : day(momentIn(use));
}

function momentIn(use: Use): number {
  const value = use.value(0);
  if (isMoment(value)) return value.moment;
  if (typeof value === 'number') return Math.round(value * DAY);
  return momentOf(textOf(value, use.scope.world.zone), use.scope.world.zone) ?? Number.NaN;
}

function format(use: Use, withTime: boolean): string {
  const { zone, language } = use.scope.world;
  const text = use.text(0);
  const moment = withTime && isTime(text) ? momentOf(`1970-01-01T${text}`, zone)! : momentIn(use);
  return formatted(moment, use.text(1), zone, language, withTime);
}

const day = (moment: number): Value => ({ moment, shown: 'day' });
