import type { Lang } from '#core/i18n/lang.ts';
import { wordsIn } from '../rules.ts';
import type { ReminderSeen } from './schema.ts';

/** What fits into one message of a phone, with room to spare. */
const MESSAGE_MOST = 600;
const NAME_MOST = 110;
const WHAT_MOST = 160;

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

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

/** A message for a phone: under 600 characters, the link last, so that every program makes it one to press. */
export function messageOf(lang: Lang, seen: ReminderSeen, around: Around): string {
  const link = linkOf(seen, around);
  return `${cut(sentenceOf(lang, seen, around.bodyName), MESSAGE_MOST - link.length - 2)}\n${link}`;
}
