import { expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { isCallDue } from './rules.ts';

const at = (text: string) => new Date(`${text}T08:00:00Z`);
const due = (toldAt: Date | null, today: string, until = at('2026-12-20')) =>
  isCallDue({ toldAt, until }, 'Asia/Baku', day(today));

it('lists who was never told', () => expect(due(null, '2026-11-23')).toBe(true));

it('leaves who was told in peace for three days, but not on the last day of the link', () => {
  const told = at('2026-11-23');
  expect(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((today) => due(told, today))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(due(told, '2026-11-24', at('2026-11-24'))).toBe(true);
  expect(due(told, '2026-11-23', at('2026-11-23'))).toBe(false);
});
