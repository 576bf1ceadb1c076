import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Page } from '#core/http/route.ts';
import { DemonstrationBanner } from './banner.tsx';
import { type Frame, frame } from './frame.tsx';
import { favicon, Ribbon } from './motif.tsx';
import { testLang } from './test-lang.ts';
import { PageTitle } from './title.tsx';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;

function framed(changes: Partial<Frame> = {}, page: Partial<Page> = {}) {
  const lang = testLang('az');
  const drawn = frame({
    lang,
    page: { title: 'Yerli Fəaliyyət Planı', main: <PageTitle title="Yerli Fəaliyyət Planı" />, ...page },
    forum: {
      name: 'Nümunə platforması',
      motto: 'bir masa arxasında',
      href: '/az/numune',
      motif: 2,
      demonstration: false,
    },
    menu: [
      { id: 'plan', label: 'Plan və icra', href: '/az/numune/plans' },
      { id: 'take-part', label: 'İştirak edin', href: '/az/numune/proposals' },
    ],
    languages: [
      { code: 'az', label: 'Az', href: '/az/numune/plans?state=late', current: true },
      { code: 'en', label: 'En', href: '/en/numune/plans?state=late', current: false },
    ],
    person: null,
    signInHref: '/az/sign-in',
    footer: [{ label: 'Açıq məlumatlar', href: '/az/numune/data' }],
    banner: null,
    canonical: 'https://example.az/az/numune/plans',
    ...changes,
  });
  return { ...drawn, html: drawn.html.join('') };
}

const count = (html: string, what: RegExp): number => (html.match(what) ?? []).length;

describe('frame', () => {
  test('is a whole document with language, one h1, skip link, landmarks and no script', () => {
    const { html } = framed();
    expect(html).toMatch(/^<!doctype html><html lang="az" class="motif-2"><head>/);
    expect(html).toContain('</body></html>');
    expect(count(html, /<h1/g)).toBe(1);
    expect(html).toMatch(/<body><a class="skip" href="#main">/);
    for (const landmark of [/<header/g, /<main id="main"/g, /<footer/g]) expect(count(html, landmark)).toBe(1);
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=|classname/i);
  });

  test('names page and forum, and says "demonstration" first where it is one', () => {
    expect(framed().html).toContain('<title>Yerli Fəaliyyət Planı – Nümunə platforması</title>');
    const forum = { name: 'Nümunə', motto: '', href: '/az/n', motif: 1, demonstration: true } as const;
    expect(framed({ forum }).html).toContain('<title>Nümunə məlumatı: Yerli Fəaliyyət Planı – Nümunə</title>');
  });

  test('links the same page in the other languages, absolute in the head', () => {
    const { html } = framed();
    expect(html).toContain(
      '<link rel="alternate" hreflang="en" href="https://example.az/en/numune/plans?state=late"/>',
    );
    expect(html).toContain('<a href="/en/numune/plans?state=late" hreflang="en" lang="en">En</a>');
    expect(html).toContain('<link rel="canonical" href="https://example.az/az/numune/plans"/>');
  });

  test('lists machine faces and keeps drafts out of search engines', () => {
    const { html } = framed(
      {},
      { alternates: [{ type: 'text/csv', href: '/az/numune/plans.csv', title: 'CSV' }], noindex: true },
    );
    expect(html).toContain('<link rel="alternate" type="text/csv" href="/az/numune/plans.csv" title="CSV"/>');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });

  test('marks the current menu entry', () => {
    expect(framed({}, { menu: 'plan' }).html).toContain(
      '<a href="/az/numune/plans" aria-current="true">Plan və icra</a>',
    );
    expect(framed().html).not.toMatch(/<nav class="menu"[\s\S]*aria-current[\s\S]*<\/nav><\/div><svg/);
  });

  test('signs in by a link, out by a form', () => {
    expect(framed().html).toContain('<a href="/az/sign-in">Daxil olun</a>');
    const { html } = framed({ person: { name: 'Rəna', deskHref: '/az/desk', signOutHref: '/az/sign-out' } });
    expect(html).toContain('<form method="post" action="/az/sign-out">');
    expect(html).not.toContain('/az/sign-in');
  });

  test('a bare page has its content alone', () => {
    const { html } = framed({}, { bare: true });
    expect(html).not.toMatch(/<header|<footer|class="skip"/);
    expect(html).toContain('<main id="main"');
  });

  test('pages of the installation stand without forum', () => {
    expect(framed({ forum: null }).html).toContain('<title>Yerli Fəaliyyət Planı</title>');
  });

  test('hashes are those of its own style tags', () => {
    const { html, styleHashes } = framed();
    expect(styleHashes).toHaveLength(count(html, /<style>/g));
    expect(styleHashes.every((hash) => /^'sha256-[A-Za-z0-9+/]{43}='$/.test(hash))).toBe(true);
  });

  test('nothing that people wrote becomes markup', () => {
    const { html } = framed(
      {
        forum: { name: HOSTILE, motto: HOSTILE, href: HOSTILE, motif: 1, demonstration: true },
        menu: [{ id: 'x', label: HOSTILE, href: 'javascript:alert(1)' }],
        languages: [
          { code: 'az', label: HOSTILE, href: HOSTILE, current: true },
          { code: 'en', label: HOSTILE, href: 'javascript:alert(1)', current: false },
        ],
        person: { name: HOSTILE, deskHref: HOSTILE, signOutHref: HOSTILE },
        searchHref: HOSTILE,
        footer: [{ label: HOSTILE, href: 'data:text/html,x' }],
        canonical: HOSTILE,
        banner: (
          <DemonstrationBanner
            lang={testLang('az')}
            roles={[{ id: HOSTILE, label: HOSTILE }]}
            action={HOSTILE}
            current={null}
          />
        ),
      },
      {
        title: HOSTILE,
        description: HOSTILE,
        crumbs: [{ label: HOSTILE, href: HOSTILE }],
        alternates: [{ type: HOSTILE, href: 'javascript:alert(1)', title: HOSTILE }],
        main: <PageTitle title={HOSTILE} lede={HOSTILE} over={HOSTILE} state={HOSTILE} />,
      },
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/href="(javascript|data:text)/);
  });
});

test.each([1, 2, 3] as const)('ribbon and icon of motif %i weigh under 600 bytes each', (motif) => {
  expect(renderToString(<Ribbon motif={motif} />).length).toBeLessThan(600);
  const icon = favicon(motif);
  expect(icon).toMatch(/^data:image\/svg\+xml,%3Csvg/);
  expect(icon).not.toMatch(/["<>#]/);
  expect(icon.length).toBeLessThan(600);
});
