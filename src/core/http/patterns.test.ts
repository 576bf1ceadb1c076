import { describe, expect, test } from 'vitest';
import { inOrder, patternOf, trimmed } from './patterns.ts';

const forum = (path: string) => ({ scope: 'forum' as const, path });

describe('addresses of routes', () => {
  test('stand below their language and forum', () => {
    expect(patternOf({ scope: 'root', path: '/healthz' }).path).toBe('/healthz');
    expect(patternOf({ scope: 'root', path: '' }).path).toBe('/');
    expect(patternOf({ scope: 'installation', path: '/me' }).path).toBe('/:lang{(?:az|en|ru)}/me');
    expect(patternOf(forum('/plans/:plan')).path).toBe('/:lang{(?:az|en|ru)}/:forum{[a-z0-9-]+}/plans/:plan');
  });

  test('a suffix belongs to the address, not to the value', () => {
    const { path, suffixes } = patternOf(forum('/plans/:plan.csv'));
    expect(path).toMatch(/\/plans\/:plan\{\[\^\/\]\+\\\.csv\}$/);
    expect(trimmed({ plan: 'local-2017.csv', forum: 'x.csv' }, suffixes)).toEqual({
      plan: 'local-2017',
      forum: 'x.csv',
    });
    expect(trimmed({ plan: '.csv.csv' }, suffixes)).toEqual({ plan: '.csv' });
  });

  test('what is said exactly goes before what takes anything', () => {
    const given = ['/:x', '/plans/:plan', '/plans/:plan/edit', '/plans/:plan.csv', '/plans', '/plans/new'].map(forum);
    expect(inOrder(given).map(({ path }) => path)).toEqual([
      '/plans',
      '/plans/new',
      '/plans/:plan.csv',
      '/plans/:plan',
      '/plans/:plan/edit',
      '/:x',
    ]);
    const both = [forum(''), { scope: 'installation' as const, path: '/sign-in' }];
    expect(inOrder(both)[0]).toBe(both[1]);
  });
});
