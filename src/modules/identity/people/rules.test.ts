import { expect, it } from 'vitest';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { forumOfRole, leavesNobody, roleState } from './rules.ts';

const today = day('2026-11-23');
const role = (from: number, to: number | null, ended = false) => ({
  id: 'r1',
  role: 'coordinator',
  from: addDays(today, from),
  to: to === null ? null : addDays(today, to),
  endedAt: ended ? new Date('2026-11-23T08:00:00Z') : null,
});

it('holds a role from its first to its last day, both included', () => {
  expect(roleState(role(0, 0), today)).toBe('held');
  expect(roleState(role(-5, null), today)).toBe('held');
  expect(roleState(role(1, null), today)).toBe('future');
  expect(roleState(role(-5, -1), today)).toBe('past');
  expect(roleState(role(-5, null, true), today)).toBe('ended');
  expect(roleState(role(1, null, true), today)).toBe('ended');
});

it('sees whether a forum would be left alone', () => {
  const mine = role(-5, null);
  const other = { ...role(-5, null), id: 'r2' };
  expect(leavesNobody(mine, [mine], today)).toBe(true);
  expect(leavesNobody(mine, [mine, other], today)).toBe(false);
  expect(leavesNobody(mine, [mine, { ...role(1, null), id: 'r2' }], today)).toBe(true);
  expect(leavesNobody({ ...mine, role: 'member' }, [], today)).toBe(false);
  expect(leavesNobody(role(1, null), [], today)).toBe(false);
});

it('gives power over the installation to nobody made up', () => {
  const forum = { id: 'f', demonstration: true } as Forum;
  expect(forumOfRole('operator', forum)).toBe('f');
  expect(forumOfRole('operator', { ...forum, demonstration: false })).toBe(REFERENCE);
  expect(forumOfRole('coordinator', { ...forum, demonstration: false })).toBe('f');
});
