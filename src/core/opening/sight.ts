import type { Actor, Held } from '#core/actor.ts';
import type { Refusal } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { isOpen, isShownPart, type Openness } from './openness.ts';
import { isBelow, type PagePart, partAt } from './part.ts';

/** What the one who asks may see of a forum that is not, or not wholly, public. */
export interface Sight {
  readonly openness: Openness;
  /** Works in the forum: sees all of it. */
  readonly inside: boolean;
  /** Works in the forum and looks as a stranger would. */
  readonly preview: boolean;
  /** Does this reader see this kind of pages? For what other pages say of them. */
  readonly shows: (part: string) => boolean;
}

/** Everything: for forums that hide nothing. */
export const WHOLE: Sight = {
  openness: { opened: true, opensOn: null, shown: 'every', level: 'open' },
  inside: false,
  preview: false,
  shows: () => true,
};

/** What modules declare of their pages. */
export interface Parts {
  readonly parts: readonly PagePart[];
  /** Addresses below a forum by which invited people come in: they open while it is in preparation. */
  readonly doors: readonly string[];
}

/**
 * Whoever has a part in the forum's work, or in running the installation; a resident's account is a stranger's. Through
 * a helper a person sees what they would see on a device of their own, never what the helper sees: somebody without a
 * part in the work stays a stranger, and so does everybody once the minutes have passed.
 */
export function isInside(actor: Actor, forum: Pick<Forum, 'id'>): boolean {
  if (actor.kind === 'link') return actor.deed.forum === forum.id;
  if (actor.kind === 'assisted') return actor.forum === forum.id && !actor.over && hasPart(actor.roles, forum);
  if (actor.kind !== 'person') return actor.kind === 'system';
  return hasPart(actor.roles, forum);
}

const hasPart = (roles: readonly Held[], forum: Pick<Forum, 'id'>): boolean =>
  roles.some((held) => held.forum === null || (held.forum === forum.id && held.role !== 'resident'));

/** What this reader sees. `path` is below the forum; null: a file. `empty`: kinds of pages with nothing behind them. */
export function sightOf(
  openness: Openness,
  { parts }: Parts,
  asked: { readonly inside: boolean; readonly preview: boolean; readonly path: string | null },
  empty: ReadonlySet<string> = new Set(),
): Sight {
  const { inside, preview, path } = asked;
  const here = path === null ? null : partAt(parts, path);
  const shows = (part: string): boolean =>
    (inside && !preview) || (preview && here?.id === part) || (isShownPart(openness, part) && !empty.has(part));
  return { openness, inside, preview, shows };
}

/** The "no" that a stranger gets at an address which is not public, in plain words; null where it is. */
export function refusalAt(
  sight: Sight,
  { parts, doors }: Parts,
  asked: { readonly path: string | null; readonly forum: Forum; readonly lang: Lang },
): Refusal | null {
  const { path, forum, lang } = asked;
  if (sight.inside || (path !== null && doors.some((door) => isBelow(path, door)))) return null;
  const name = lang.pick(forum.name);
  const { openness } = sight;
  if (!openness.opened && openness.opensOn)
    return {
      kind: 'not_open',
      message: { key: 'errors.opens_on', params: { name, date: lang.date(openness.opensOn) } },
    };
  if (!openness.opened) return { kind: 'not_open', message: { key: 'errors.opens_unknown', params: { name } } };
  if (!isOpen(openness)) return { kind: 'not_open', message: { key: 'errors.closed_circle', params: { name } } };
  // A file says not to which kind of pages it belongs: none is given while a kind with files is kept back.
  const of = path === null ? parts.filter((part) => part.files) : [partAt(parts, path)];
  const hidden = of.some((part) => part && !isShownPart(openness, part.id));
  return hidden ? { kind: 'not_open', message: { key: 'errors.part_hidden', params: { name } } } : null;
}
