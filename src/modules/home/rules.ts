/** Addresses that mean something else below a language ("/az/sign-in"): no forum may take them. */
export const TAKEN_SLUGS: ReadonlySet<string> = new Set([
  ...['about', 'accessibility', 'api', 'data', 'demo', 'desk', 'dev', 'files', 'forums', 'log', 'me', 'method'],
  ...['national', 'people', 'privacy', 'sign-in', 'sign-out', 'start', 'search'],
]);
