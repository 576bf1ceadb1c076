import { expect, it } from 'vitest';
import { assistedState, lentRoles } from './rules.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));

it('lasts until its last minute and only while the helper is signed in; closed is closed', () => {
  const session = { endsAt: at(30), endedAt: null };
  expect(assistedState(session, at(29), true)).toBe('live');
  expect(assistedState(session, at(30), true)).toBe('over');
  expect(assistedState(session, at(10), false)).toBe('over');
  expect(assistedState({ ...session, endedAt: at(5) }, at(10), true)).toBe('ended');
});

it('lends what a person does for bodies of this forum, never staff power', () => {
  const roles = [
    { role: 'executor', forum: 'f', body: 'b' },
    { role: 'coordinator', forum: 'f', body: null },
    { role: 'operator', forum: null, body: null },
    { role: 'executor', forum: 'g', body: 'b' },
  ];
  expect(lentRoles(roles, 'f')).toEqual([roles[0]]);
});
