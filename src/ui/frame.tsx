import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#core/i18n/lang.ts';
import { FormId } from './form-id.ts';
import { Head } from './head.tsx';
import { Link } from './link.tsx';
import { Ribbon } from './motif.tsx';
import { stylesFor } from './styles/inline.ts';
import type { Frame, LanguageLink } from './surroundings.ts';

export type { Frame } from './surroundings.ts';

/** A whole document, and the hashes that its security policy must list (quotes included). */
export interface Framed {
  readonly html: string;
  readonly styleHashes: readonly string[];
  readonly scriptHashes: readonly string[];
  /** Its script may speak with us. */
  readonly connects: boolean;
}

/** Draws the document around a page: pure, styles of the used blocks inside, no script but the one it asks for. */
export function frame(f: Frame): Framed {
  const body = renderToString(
    <FormId.Provider value={f.formId ?? null}>
      <Body f={f} />
    </FormId.Provider>,
  );
  const styles = stylesFor(body);
  const head = renderToString(<Head f={f} />);
  const defs = styles.defs ? `<svg class="vh" aria-hidden="true" width="0" height="0">${styles.defs}</svg>` : '';
  const html =
    `<!doctype html><html lang="${f.lang.code}" class="motif-${f.forum?.motif ?? 1}"><head>${head}${styles.tags}</head>` +
    `<body>${body}${defs}${f.script ? `<script>${f.script}</script>` : ''}</body></html>`;
  return {
    html,
    styleHashes: styles.hashes,
    scriptHashes: f.script ? [hashOf(f.script)] : [],
    connects: f.page.connects ?? false,
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
      <Footer f={f} />
    </>
  );
}

const Header = ({ f }: { readonly f: Frame }) => (
  <header class="top">
    <div class="wrap">
      <Brand f={f} />
      <Tools f={f} />
      {f.menu.length > 0 ? (
        <nav class="menu" aria-label={f.lang.t('ui.menu')}>
          <ul>
            {f.menu.map((entry) => (
              <li key={entry.id}>
                <Link href={entry.href} current={entry.id === f.page.menu ? 'true' : undefined}>
                  {entry.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
    <Ribbon motif={f.forum?.motif ?? 1} />
  </header>
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

const Footer = ({ f }: { readonly f: Frame }) => (
  <footer class="foot">
    <div class="wrap">
      {f.footer.length > 0 ? (
        <nav aria-label={f.lang.t('ui.footer')}>
          <ul>
            {f.footer.map((link) => (
              <li key={link.href}>
                <Link href={link.href}>{link.label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <p>{f.lang.t('ui.made_with')}</p>
    </div>
  </footer>
);
