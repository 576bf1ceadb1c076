import { expect, test } from 'vitest';
import { isForMachine } from './machine.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

test.each([
  ['/az/guba/plans', BROWSER, false],
  ['/az/guba/plans/local.csv', BROWSER, false],
  ['/az/guba/plans/local.csv', '*/*', true],
  ['/az/guba/plans/local.json', BROWSER, true],
  ['/az/guba/plans', 'application/json', true],
  ['/az/guba/plans', '*/*', false],
  ['/api/plans', BROWSER, true],
])('%s asked with %s is for a machine: %s', (path, accept, expected) => {
  expect(isForMachine({ url: new URL(path, 'http://localhost'), header: () => accept })).toBe(expected);
});
