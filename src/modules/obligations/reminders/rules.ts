import type { Lang } from '#core/i18n/lang.ts';
import { cut, shortMessage } from '#core/i18n/short-message.ts';
import { wordsIn } from '../rules.ts';
import type { ReminderSeen } from './schema.ts';

export const NAME_MOST = 110;
export const WHAT_MOST = 160;

interface Around {
  readonly bodyName: string;
  /** Address of the forum in the receiver's language: "https://example.az/az/durnasu". */
  readonly forumAddress: string;
}

/** What is said of one case at its stage, in the receiver's language, without the link. */
export function sentenceOf(lang: Lang, seen: ReminderSeen, bodyName: string): string {
  const stage = seen.stage === 'after' && seen.publicAlready ? 'after_again' : seen.stage;
  const params = {
    body: cut(bodyName, NAME_MOST),
    what: cut(wordsIn(lang, seen.title), WHAT_MOST),
    due: lang.date(seen.dueOn),
  };
  return lang.t(`obligations.message.${stage}`, params);
}

/** Where the receiver reads on: the thing itself, or the case; while a lateness is not public, the list. */
export function linkOf(seen: ReminderSeen, { forumAddress }: Pick<Around, 'forumAddress'>): string {
  if (seen.path) return `${forumAddress}${seen.path}`;
  const late = seen.stage === 'after' || seen.stage === 'escalated';
  return late && !seen.publicAlready ? `${forumAddress}/obligations` : `${forumAddress}/obligations/${seen.number}`;
}

/** The message of a reminder for a phone, its link last. */
export const messageOf = (lang: Lang, seen: ReminderSeen, around: Around): string =>
  shortMessage(sentenceOf(lang, seen, around.bodyName), linkOf(seen, around));
