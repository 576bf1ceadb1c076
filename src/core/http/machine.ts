import type { Web } from './route.ts';

/** Addresses that only programs read; a person who follows a link to a table gets a page. */
const FOR_MACHINES = /\.(json|csv|xlsx|ics|atom|geojson|xml)$/;

/** Does a program ask, which takes a "no" as problem+json (RFC 9457), or a person, who gets a page? */
export function isForMachine(web: Pick<Web, 'url' | 'header'>): boolean {
  const { pathname } = web.url;
  const accept = web.header('accept') ?? '';
  if (pathname.startsWith('/api/') || pathname.endsWith('.json')) return true;
  return !accept.includes('html') && (accept.includes('json') || FOR_MACHINES.test(pathname));
}
