import type { Web } from './route.ts';

/** The address of a form below the forum that keeps the one-deed link by which somebody came. */
export const withDeed = (web: Pick<Web, 'url' | 'at'>, path: string): string => {
  const deed = web.url.searchParams.get('deed');
  return deed ? `${web.at(path)}?deed=${encodeURIComponent(deed)}` : web.at(path);
};
