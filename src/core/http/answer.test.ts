import { describe, expect, test } from 'vitest';
import { disposition, locationOf } from './answer.ts';

describe('where a redirect leads', () => {
  test('to addresses of this site, written as a header takes them', () => {
    expect(locationOf('/az/guba/plans?done=saved#row-3')).toBe('/az/guba/plans?done=saved#row-3');
    expect(locationOf('/az/guba/kənd yolu')).toBe('/az/guba/k%C9%99nd%20yolu');
    expect(locationOf('/az\r\nset-cookie: ortaq=x')).toBe('/azset-cookie:%20ortaq=x');
    expect(locationOf('/az?back=//evil.example')).toBe('/az?back=//evil.example');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/..//evil.example',
    '/az/../..//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'az/guba',
    '',
  ])('never to %j', (to) => {
    expect(() => locationOf(to)).toThrow('lead away');
  });
});

describe('the name under which a file is saved', () => {
  test('is plain for old programs and true for new ones', () => {
    expect(disposition('plan 2017.csv')).toBe(`attachment; filename="plan_2017.csv"; filename*=UTF-8''plan%202017.csv`);
    expect(disposition("Şəki (1)'s*.csv")).toBe(
      `attachment; filename="_ki_1_s_.csv"; filename*=UTF-8''%C5%9E%C9%99ki%20%281%29%27s%2A.csv`,
    );
  });

  test.each(['a\r\nset-cookie: x=1.csv', 'a"; filename="b.exe', '\ud800.csv', '../../etc/passwd', 'a\0b'])(
    'cannot break out of its header: %j',
    (name) => {
      const header = disposition(name);
      expect(header).toMatch(/^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.%~!-]*$/);
      expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
    },
  );
});
