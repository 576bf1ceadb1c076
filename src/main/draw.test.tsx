import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { type Actor, holds, NOBODY } from '#core/actor.ts';
import { REFUSALS, type RefusalKind } from '#core/errors/result.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { Drawn } from '#core/http/drawn.ts';
import type { Web } from '#core/http/route.ts';
import { Lang } from '#core/i18n/lang.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import type { Module } from '#core/module.ts';
import { WHOLE } from '#core/opening/sight.ts';
import { SENTENCES } from '../texts.gen.ts';
import { draw, type Look, refusalPage } from './draw.tsx';

const guba: Forum = {
  id: '01900000-0000-7000-8000-000000000001',
  slug: 'guba',
  kind: 'living',
  name: { az: 'Quba <platforması>' },
  motto: {},
  country: 'AZ',
  languages: ['az', 'en', 'ru'],
  zone: 'Asia/Baku',
  motif: 1,
  demonstration: false,
};
const national: Forum = {
  ...guba,
  id: REFERENCE,
  slug: 'national',
  kind: 'reference',
  name: { en: 'National register' },
};

const person = (role: string, forum: string | null): Actor => ({
  kind: 'person',
  id: 'p',
  name: 'Rəna',
  roles: [{ role, forum, body: null }],
});

const webOf = (path: string, given: Partial<Web> & { code?: LanguageCode } = {}): Web => {
  const { code = 'en', ...rest } = given;
  return {
    method: 'GET',
    url: new URL(path, 'http://localhost:3000'),
    lang: new Lang(code, SENTENCES[code]),
    forum: guba,
    actor: NOBODY,
    sight: WHOLE,
    ...rest,
  } as Web;
};

const modules = [
  {
    menu: [
      { id: 'b', order: 2, label: () => 'Second', path: '/b' },
      {
        id: 'staff',
        order: 3,
        label: () => 'For staff',
        path: '/c',
        shownTo: (actor: Actor) => holds(actor, 'secretary', guba.id),
      },
    ],
  },
  { menu: [{ id: 'a', order: 1, label: () => 'First', path: '/a' }] },
  {},
] as unknown as readonly Module[];

const look: Look = {
  modules,
  publicUrl: 'https://forum.example.org',
  demonstrationRoles: [{ role: 'coordinator', name: 'identity.role.coordinator' }],
};
const textOf = ({ html }: Drawn): string => [html].flat().join('');
const drawn = (web: Web): string => textOf(draw(look, web, { title: 'A page', main: 'words' }));
const hrefs = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');

describe('the frame', () => {
  test('has the menu of all modules in its order, and what is for staff only for staff', () => {
    const html = drawn(webOf('/en/guba/plans'));
    expect([...html.matchAll(/href="\/en\/guba(\/[abc])"/g)].map(([, path]) => path)).toEqual(['/a', '/b']);
    expect(drawn(webOf('/en/guba', { actor: person('secretary', guba.id) }))).toContain('For staff');
    expect(drawn(webOf('/en/guba', { forum: { ...guba, kind: 'record' } }))).not.toContain('/en/guba/a');
  });

  test('has one entry for several pages of one question, which leads to the first that is public', () => {
    const own = { id: 'd', order: 9, label: () => 'Decisions' };
    const menu = ['/members', '/documents'].map((path) => ({ ...own, path }));
    const parts = menu.map(({ path }) => ({ id: path.slice(1), name: 'x', paths: [path], files: false }));
    const two = { ...look, modules: [{ menu, parts }] as unknown as readonly Module[] };
    const leads = (shows: (part: string) => boolean) =>
      hrefs(textOf(draw(two, webOf('/en/guba', { sight: { ...WHOLE, shows } }), { title: 'A page', main: '' }))).filter(
        (href) => menu.some(({ path }) => href === `/en/guba${path}`),
      );
    expect(leads(() => true)).toEqual(['/en/guba/members']);
    expect(leads((part) => part === 'documents')).toEqual(['/en/guba/documents']);
    expect(leads(() => false)).toEqual([]);
  });

  test('leads to the same page in other languages, its query kept, its secret not', () => {
    const html = drawn(webOf('/en/guba/plans?state=late&deed=SECRET'));
    expect(hrefs(html)).toEqual(expect.arrayContaining(['/az/guba/plans?state=late', '/ru/guba/plans?state=late']));
    expect(html).not.toContain('SECRET');
    const link: Actor = {
      kind: 'link',
      deed: { id: 'd', command: 'x', object: 'y', forum: guba.id, body: null },
      person: null,
    };
    expect(hrefs(drawn(webOf('/en/guba/plans?deed=SECRET', { actor: link })))).toContain('/ru/guba/plans?deed=SECRET');
  });

  test('never leads to another site, whatever the address', () => {
    for (const path of [
      '//evil.example/x',
      '/en//evil.example',
      '/en/guba/"><script>',
      '/en?x="><script>alert(1)</script>',
      '/\u202Een',
    ]) {
      const html = drawn(webOf(`http://localhost:3000${path}`));
      expect(html).not.toContain('<script');
      for (const href of hrefs(html))
        expect(href).toMatch(/^(\/(az|en|ru)([/?]|$)|#|data:|https:\/\/forum\.example\.org\/)/);
    }
  });

  test('names the public address as the one of the page, without the query', () => {
    expect(drawn(webOf('/en/guba/plans?deed=SECRET'))).toContain(
      '<link rel="canonical" href="https://forum.example.org/en/guba/plans"',
    );
  });

  test('of the installation names no forum, of the national register that one', () => {
    expect(drawn(webOf('/en/sign-in', { forum: national }))).not.toContain('National register');
    expect(drawn(webOf('/en/nationals', { forum: national }))).not.toContain('National register');
    for (const path of ['/en/national', '/en/national/plans'])
      expect(drawn(webOf(path, { forum: national }))).toContain('National register');
  });

  test('says who is signed in and where their desk is', () => {
    const html = drawn(webOf('/en/guba', { actor: person('secretary', guba.id) }));
    expect(html).toContain('Rəna');
    expect(hrefs(html)).toContain('/en/guba/desk');
    expect(html).toContain('action="/en/sign-out"');
    expect(hrefs(drawn(webOf('/en/me', { forum: national, actor: person('operator', null) })))).toContain('/en/me');
    expect(hrefs(drawn(webOf('/en/guba')))).toContain('/en/sign-in');
  });

  test('writes names as text', () => {
    expect(drawn(webOf('/en/guba'))).toContain('Quba &lt;platforması');
  });
});

describe('a demonstration', () => {
  const forum = { ...guba, demonstration: true };

  test('says so on every page, and lets look as each role and come back', () => {
    const html = drawn(webOf('/en/guba/plans', { forum }));
    expect(html).toContain('action="/en/guba/demo/look"');
    expect(html).toContain('value="/en/guba/plans"');
    expect(drawn(webOf('/en/guba/plans', { forum, method: 'POST' }))).not.toContain('value="/en/guba/plans"');
    expect(drawn(webOf('/en/guba/plans', { forum: { ...forum, kind: 'record' } }))).not.toContain(
      'value="coordinator"',
    );
    expect(drawn(webOf('/en/guba/plans'))).not.toContain('demo/look');
  });

  test('is taken away only by who runs the installation', () => {
    const removal = '/en/guba/demo/removal';
    for (const actor of [NOBODY, person('coordinator', guba.id), person('operator', guba.id)])
      expect(hrefs(drawn(webOf('/en/guba', { forum, actor })))).not.toContain(removal);
    expect(hrefs(drawn(webOf('/en/guba', { forum, actor: person('operator', null) })))).toContain(removal);
  });
});

describe('the page of a "no"', () => {
  test.each(LANGUAGES)('has a title, a reason and a way on for every kind in %s', (code) => {
    for (const kind of Object.keys(REFUSALS) as RefusalKind[]) {
      const page = refusalPage(webOf('/en', { code }), { kind, message: { key: 'errors.busy' } }, null);
      const html = renderToString(page.main as VNode);
      expect(page.title.length).toBeGreaterThan(5);
      expect(html).toContain(String(REFUSALS[kind]));
      expect(html).toContain(`href="/${code}${kind === 'sign_in' ? '/sign-in' : ''}"`);
    }
  });

  test('of a fault says the reference number and 500, whatever the kind', () => {
    const page = refusalPage(webOf('/en'), { kind: 'sign_in', message: { key: 'errors.surprise' } }, 'REF-1');
    const html = renderToString(page.main as VNode);
    for (const word of ['500', 'REF-1', 'href="/en"']) expect(html).toContain(word);
  });

  test('lists each wrong field, as text', () => {
    const fields = [{ field: 'a', message: { key: 'errors.bad_method', params: { method: '<img src=x>' } } }];
    const page = refusalPage(webOf('/en'), { kind: 'bad_input', message: { key: 'errors.busy' }, fields }, null);
    expect(renderToString(page.main as VNode)).toContain('<li>This address does not take the method &lt;img src=x');
  });
});
