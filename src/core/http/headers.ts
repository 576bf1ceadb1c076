import type { Drawn } from './drawn.ts';

/** Headers of every answer: what a browser may do with it. */
export function securityHeaders(secure: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
  if (secure) headers['strict-transport-security'] = 'max-age=31536000';
  return headers;
}

/**
 * The page's content-security policy: nothing but our own images, and exactly the style blocks whose hashes are
 * given. No `unsafe-*`, no frame around us, forms only to ourselves, and no script but the one that stands inside the
 * few pages that ask for it, by its hash. It may fetch nothing, except from us where
 * the page says so; where the page says that it loads, what that script itself asks for may run too, and no other.
 */
export function pagePolicy({ styleHashes, scriptHashes = [], connects, loads }: Omit<Drawn, 'html'>): string {
  const styles = styleHashes.length > 0 ? styleHashes.join(' ') : "'none'";
  const scripts =
    scriptHashes.length > 0 ? ` script-src ${scriptHashes.join(' ')}${loads ? " 'strict-dynamic'" : ''};` : '';
  const connect = connects ? " connect-src 'self';" : '';
  return `default-src 'none';${scripts}${connect} style-src ${styles}; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}

/**
 * The program for phones: scripts, styles and pictures from files of this site alone, nothing that stands inside the
 * page, and nothing is sent anywhere else.
 */
export const PROGRAM_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Files are only looked at: nothing inside them may run or load. */
export const FILE_POLICY = "default-src 'none'; img-src 'self' data:; sandbox; frame-ancestors 'none'";
