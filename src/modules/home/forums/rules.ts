/** Addresses that mean something else below a language ("/az/sign-in"): no forum may take them. */
export const TAKEN_SLUGS: ReadonlySet<string> = new Set([
  ...[
    'about',
    'assisted',
    'accessibility',
    'api',
    'data',
    'demo',
    'demonstration',
    'desk',
    'dev',
    'duties',
    'files',
    'forums',
    'healthz',
  ],
  ...[
    'log',
    'me',
    'method',
    'national',
    'people',
    'privacy',
    'safety',
    'search',
    'sign-in',
    'sign-out',
    'sitemap',
    'start',
  ],
  ...['az', 'en', 'ru'],
]);

const LONGEST = 60;

/** Small Latin letters and digits, joined by single hyphens: what can be read out on the telephone. */
export const isAddress = (slug: string): boolean => slug.length <= LONGEST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);
