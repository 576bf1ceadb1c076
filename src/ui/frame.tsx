import { createHash } from 'node:crypto';
import type { Pieces } from '#core/cache/pieces.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { FormId } from './form-id.ts';
import { Head } from './head.tsx';
import { Link } from './link.tsx';
import { Ribbon } from './motif.tsx';
import { piece } from './piece.ts';
import { render } from './render.ts';
import { stylesFor } from './styles/inline.ts';
import type { Frame, LanguageLink } from './surroundings.ts';

export type { Frame } from './surroundings.ts';

/** A whole document, and the hashes that its security policy must list (quotes included). */
export interface Framed {
  /** In parts, to be sent one after the other. */
  readonly html: readonly string[];
  readonly styleHashes: readonly string[];
  readonly scriptHashes: readonly string[];
  /** Its script may speak with us. */
  readonly connects: boolean;
  /** Its script loads another one of ours. */
  readonly loads: boolean;
}

/** Draws the document around a page: pure, styles of the used blocks inside, no script but the one it asks for. */
export function frame(f: Frame, pieces?: Pieces): Framed {
  const body = render(<Body f={f} />, { told: new Map([[FormId, f.formId ?? null]]), pieces });
  const styles = stylesFor(body.worn);
  const head = render(<Head f={f} />);
  const defs = styles.defs ? `<svg class="vh" aria-hidden="true" width="0" height="0">${styles.defs}</svg>` : '';
  const html = [
    `<!doctype html><html lang="${f.lang.code}" class="motif-${f.forum?.motif ?? 1}"><head>`,
    ...head.parts,
    styles.tags,
    '</head><body>',
    ...body.parts,
    `${defs}${f.script ? `<script>${f.script}</script>` : ''}</body></html>`,
  ];
  const scriptHashes = f.script ? [hashOf(f.script)] : [];
  return {
    html,
    styleHashes: styles.hashes,
    scriptHashes,
    connects: f.page.connects ?? false,
    loads: f.page.loads ?? false,
  };
}

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

function Body({ f }: { readonly f: Frame }) {
  if (f.page.bare) {
    return (
      <main id="main" class="wrap" tabindex={-1}>
        {f.page.main}
      </main>
    );
  }
  return (
    <>
      <a class="skip" href="#main">
        {f.lang.t('ui.skip')}
      </a>
      {f.banner}
      <Header f={f} />
      <div class="wrap">
        <Crumbs f={f} />
        <main id="main" tabindex={-1}>
          {f.page.main}
        </main>
      </div>
      <Footer lang={f.lang} links={f.footer} />
    </>
  );
}

const Header = ({ f }: { readonly f: Frame }) => (
  <header class="top">
    <div class="wrap">
      <Brand f={f} />
      <Tools f={f} />
      {f.menu.length > 0 ? <Menu lang={f.lang} entries={f.menu} current={f.page.menu} /> : null}
    </div>
    <Ribbon motif={f.forum?.motif ?? 1} />
  </header>
);

interface MenuProps {
  readonly lang: Lang;
  readonly entries: Frame['menu'];
  readonly current: string | undefined;
}

const Menu = piece(
  ({ lang, entries, current }: MenuProps) => (
    <nav class="menu" aria-label={lang.t('ui.menu')}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Link href={entry.href} current={entry.id === current ? 'true' : undefined}>
              {entry.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  ),
  ({ entries, current }) => `${entries[0]?.href} ${current}`,
);

const Brand = ({ f }: { readonly f: Frame }) =>
  f.forum ? (
    <Link class="brand" href={f.forum.href}>
      {f.forum.name}
      {f.forum.motto ? <small>{f.forum.motto}</small> : null}
    </Link>
  ) : (
    <Link class="brand" href={`/${f.lang.code}`}>
      Ortaq
      <small>{f.lang.t('ui.software')}</small>
    </Link>
  );

function Tools({ f }: { readonly f: Frame }) {
  const { lang, person, searchHref, signInHref } = f;
  return (
    <div class="tools">
      {searchHref ? <Link href={searchHref}>{lang.t('ui.search')}</Link> : null}
      {f.languages.length > 1 ? <Languages lang={lang} languages={f.languages} /> : null}
      {person ? (
        <>
          <Link href={person.deskHref}>{lang.t('ui.desk')}</Link>
          <form method="post" action={person.signOutHref}>
            <button class="plain" type="submit">
              {lang.t('ui.sign_out', { name: person.name })}
            </button>
          </form>
        </>
      ) : null}
      {!person && signInHref ? <Link href={signInHref}>{lang.t('ui.sign_in')}</Link> : null}
    </div>
  );
}

const Languages = ({ lang, languages }: { readonly lang: Lang; readonly languages: readonly LanguageLink[] }) => (
  <nav class="langs" aria-label={lang.t('ui.languages')}>
    {languages.map(({ code, label, href, current }) =>
      current ? (
        <span key={code} lang={code} aria-current="true">
          {label}
        </span>
      ) : (
        <Link key={code} href={href} hreflang={code} lang={code}>
          {label}
        </Link>
      ),
    )}
  </nav>
);

function Crumbs({ f }: { readonly f: Frame }) {
  const crumbs = f.page.crumbs ?? [];
  if (crumbs.length === 0) return null;
  return (
    <nav class="crumb" aria-label={f.lang.t('ui.crumbs')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <Link href={crumb.href}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface FooterProps {
  readonly lang: Lang;
  readonly links: Frame['footer'];
}

const Footer = piece(
  ({ lang, links }: FooterProps) => (
    <footer class="foot">
      <div class="wrap">
        {links.length > 0 ? (
          <nav aria-label={lang.t('ui.footer')}>
            <ul>
              {links.map((link) => (
                <li key={link.href}>
                  <Link href={link.href}>{link.label}</Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <p>{lang.t('ui.made_with')}</p>
      </div>
    </footer>
  ),
  ({ lang, links }) => `${lang.code} ${links[0]?.href}`,
);
