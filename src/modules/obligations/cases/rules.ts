import type { Lang } from '#core/i18n/lang.ts';
import { cut, shortMessage } from '#core/i18n/short-message.ts';
import { NAME_MOST, WHAT_MOST } from '../reminders/rules.ts';
import { wordsIn } from '../rules.ts';
import type { CaseSeen } from './schema.ts';

/** What can just have happened to a case. */
export const HAPPENED = ['opened', 'fulfilled', 'waived', 'extended'] as const;
export type Happened = (typeof HAPPENED)[number];

interface Around {
  readonly forum: string;
  readonly body: string;
  /** Of the case, in the receiver's language. */
  readonly address: string;
}

/** What came of a deed, for those who wait for it: under 600 characters, in their language, the link last. */
export function resultOf(to: Lang, did: Happened, seen: CaseSeen, { forum, body, address }: Around): string {
  const said = {
    forum: cut(forum, NAME_MOST),
    body: cut(body, NAME_MOST),
    what: cut(wordsIn(to, seen.title), WHAT_MOST),
  };
  const sentence = {
    opened: () => to.t('obligations.result.opened', { ...said, due: to.date(seen.dueOn) }),
    fulfilled: () => to.t('obligations.result.fulfilled', { ...said, day: to.date(seen.closedOn ?? seen.dueOn) }),
    waived: () => to.t('obligations.result.waived', said),
    extended: () => to.t('obligations.result.extended', { ...said, due: to.date(seen.dueOn) }),
  }[did];
  return shortMessage(sentence(), address);
}
