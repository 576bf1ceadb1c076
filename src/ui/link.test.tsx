import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Link, safeHref } from './link.tsx';

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u00a0javascript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://x/y',
  'view-source:x',
])('%j is not followed', (href) => {
  expect(safeHref(href)).toBeNull();
  const html = renderToString(<Link href={href}>words</Link>);
  expect(html).toBe('<span>words</span>');
});

test.each([
  '/az/numune/plans',
  '?sort=due',
  '#main',
  'plans/1.3',
  './a:b',
  '/a:b',
  '?x=javascript:1',
  'https://example.az/x',
  'HTTP://example.az',
  'mailto:a@example.az',
  'sms:+994501234567?&body=x',
  'tel:+994123',
  '',
])('%j is followed', (href) => {
  expect(safeHref(href)).toBe(href);
});

test('an address stays one attribute', () => {
  expect(renderToString(<Link href={'/x" onclick="y'}>a</Link>)).toBe('<a href="/x&quot; onclick=&quot;y">a</a>');
});
