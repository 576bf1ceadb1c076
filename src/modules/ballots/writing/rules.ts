import { type Message, message } from '#core/i18n/message.ts';
import type { Rulebook } from '#modules/forum/contract.ts';
import { fillingFault } from '../filling/rules.ts';
import type { Secrecy } from '../schema.ts';
import type { Written } from './forms.ts';

/** Elections of people are secret and all else is open, where the documents say nothing of it. */
const USUAL = { elections: 'secret', others: 'open' } as const;

/** How secret the rules of a day want such a ballot, and by which article; null: they say nothing, and it is as usual. */
export function secrecyBy(
  { rules }: Rulebook,
  decision: Written['decision'],
): { readonly secrecy: Secrecy; readonly article: string | null } {
  const of = decision === 'election' ? 'elections' : 'others';
  const rule = rules.secrecy;
  return rule ? { secrecy: rule.value[of], article: rule.article } : { secrecy: USUAL[of], article: null };
}

/** Why it cannot be written so, at the field that is wrong; null: it can. */
export function writtenFault(given: Written, book: Rulebook): { field: string; message: Message } | null {
  const wanted = secrecyBy(book, given.decision);
  if (given.secrecy !== wanted.secrecy && !given.secrecyReason) {
    const what = wanted.article
      ? message('ballots.writing.wrong.secrecy', { article: wanted.article, secrecy: wanted.secrecy })
      : message('ballots.writing.wrong.secrecy_usual', { secrecy: wanted.secrecy });
    return { field: 'secrecy_reason_az', message: what };
  }
  if (given.kind === 'motion' && given.decision === 'election')
    return { field: 'kind', message: message('ballots.writing.wrong.motion_election') };
  if (
    (given.decides?.what === 'version' || given.decides?.what === 'founding') &&
    (given.kind !== 'motion' || given.decision !== 'documents')
  )
    return { field: 'version', message: message('ballots.writing.wrong.version_decision') };
  const filling = fillingFault(given);
  if (filling) return filling;
  if (given.secrecy === 'open' && given.mode === 'paper')
    return { field: 'secrecy', message: message('ballots.writing.wrong.open_paper') };
  return null;
}
