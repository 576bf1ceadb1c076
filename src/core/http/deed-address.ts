import type { Refusal } from '#core/errors/result.ts';
import type { Web } from './route.ts';

/** The address of a form below the forum that keeps the one-deed link by which somebody came. */
export const withDeed = (web: Pick<Web, 'url' | 'at'>, path: string): string => {
  const deed = web.url.searchParams.get('deed');
  return deed ? `${web.at(path)}?deed=${encodeURIComponent(deed)}` : web.at(path);
};

/** Came by a link that lets nobody in: mistyped, forged, used up or out of date. */
export const hasDeadLink = ({ url, actor }: Pick<Web, 'url' | 'actor'>): boolean =>
  actor.kind === 'nobody' && url.searchParams.has('deed');

/** Who came by such a link is told of the link: an account is not what they lack. */
export const saidOfLink = (web: Pick<Web, 'url' | 'actor'>, no: Refusal): Refusal =>
  no.kind === 'sign_in' && hasDeadLink(web) ? { kind: 'gone', message: { key: 'errors.deed_dead' } } : no;
