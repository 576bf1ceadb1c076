import type { ComponentChildren } from 'preact';

const ALLOWED = new Set(['http', 'https', 'mailto', 'tel', 'sms']);

/**
 * The address when it is safe to follow: an address of this site, http(s), mail, telephone or SMS. Else null:
 * rendering lets `javascript:` and `data:` through, and addresses come from people and from imported files.
 */
export function safeHref(href: string): string | null {
  // Browsers drop control characters and blanks before they look for the scheme ("java\nscript:").
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are the trick
  const seen = href.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/g, '');
  const scheme = /^([^/?#]*?):/.exec(seen)?.[1]?.toLowerCase();
  return scheme === undefined || ALLOWED.has(scheme) ? href : null;
}

export interface LinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
  /** Language of the page behind it, where it is another. */
  readonly hreflang?: string | undefined;
  /** Language of the link's own words. */
  readonly lang?: string | undefined;
  /** This very page, or the current one of a row. */
  readonly current?: 'page' | 'true' | undefined;
  readonly rel?: string | undefined;
  /** Says more to a screen reader than the words do; must begin with the words. */
  readonly label?: string | undefined;
}

/** The one way to link. An address that must not be followed stays readable as plain text. */
export function Link({ href, children, class: name, current, label, ...rest }: LinkProps) {
  const safe = safeHref(href);
  if (safe === null) return <span class={name}>{children}</span>;
  return (
    <a href={safe} class={name} aria-current={current} aria-label={label} {...rest}>
      {children}
    </a>
  );
}

/** A link that looks like a button: only for the next step of a page ("Report what you saw"). */
export const ButtonLink = ({ second, ...link }: LinkProps & { readonly second?: boolean }) => (
  <Link {...link} class={second ? 'btn second' : 'btn'} />
);
